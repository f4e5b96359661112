package org.honbu.context.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

class ChangeStoreOnPostgresTest extends ChangeStoreContract {
  private final EmbeddedPostgres server = EmbeddedPostgres.start();

  ChangeStoreOnPostgresTest() throws IOException {}

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
    return "context";
  }
}
