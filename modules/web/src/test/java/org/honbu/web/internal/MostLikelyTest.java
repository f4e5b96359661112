package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands largest under whose thumb. */
class MostLikelyTest {
  private static final Optional<String> DECIDE = Optional.of("ask-decide");

  @Test
  void whatWaitsForTheReaderAloneComesFirst() {
    assertThat(likely(commander().losing())).isEqualTo(MostLikely.STILL_IN_COMMAND);
    assertThat(likely(commander().approving())).isEqualTo(MostLikely.APPROVE);
    assertThat(likely(nobody().handed().asked())).isEqualTo(MostLikely.ACCEPT);
    assertThat(likely(nobody().asked().outside())).isEqualTo(MostLikely.ANSWER_WORK);
  }

  @Test
  void thenWhatTheyLeadAndThenWhatAnybodyMayDo() {
    assertThat(likely(commander().offered())).isEqualTo(MostLikely.LEAD);
    assertThat(likely(nobody().offered().outside())).isEqualTo(MostLikely.OFFERED);
    assertThat(likely(nobody().outside())).isEqualTo(MostLikely.JOIN);
  }

  @Test
  void aNoteCanAlwaysBeWritten() {
    assertThat(likely(nobody())).isEqualTo(MostLikely.NOTE);
  }

  private static MostLikely likely(Some one) {
    return MostLikely.of(one.reader());
  }

  private static Some nobody() {
    return new Some();
  }

  private static Some commander() {
    Some some = new Some();
    some.nextMove = DECIDE;
    return some;
  }

  /** Somebody, said in words. */
  private static final class Some {
    private boolean loses;
    private boolean handed;
    private boolean approves;
    private boolean asked;
    private boolean offered;
    private boolean outside;
    private Optional<String> nextMove = Optional.empty();

    Some losing() {
      loses = true;
      return this;
    }

    Some handed() {
      handed = true;
      return this;
    }

    Some approving() {
      approves = true;
      return this;
    }

    Some asked() {
      asked = true;
      return this;
    }

    Some offered() {
      offered = true;
      return this;
    }

    Some outside() {
      outside = true;
      return this;
    }

    MostLikely.Reader reader() {
      return new MostLikely.Reader(
          loses, handed, false, approves, asked, nextMove, offered, false, false, outside);
    }
  }
}
