package org.honbu.context.internal;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class ChangeStoreOnH2Test extends ChangeStoreContract {
  private final JdbcDataSource source = new JdbcDataSource();

  ChangeStoreOnH2Test() {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  @Override
  DataSource source() {
    return source;
  }

  @Override
  String schema() {
    return "CONTEXT";
  }
}
