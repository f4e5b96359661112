package org.honbu.incidents.internal;

class CommandLedgerOnPostgresTest extends CommandLedgerContract {
  @Override
  RealDatabase open() {
    return RealDatabase.postgres();
  }
}
