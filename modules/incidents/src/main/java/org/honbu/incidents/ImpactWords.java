package org.honbu.incidents;

import org.honbu.kernel.Words;

/** Says in a few words how users are hit. */
public final class ImpactWords {
  private ImpactWords() {}

  /** One sentence without its full stop: how many users, and how it behaves. */
  public static Words of(Impact impact) {
    Words users = users(impact.users());
    Words condition = condition(impact.condition());
    return new Words(users.ja() + "・" + condition.ja(), users.en() + ", " + condition.en());
  }

  private static Words users(Impact.Users users) {
    return switch (users) {
      case ALL -> new Words("利用者の半数以上", "half of the users or more");
      case MANY -> new Words("利用者の 10 % 以上", "10 % of the users or more");
      case SOME -> new Words("利用者の 1 % 以上", "1 % of the users or more");
      case FEW -> new Words("ごく一部の利用者", "a few users");
      case NONE -> new Words("利用者に影響なし", "no users");
      case UNKNOWN -> new Words("影響を受ける利用者は不明", "users affected not known");
    };
  }

  private static Words condition(Impact.Condition condition) {
    return switch (condition) {
      case DOWN -> new Words("動いていない", "down");
      case DEGRADED -> new Words("動くが悪い", "degraded");
      case AT_RISK -> new Words("あぶない", "at risk");
      case COSMETIC -> new Words("見た目だけ", "cosmetic");
      case OK -> new Words("正常", "fine");
      case UNKNOWN -> new Words("動きぐあいは不明", "condition not known");
    };
  }
}
