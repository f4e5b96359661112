package org.honbu.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who is told how: one row of the table {@code NotificationRoute} (DM-2).
 *
 * @param channels where it is posted
 * @param page whether somebody is called at once (重大なアラートのみ)
 * @param answerWithin how long one level has, or how long the team has to acknowledge
 * @param businessHoursOnly whether that time counts only while people are at work
 * @param alsoPage {@code commanders} when the commanders' schedule is called beside the team
 */
public record Route(
    List<String> channels,
    boolean page,
    Optional<Duration> answerWithin,
    boolean businessHoursOnly,
    Optional<String> alsoPage) {
  public Route {
    channels = List.copyOf(channels);
  }
}
