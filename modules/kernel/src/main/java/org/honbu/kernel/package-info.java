/** The few words every module shares: who acts, real or drill, what went wrong, what time it is. */
@NullMarked
package org.honbu.kernel;

import org.jspecify.annotations.NullMarked;
