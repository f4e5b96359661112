package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void whatFitsOnOnePageHasNoParts() {
    assertThat(new Parts(0, 40, 40, 100).several()).isFalse();
    assertThat(new Parts(0, 0, 0, 100).several()).isFalse();
  }

  @Test
  void goingOnAndBackReachesAll() {
    var first = new Parts(0, 100, 230, 100);
    var last = new Parts(200, 30, 230, 100);

    assertThat(first.earlier()).isFalse();
    assertThat(first.more()).isTrue();
    assertThat(first.last()).isEqualTo(100);
    assertThat(last.first()).isEqualTo(201);
    assertThat(last.last()).isEqualTo(230);
    assertThat(last.more()).isFalse();
    assertThat(last.before()).isEqualTo(100);
    assertThat(new Parts(30, 100, 230, 100).before()).isZero();
  }

  @Test
  void behindTheEndThereIsAWayBackAndNoneOn() {
    var behind = new Parts(500, 0, 230, 100);

    assertThat(behind.several()).isTrue();
    assertThat(behind.more()).isFalse();
    assertThat(behind.earlier()).isTrue();
  }

  @Test
  void whateverElseStandsInAnAddressIsTheBeginning() {
    assertThat(Parts.from("200")).isEqualTo(200);
    assertThat(Parts.from(null)).isZero();
    assertThat(Parts.from("-1")).isZero();
    assertThat(Parts.from("99999999999")).isZero();
    assertThat(Parts.from("<script>")).isZero();
  }
}
