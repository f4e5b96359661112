package org.honbu.announcements.internal;

import org.honbu.testkit.process.Walked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Walks the loop of telling users: each subject has a file of its stories, and together they walk
 * the diagram wholly.
 */
class AnnouncementLoopProcessTest {
  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("AnnouncementLoop");

  @Nested
  class Text extends TextStories {
    Text() {
      super(WALKED);
    }
  }

  @Nested
  class Crew extends CrewStories {
    Crew() {
      super(WALKED);
    }
  }

  @Nested
  class Clock extends ClockStories {
    Clock() {
      super(WALKED);
    }
  }

  @Nested
  class FirstClock extends FirstClockStories {
    FirstClock() {
      super(WALKED);
    }
  }

  @Nested
  class Audience extends AudienceStories {
    Audience() {
      super(WALKED);
    }
  }

  @Nested
  class Voices extends VoicesStories {
    Voices() {
      super(WALKED);
    }
  }
}
