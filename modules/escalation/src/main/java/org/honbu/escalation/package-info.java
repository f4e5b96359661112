/**
 * Who must be reached, in which order, until someone answers.
 *
 * <p>A run of {@code OnCallPage} climbs a chain of levels that was fixed when it began. An answer
 * addresses the incident and stops every run of it, however late it comes; a timer that falls due
 * looks again, under a lock, whether anybody answered.
 */
@NullMarked
package org.honbu.escalation;

import org.jspecify.annotations.NullMarked;
