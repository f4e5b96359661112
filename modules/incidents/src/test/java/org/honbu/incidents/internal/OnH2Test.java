package org.honbu.incidents.internal;

class OnH2Test extends RealDatabaseContract {
  @Override
  RealDatabase open() {
    return RealDatabase.h2();
  }
}
