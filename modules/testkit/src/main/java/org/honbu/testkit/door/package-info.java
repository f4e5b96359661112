/**
 * What tests add to the EAR, and only tests: a clock that can be moved, and the door to move it.
 *
 * <p>The shipped EAR has none of it; a test asks it and is refused.
 */
@NullMarked
package org.honbu.testkit.door;

import org.jspecify.annotations.NullMarked;
