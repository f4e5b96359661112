package org.honbu.incidents.internal;

import org.junit.jupiter.api.extension.RegisterExtension;

class ActsOnH2Test extends ActsContract {
  @RegisterExtension static final SharedDatabase DATABASE = SharedDatabase.h2();

  ActsOnH2Test() {
    super(DATABASE);
  }
}
