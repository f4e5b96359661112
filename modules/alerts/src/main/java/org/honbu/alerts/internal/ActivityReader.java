package org.honbu.alerts.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Work;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody did to what runs: {@code who} and {@code kind} have to be there. Lenient as
 * {@link AlertmanagerReader}, but a kind or a time that nobody knows is refused: to guess it would
 * be to say something of a person that is not so.
 */
final class ActivityReader {
  private static final int WHO_LENGTH = 120;
  private static final int COMPONENT_LENGTH = 80;
  private static final int LINK_LENGTH = 500;

  private static final Map<String, Work> KINDS =
      Map.of(
          "deploy", Work.DEPLOY,
          "rollback", Work.ROLLBACK,
          "feature-flag", Work.FEATURE_FLAG,
          "kubectl", Work.KUBECTL,
          "ssh", Work.SSH);

  private final LenientJson json;
  private String who = "";
  private @Nullable Work kind;
  private String component = "";
  private @Nullable Instant at;
  private String link = "";

  private ActivityReader(LenientJson json) {
    this.json = json;
  }

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
    try (LenientJson json = new LenientJson(body)) {
      return new ActivityReader(json).whole();
    }
  }

  private Told whole() throws Unreadable {
    json.whole(
        field -> {
          switch (field) {
            case "who" -> who = Text.clean(json.text(), WHO_LENGTH);
            case "kind" -> kind = kind(json.text());
            case "component" -> component = Text.clean(json.text(), COMPONENT_LENGTH);
            case "at" -> at = at(json.text());
            case "link" -> link = Text.clean(json.text(), LenientJson.TEXT);
            default -> json.skip();
          }
        });
    if (who.isEmpty()) {
      throw json.missing("who", "誰がしたのかがありません", "it does not say who did it");
    }
    if (kind == null) {
      throw json.missing("kind", "何をしたのかがありません", "it does not say what was done");
    }
    return new Told(
        who,
        kind,
        Optional.of(component).filter(name -> !name.isEmpty()),
        Optional.ofNullable(at),
        Optional.of(link).filter(ActivityReader::isLink));
  }

  private Work kind(String said) throws Unreadable {
    Work known = KINDS.get(said.strip().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (known == null) {
      throw json.wrong(
          "使えるのは deploy、rollback、feature-flag、kubectl、ssh です",
          "it must be deploy, rollback, feature-flag, kubectl or ssh");
    }
    return known;
  }

  private @Nullable Instant at(String said) throws Unreadable {
    if (said.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(said.strip()).toInstant();
    } catch (DateTimeException nonsense) {
      throw json.wrong(
          "2026-11-22T03:00:00+09:00 のように書いてください", "write it like 2026-11-22T03:00:00+09:00");
    }
  }

  private static boolean isLink(String text) {
    return text.length() <= LINK_LENGTH
        && (text.startsWith("http://") || text.startsWith("https://"));
  }
}
