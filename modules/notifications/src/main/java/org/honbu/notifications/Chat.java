package org.honbu.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Subject;

/**
 * The chat people talk in. Implemented by the module that knows it, called by the gateway alone:
 * what others see there has passed it.
 */
public interface Chat {
  /** Begins the address of a call to one person; their login follows. */
  String CALL = "call ";

  /** The same, for a line that is for them alone and asks for no answer. */
  String WORD = "word ";

  /** Which kinds of incidents may be spoken of there; none while no chat is connected. */
  Set<Kind> carries();

  /**
   * Whether lines for this channel stand there too, beside Honbu's own page.
   *
   * @param channel as tables name it: {@code #alert}
   */
  boolean has(Kind kind, String channel);

  /**
   * Does one thing there. Called outside any transaction; answers within 25 s. The same errand may
   * come twice, when whoever carried it first died before noting so.
   */
  Reply carry(Errand errand);

  /**
   * One thing to do, after the gateway let it pass and marked a drill.
   *
   * @param id the same at every try
   * @param where a channel as tables name it, somebody after {@link #CALL} or {@link #WORD}, or
   *     whatever the chat understands
   * @param text as it shall be read
   * @param matter of a line in a channel and of one for somebody alone, what it is about, as its
   *     writer named it: {@code hands:1}; empty of everything else
   * @param writtenAt when it was given; of two that say how something stands, the later is right
   */
  record Errand(
      UUID id,
      Kind kind,
      Subject about,
      int severity,
      String where,
      String text,
      String matter,
      Instant writtenAt) {}

  /** What became of one try. */
  sealed interface Reply {
    /**
     * It is done.
     *
     * @param reference the chat's own name for it
     */
    record Done(String reference) implements Reply {}

    /**
     * Not now.
     *
     * @param after the least to wait; zero when the chat did not say
     */
    record Later(Duration after, String why) implements Reply {}

    /** Trying again cannot help; of somebody: they are not there. */
    record Never(String why) implements Reply {}
  }
}
