@NullMarked
package org.honbu.warroom.internal.loop;

import org.jspecify.annotations.NullMarked;
