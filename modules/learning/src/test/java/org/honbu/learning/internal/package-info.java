@NullMarked
package org.honbu.learning.internal;

import org.jspecify.annotations.NullMarked;
