@NullMarked
package org.honbu.warroom.internal.copy;

import org.jspecify.annotations.NullMarked;
