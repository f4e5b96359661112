package org.honbu.incidents.internal;

class OnPostgresTest extends RealDatabaseContract {
  @Override
  RealDatabase open() {
    return RealDatabase.postgres();
  }
}
