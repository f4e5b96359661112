/** Who is in the room and how they can help, who was summoned, and what first-timers can do. */
@NullMarked
package org.honbu.warroom.internal.roster;

import org.jspecify.annotations.NullMarked;
