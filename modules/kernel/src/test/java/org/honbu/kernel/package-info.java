@NullMarked
package org.honbu.kernel;

import org.jspecify.annotations.NullMarked;
