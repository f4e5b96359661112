package org.honbu.workflow.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** The two databases Honbu runs on, and how each spells a schema's name. */
enum Vendor {
  H2,
  POSTGRESQL;

  static Vendor of(DataSource database) {
    try (Connection connection = database.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "H2" -> H2;
        case "PostgreSQL" -> POSTGRESQL;
        default ->
            throw new IllegalStateException("Honbu runs on PostgreSQL or H2, not " + product);
      };
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the database does not answer", unreachable);
    }
  }

  /** The folder of the engine's own scripts. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as the database stores an unquoted one. */
  String fold(String schema) {
    return this == H2 ? schema.toUpperCase(Locale.ROOT) : schema;
  }
}
