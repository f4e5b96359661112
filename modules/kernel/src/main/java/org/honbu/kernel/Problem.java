package org.honbu.kernel;

/**
 * A failure with a name, a number and an owner. Modules declare their own as constants.
 *
 * @param code stable, {@code HB-nnnn}: 1xxx kernel and web, 2xxx people and escalation, 3xxx
 *     incidents and response, 4xxx alerts, 5xxx notifications (55xx Slack), 6xxx announcements
 *     (65xx status page), 7xxx workflow, 8xxx war room (85xx context), 9xxx learning
 * @param owner who can mend it
 * @param status the HTTP status a REST caller sees
 * @param words what happened and what to do; {@code {0}}… are filled by {@link ProblemException}
 */
public record Problem(String code, Owner owner, int status, Words words) {

  /** Who can mend it. */
  public enum Owner {
    CALLER,
    CONFLICT,
    CONFIGURATION,
    DEPENDENCY,
    BUG
  }

  public static final Problem UNREADABLE_ID =
      new Problem(
          "HB-1001",
          Owner.CALLER,
          400,
          new Words("{0} の書き方が正しくありません：{1}", "This is not a valid {0}: {1}"));

  public static final Problem BUSY =
      new Problem(
          "HB-1002",
          Owner.DEPENDENCY,
          503,
          new Words(
              "いま混み合っています。少し待って、もう一度お試しください", "Too busy right now. Wait a little and try again"));
}
