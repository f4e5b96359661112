package org.honbu.alerts.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.alerts.Unreadable;
import org.honbu.incidents.Work;
import org.honbu.kernel.Words;

/**
 * Reads what somebody did to what runs: {@code who} and {@code kind} have to be there. A kind or a
 * time that nobody knows is refused: to guess it would be to say something of a person that is not
 * so.
 */
final class ActivityReader {
  private static final int WHO_LENGTH = 120;
  private static final int COMPONENT_LENGTH = 80;
  private static final Set<String> FIELDS = Set.of("who", "kind", "component", "at", "link");

  private static final Map<String, Work> KINDS =
      Map.of(
          "deploy", Work.DEPLOY,
          "rollback", Work.ROLLBACK,
          "feature-flag", Work.FEATURE_FLAG,
          "kubectl", Work.KUBECTL,
          "ssh", Work.SSH);

  private ActivityReader() {}

  /**
   * What was told.
   *
   * @param who a login name or an e-mail address, 1 to 120 characters
   * @param at when it was done; empty when nobody said
   */
  record Told(
      String who,
      Work work,
      Optional<String> component,
      Optional<Instant> at,
      Optional<String> link) {}

  static Told read(byte[] body) throws Unreadable {
    FlatTelling telling = FlatTelling.read(body, FIELDS);
    return new Told(
        telling.needed("who", WHO_LENGTH, new Words("誰がしたのかがありません", "it does not say who did it")),
        telling.oneOf("kind", KINDS, new Words("何をしたのかがありません", "it does not say what was done")),
        telling.text("component", COMPONENT_LENGTH),
        telling.instant("at"),
        telling.link("link"));
  }
}
