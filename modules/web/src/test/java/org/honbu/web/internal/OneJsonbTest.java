package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneJsonbTest {

  @Test
  void everyRequestIsWrittenByTheSameOne() {
    var resolver = new OneJsonb();

    assertThat(resolver.getContext(String.class)).isSameAs(resolver.getContext(Object.class));
    assertThat(new Api().getClasses()).contains(OneJsonb.class);
  }
}
