@NullMarked
package org.honbu.testkit.process;

import org.jspecify.annotations.NullMarked;
