@NullMarked
package org.honbu.warroom.internal.work;

import org.jspecify.annotations.NullMarked;
