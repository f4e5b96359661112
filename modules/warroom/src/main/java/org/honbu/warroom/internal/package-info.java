/** How the people in the room and their work are kept; a folder for each of its features. */
@NullMarked
package org.honbu.warroom.internal;

import org.jspecify.annotations.NullMarked;
