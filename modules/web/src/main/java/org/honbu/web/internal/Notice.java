package org.honbu.web.internal;

import java.io.Serializable;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** What became of a person's last act, said once on the next page they see. */
record Notice(boolean bad, String ja, String en, String number) implements Serializable {

  static Notice good(Words words) {
    return new Notice(false, words.ja(), words.en(), "");
  }

  static Notice refused(Words words) {
    return new Notice(true, words.ja(), words.en(), "");
  }

  /** Names the field that is to be mended as the form of this act does. */
  static Notice failed(String act, ProblemException failure) {
    Words words =
        failure
            .field()
            .map(field -> FieldNames.asOnThePage(act, field, failure.words()))
            .orElseGet(failure::words);
    return new Notice(true, words.ja(), words.en(), failure.problem().code());
  }

  Words words() {
    return new Words(ja, en);
  }
}
