package org.honbu.warroom;

import java.util.Optional;
import java.util.regex.Pattern;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/**
 * What came of it (FM-10).
 *
 * @param evidence by what one sees it, 1 to 200 characters; to merge, it names the other incident
 */
public record ReviewEffect(Effect effect, String evidence, Next next) {
  private static final Pattern NUMBER =
      Pattern.compile("\\b(INC-\\d{4}-\\d{4,7}|DRL-[A-Z0-9-]{1,40}-INC)\\b");

  /** The incident that the evidence names first. */
  public Optional<IncidentId> other() {
    return NUMBER
        .matcher(evidence)
        .results()
        .map(found -> new IncidentId(found.group()))
        .findFirst();
  }

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

  /** Where it goes on. */
  public enum Next {
    CONTINUE("続ける", "Go on"),
    MITIGATED("影響が止まった", "The impact has stopped"),
    FALSE_ALARM("誤検知だった", "It was a false alarm"),
    MERGE("別の障害と同じだった", "It is the same as another incident");

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
