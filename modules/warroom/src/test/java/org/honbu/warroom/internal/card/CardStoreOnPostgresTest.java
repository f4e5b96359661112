package org.honbu.warroom.internal.card;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

class CardStoreOnPostgresTest extends CardStoreContract {
  private final EmbeddedPostgres server = EmbeddedPostgres.start();

  CardStoreOnPostgresTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Override
  DataSource source() {
    return server.getPostgresDatabase();
  }

  @Override
  String schema() {
    return "warroom";
  }
}
