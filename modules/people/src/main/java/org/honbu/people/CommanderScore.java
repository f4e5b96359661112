package org.honbu.people;

import java.math.BigDecimal;
import java.util.List;
import org.honbu.kernel.Words;

/**
 * How well somebody fits to command one incident (DOMAIN DM-6): a sum, of which every term is
 * shown. It is about this incident at this moment and says nothing about the person.
 *
 * @param parts one for each {@link Term}, in their order
 */
public record CommanderScore(List<Part> parts) {

  public CommanderScore {
    parts = List.copyOf(parts);
  }

  /** What counts. */
  public enum Term {
    ON_SCHEDULE("当番", "On schedule"),
    REACHABLE("連絡がつく", "Reachable"),
    CURRENT("最近も指揮", "Current"),
    SPREAD("経験を広げる", "Spreads experience"),
    OWNS_COMPONENT("詳しい領域", "Their own area"),
    LATELY_BUSY("最近の負担", "Lately busy");

    private final String ja;
    private final String en;

    Term(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }

  /**
   * One term.
   *
   * @param points to a tenth; negative when it speaks against them now
   * @param most what it gives at most, or, negative, takes at most
   * @param known whether what it asks is known; if not, it gives and takes nothing
   * @param why in one sentence
   */
  public record Part(Term term, BigDecimal points, int most, boolean known, Words why) {}

  /** The sum of what is shown, so that what is shown is what decides. */
  public BigDecimal total() {
    return parts.stream().map(Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** One of the terms. */
  public Part part(Term term) {
    return parts.stream().filter(part -> part.term() == term).findFirst().orElseThrow();
  }
}
