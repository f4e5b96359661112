/** Command under attack: many hands, minutes passing, the server dying, and a watch on the seat. */
@NullMarked
package org.honbu.app.seat;

import org.jspecify.annotations.NullMarked;
