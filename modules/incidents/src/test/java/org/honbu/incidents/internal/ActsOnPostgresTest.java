package org.honbu.incidents.internal;

import org.junit.jupiter.api.extension.RegisterExtension;

class ActsOnPostgresTest extends ActsContract {
  @RegisterExtension static final SharedDatabase DATABASE = SharedDatabase.postgres();

  ActsOnPostgresTest() {
    super(DATABASE);
  }
}
