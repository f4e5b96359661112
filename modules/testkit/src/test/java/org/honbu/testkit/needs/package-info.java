@NullMarked
package org.honbu.testkit.needs;

import org.jspecify.annotations.NullMarked;
