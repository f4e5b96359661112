/**
 * Every message that leaves Honbu, and what became of it.
 *
 * <p>Others say <em>what</em> must reach <em>whom</em>; this module chooses the channel, sends
 * after the caller's commit, tries again, and is the one gateway out: a drill reaches only channels
 * that were registered as safe for drills.
 */
@NullMarked
package org.honbu.notifications;

import org.jspecify.annotations.NullMarked;
