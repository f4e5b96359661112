/**
 * What an incident leaves behind: the postmortem with its timeline, the review, the action items.
 *
 * <p>It starts when an incident is resolved. Nothing in here looks for somebody to blame.
 */
@NullMarked
package org.honbu.learning;

import org.jspecify.annotations.NullMarked;
