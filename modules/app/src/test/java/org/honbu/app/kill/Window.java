package org.honbu.app.kill;

/** Between which two moments the server dies. */
enum Window {
  BEFORE_THE_202("a", "before the 202"),
  BEFORE_THE_PROCESS("b", "between commit and process start"),
  BEFORE_THE_SEND("c", "between page row and send"),
  BEFORE_THE_MARK("d", "between send and mark"),
  DURING_A_CLAIM("e", "during a claim");

  private final String letter;
  private final String words;

  Window(String letter, String words) {
    this.letter = letter;
    this.words = words;
  }

  String letter() {
    return letter;
  }

  @Override
  public String toString() {
    return letter + " " + words;
  }
}
