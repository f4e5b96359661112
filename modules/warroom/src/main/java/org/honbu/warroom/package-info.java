/**
 * The people in the war room and their work: who is there and how they can help, who was summoned,
 * who does what by when, what was decided.
 *
 * <p>The incident itself, its room and its command belong to {@code incidents}; this module asks
 * them and adds nothing to them but lines of the timeline. Nothing in here is anybody's score:
 * declining, leaving and not knowing are free.
 */
@NullMarked
package org.honbu.warroom;

import org.jspecify.annotations.NullMarked;
