/** The plain text of each open room, and its copy in a second place. */
@NullMarked
package org.honbu.warroom.internal.copy;

import org.jspecify.annotations.NullMarked;
