package org.honbu.incidents.internal;

import org.junit.jupiter.api.extension.RegisterExtension;

class BoardOnPostgresTest extends BoardContract {
  @RegisterExtension static final SharedDatabase DATABASE = SharedDatabase.postgres();

  BoardOnPostgresTest() {
    super(DATABASE);
  }
}
