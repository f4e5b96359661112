package org.honbu.incidents.internal;

import org.junit.jupiter.api.extension.RegisterExtension;

class RaceOnH2Test extends RaceContract {
  @RegisterExtension static final SharedDatabase DATABASE = SharedDatabase.h2();

  RaceOnH2Test() {
    super(DATABASE);
  }
}
