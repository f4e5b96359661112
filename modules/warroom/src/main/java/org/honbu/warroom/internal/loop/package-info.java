/** The commander's loop: assess, decide, assign, tell, look again. */
@NullMarked
package org.honbu.warroom.internal.loop;

import org.jspecify.annotations.NullMarked;
