/** Processes walked in memory: the hardened engine, a movable clock, named people. */
@NullMarked
package org.honbu.testkit.process;

import org.jspecify.annotations.NullMarked;
