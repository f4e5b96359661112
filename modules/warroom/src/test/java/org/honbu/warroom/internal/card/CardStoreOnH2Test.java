package org.honbu.warroom.internal.card;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class CardStoreOnH2Test extends CardStoreContract {
  private final JdbcDataSource source = new JdbcDataSource();

  CardStoreOnH2Test() {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  @Override
  DataSource source() {
    return source;
  }

  @Override
  String schema() {
    return "WARROOM";
  }
}
