@NullMarked
package org.honbu.warroom.internal.card;

import org.jspecify.annotations.NullMarked;
