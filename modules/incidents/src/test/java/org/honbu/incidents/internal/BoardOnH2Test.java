package org.honbu.incidents.internal;

import org.junit.jupiter.api.extension.RegisterExtension;

class BoardOnH2Test extends BoardContract {
  @RegisterExtension static final SharedDatabase DATABASE = SharedDatabase.h2();

  BoardOnH2Test() {
    super(DATABASE);
  }
}
