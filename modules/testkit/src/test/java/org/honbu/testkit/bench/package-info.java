@NullMarked
package org.honbu.testkit.bench;

import org.jspecify.annotations.NullMarked;
