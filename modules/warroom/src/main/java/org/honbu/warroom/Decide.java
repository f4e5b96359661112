package org.honbu.warroom;

import java.time.Duration;
import java.util.Optional;

/**
 * What the commander decides (FM-7). The first decision of an incident needs all three answers;
 * later an empty one means: as before.
 *
 * @param decision in one sentence, 1 to 200 characters
 * @param whatFirst 何から進めるか, at most 500 characters
 * @param whereToLook どこを調べていくか, at most 500 characters
 * @param howToRespond どう対応するか, at most 500 characters
 * @param reviewIn when it is looked at again, 1 to 120 min; 15 min when empty
 */
public record Decide(
    String decision,
    String whatFirst,
    String whereToLook,
    String howToRespond,
    Optional<Duration> reviewIn,
    Weighing weighing) {

  /**
   * What was weighed; each may be empty and has at most 500 characters.
   *
   * @param strongObjections what people said to “any strong objections?”; silence is consent
   * @param planB what is done when it does not work
   */
  public record Weighing(String options, String risk, String strongObjections, String planB) {
    public static final Weighing NOTHING = new Weighing("", "", "", "");
  }
}
