package org.honbu.incidents.internal;

import org.junit.jupiter.api.extension.RegisterExtension;

class RaceOnPostgresTest extends RaceContract {
  @RegisterExtension static final SharedDatabase DATABASE = SharedDatabase.postgres();

  RaceOnPostgresTest() {
    super(DATABASE);
  }
}
