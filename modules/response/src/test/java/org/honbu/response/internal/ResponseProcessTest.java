package org.honbu.response.internal;

import org.honbu.testkit.process.Walked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Walks the response from the declaration, as an incident would be told: each subject has a file of
 * its stories, and together they walk the diagrams wholly.
 */
class ResponseProcessTest {
  @RegisterExtension
  static final Walked WALKED =
      Walked.everyElementOf("IncidentResponse", "FirstAnswer", "WarRoom", "Recovery", "TimeToUndo");

  @Nested
  class Course extends CourseStories {
    Course() {
      super(WALKED);
    }
  }

  @Nested
  class FirstAnswer extends FirstAnswerStories {
    FirstAnswer() {
      super(WALKED);
    }
  }

  @Nested
  class InTheRoom extends RoomStories {
    InTheRoom() {
      super(WALKED);
    }
  }

  @Nested
  class Announcing extends AnnouncingStories {
    Announcing() {
      super(WALKED);
    }
  }

  @Nested
  class DataHarm extends DataHarmStories {
    DataHarm() {
      super(WALKED);
    }
  }

  @Nested
  class Recovery extends RecoveryStories {
    Recovery() {
      super(WALKED);
    }
  }

  @Nested
  class TakenBack extends TakenBackStories {
    TakenBack() {
      super(WALKED);
    }
  }
}
