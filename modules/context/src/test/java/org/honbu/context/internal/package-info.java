@NullMarked
package org.honbu.context.internal;

import org.jspecify.annotations.NullMarked;
