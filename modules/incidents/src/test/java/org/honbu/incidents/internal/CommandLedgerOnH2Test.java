package org.honbu.incidents.internal;

class CommandLedgerOnH2Test extends CommandLedgerContract {
  @Override
  RealDatabase open() {
    return RealDatabase.h2();
  }
}
