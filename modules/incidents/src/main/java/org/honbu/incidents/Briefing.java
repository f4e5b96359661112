package org.honbu.incidents;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * What the next commander has to know, topic by topic (DOMAIN TP-6, the shape of ICS-201). Honbu
 * drafts it in both languages; what a person writes instead stands as they wrote it.
 *
 * @param topics what is said, each at most {@link #LENGTH} characters in a language; a topic about
 *     which nothing is known has no entry
 */
public record Briefing(Map<Topic, Words> topics) {
  /** Characters a topic may have, in one language. */
  public static final int LENGTH = 1000;

  public Briefing {
    topics = Map.copyOf(topics);
  }

  /** What a briefing speaks of, in the order in which it is read. */
  public enum Topic {
    SITUATION("situation", "状況・重大度・影響", "Situation, severity, impact"),
    SO_FAR("soFar", "経緯", "So far"),
    OBJECTIVES("objectives", "当面の目標", "Current objectives"),
    DECISIONS("decisions", "決まっていること・プラン B", "Decisions and plan B"),
    HYPOTHESES("hypotheses", "仮説：生きている・否定済み", "Hypotheses: alive, ruled out"),
    OPEN_WORK("openWork", "動いている仕事", "Work under way"),
    ORGANISATION("organisation", "体制", "Organisation"),
    CALLED("called", "呼んだ人", "Called in"),
    ANNOUNCEMENTS("nextAnnouncement", "次のお知らせの約束", "Next announcement promised"),
    RISKS("risk", "いちばんの危険", "Biggest risk"),
    PROMISES("promises", "経営・法務・顧客との約束", "Promises to executives, legal, customers");

    private final String key;
    private final String ja;
    private final String en;

    Topic(String key, String ja, String en) {
      this.key = key;
      this.ja = ja;
      this.en = en;
    }

    /** Its name in forms, over REST and as a fact of the process. */
    public String key() {
      return key;
    }

    public Words label() {
      return new Words(ja, en);
    }

    public static Optional<Topic> named(String key) {
      return Arrays.stream(values()).filter(topic -> topic.key.equals(key)).findFirst();
    }
  }

  /** Nothing is known. */
  public static Briefing empty() {
    return new Briefing(Map.of());
  }

  /** What is said about the topic; empty words when nothing is. */
  public Words of(Topic topic) {
    return topics.getOrDefault(topic, new Words("", ""));
  }

  /** With these words about the topic; blank ones take it out. */
  public Briefing with(Topic topic, Words said) {
    Map<Topic, Words> all = new EnumMap<>(Topic.class);
    all.putAll(topics);
    if (said.ja().isBlank() && said.en().isBlank()) {
      all.remove(topic);
    } else {
      all.put(topic, said);
    }
    return new Briefing(all);
  }

  /**
   * With what a person made of it: a topic they left as it was shown to them, in either language or
   * both, stays as it was.
   */
  public Briefing edited(Map<Topic, String> edits) {
    Briefing edited = this;
    for (Map.Entry<Topic, String> edit : edits.entrySet()) {
      String text = edit.getValue().replace("\r\n", "\n").strip();
      if (!isAsShown(of(edit.getKey()), text)) {
        edited = edited.with(edit.getKey(), new Words(text, text));
      }
    }
    return edited;
  }

  private static boolean isAsShown(Words shown, String text) {
    return text.equals(shown.ja()) || text.equals(shown.en()) || text.equals(shown.both());
  }
}
