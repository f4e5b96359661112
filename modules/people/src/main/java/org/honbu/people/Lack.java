package org.honbu.people;

import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Why a post is not held by whom it should be.
 *
 * @param person whose turn it would be; empty when it is nobody's
 */
public record Lack(Why why, Optional<PersonId> person) {

  /** Nobody's turn. */
  public static final Lack NOBODY = new Lack(Why.NOBODY, Optional.empty());

  /** What is missing. */
  public enum Why {
    /** It is nobody's turn. */
    NOBODY,
    /** They left, are disabled, or have no role any more. */
    GONE,
    /** It is their turn to command, and they may not. */
    NO_ROLE,
    /** No message can reach them. */
    NO_CONTACT
  }

  public static Lack of(Why why, PersonId person) {
    return new Lack(why, Optional.of(person));
  }

  /** What is wrong, in a sentence. */
  public Words words() {
    Words words =
        switch (why) {
          case NOBODY -> new Words("誰の番でもありません", "It is nobody’s turn");
          case GONE -> new Words("{0} は利用者名簿にいません", "{0} is not in the directory any more");
          case NO_ROLE ->
              new Words(
                  "{0} に incident-commander の役割がありません", "{0} does not hold incident-commander");
          case NO_CONTACT -> new Words("{0} に届く連絡先がありません", "There is no way to reach {0}");
        };
    return words.with(who());
  }

  /** What to do about it. */
  public Words fix(OnCallLevel level) {
    Words words =
        switch (why) {
          case NOBODY -> somebodyFor(level);
          case GONE ->
              new Words(
                  "代わりの人を当番に入れるか、Keycloak で {0} の役割を戻してください",
                  "Put somebody else on, or give {0} their role back in Keycloak");
          case NO_ROLE ->
              new Words(
                  "Keycloak で {0} に incident-commander を付けるか、代わりの人を当番に入れてください",
                  "Give {0} incident-commander in Keycloak, or put somebody else on");
          case NO_CONTACT ->
              new Words(
                  "{0} のメールアドレスか電話番号を登録してください",
                  "Register an e-mail address or a telephone for {0}");
        };
    return words.with(who());
  }

  private static Words somebodyFor(OnCallLevel level) {
    return switch (level) {
      case PRIMARY, SECONDARY ->
          new Words("この段の当番表に人を入れてください", "Put somebody on this level’s schedule");
      case WHOLE_TEAM -> new Words("このチームに人を入れてください", "Put somebody into this team");
      case COMMANDERS ->
          new Words("コマンダーの当番表に人を入れてください", "Put somebody on the commanders’ schedule");
      case PROCESS_OWNERS ->
          new Words(
              "Keycloak で誰かに process-owner を付けてください", "Give somebody process-owner in Keycloak");
    };
  }

  private String who() {
    return person.map(PersonId::value).orElse("");
  }
}
