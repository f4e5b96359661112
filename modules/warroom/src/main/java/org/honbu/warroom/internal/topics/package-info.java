/** Topics in side rooms: how they are kept, who decides, and what the process does with them. */
@NullMarked
package org.honbu.warroom.internal.topics;

import org.jspecify.annotations.NullMarked;
