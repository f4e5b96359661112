package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void noCharacterIsCutInTheMiddle() {
    assertThat(Wording.lines("叱\n𠮟𠮟𠮟", 4)).isEqualTo("叱\n…");
    assertThat(Wording.lines("叱\n𠮟𠮟", 6)).isEqualTo("叱\n𠮟𠮟");
    assertThat(Wording.lines("叱\n𠮟𠮟𠮟", 5)).isEqualTo("叱\n𠮟…");
  }
}
