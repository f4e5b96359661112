package org.honbu.workflow.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What an operator may set, below {@code honbu.workflow.}; durations are ISO-8601.
 *
 * @param jobPoll {@code job-poll}: how soon a due timer is looked for on a busy engine; 50 ms to 5
 *     s, default 500 ms
 * @param jobPollIdle {@code job-poll-idle}: the same on an idle one, the worst lateness of a page;
 *     at least {@code job-poll}, at most 10 s, default 1 s
 * @param jobLock {@code job-lock}: when a dead node's jobs are taken over; 10 s to 10 min, default
 *     30 s; every step must be shorter
 * @param jobsPerPoll {@code jobs-per-poll}: 1 to 50, default 8
 * @param diagrams {@code diagrams}: a folder whose diagrams are loaded instead of those packed with
 *     the release
 * @param rebuild {@code rebuild}: this start empties the engine and starts every process anew where
 *     its record stands; default false
 */
record EngineConfig(
    Duration jobPoll,
    Duration jobPollIdle,
    Duration jobLock,
    int jobsPerPoll,
    Optional<Path> diagrams,
    boolean rebuild) {

  EngineConfig {
    within("job-poll", jobPoll, Duration.ofMillis(50), Duration.ofSeconds(5));
    within("job-poll-idle", jobPollIdle, jobPoll, Duration.ofSeconds(10));
    within("job-lock", jobLock, Duration.ofSeconds(10), Duration.ofMinutes(10));
    if (jobsPerPoll < 1 || jobsPerPoll > 50) {
      throw new IllegalArgumentException("honbu.workflow.jobs-per-poll must be 1 to 50");
    }
  }

  static EngineConfig from(Config config) {
    return new EngineConfig(
        duration(config, "job-poll", "PT0.5S"),
        duration(config, "job-poll-idle", "PT1S"),
        duration(config, "job-lock", "PT30S"),
        config.getOptionalValue("honbu.workflow.jobs-per-poll", Integer.class).orElse(8),
        config.getOptionalValue("honbu.workflow.diagrams", String.class).map(Path::of),
        config.getOptionalValue("honbu.workflow.rebuild", Boolean.class).orElse(false));
  }

  private static Duration duration(Config config, String key, String preset) {
    return Duration.parse(
        config.getOptionalValue("honbu.workflow." + key, String.class).orElse(preset));
  }

  private static void within(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "honbu.workflow." + key + " must be " + least + " to " + most + ", not " + value);
    }
  }
}
