package org.honbu.incidents.internal;

import jakarta.persistence.Embeddable;
import org.honbu.kernel.Words;

/** Words in two columns. */
@Embeddable
class BothLanguages {
  private String ja;
  private String en;

  /** For Hibernate. */
  BothLanguages() {}

  BothLanguages(Words words) {
    this.ja = words.ja();
    this.en = words.en();
  }

  Words words() {
    return new Words(ja, en);
  }
}
