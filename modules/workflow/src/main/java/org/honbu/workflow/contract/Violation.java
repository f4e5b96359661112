package org.honbu.workflow.contract;

import org.honbu.kernel.Words;

/**
 * A promise that a file does not keep.
 *
 * @param file below {@code bpmn/}
 * @param says what is wrong and what to do, naming the element as people see it
 */
public record Violation(String file, Words says) {

  static Violation of(String file, String ja, String en, Object... values) {
    return new Violation(file, new Words(ja, en).with(values));
  }

  @Override
  public String toString() {
    return file + "\n  " + says.ja() + "\n  " + says.en();
  }
}
