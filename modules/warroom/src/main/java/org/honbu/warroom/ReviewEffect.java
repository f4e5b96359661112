package org.honbu.warroom;

import org.honbu.kernel.Words;

/**
 * What came of it (FM-10).
 *
 * @param evidence by what one sees it, 1 to 200 characters
 */
public record ReviewEffect(Effect effect, String evidence, Next next) {

  /** What Honbu notes when a problem comes back after its impact had stopped. */
  public static ReviewEffect cameBack() {
    return new ReviewEffect(Effect.NOT, "ぶり返した / It came back", Next.CONTINUE);
  }

  /** Whether it worked. */
  public enum Effect {
    WORKED("効いた", "It worked"),
    PARTLY("一部", "Partly"),
    NOT("効かない", "It did not work"),
    UNKNOWN("不明", "Not known");

    private final String ja;
    private final String en;

    Effect(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }

  /** Where it goes on. Merging has an act of its own on the incident. */
  public enum Next {
    CONTINUE("続ける", "Go on"),
    MITIGATED("影響が止まった", "The impact has stopped"),
    FALSE_ALARM("誤検知だった", "It was a false alarm");

    private final String ja;
    private final String en;

    Next(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }
}
