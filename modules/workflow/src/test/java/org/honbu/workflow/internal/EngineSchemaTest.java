package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSchemaTest {

  @ParameterizedTest
  @CsvSource({"h2,h2", "postgresql,postgres"})
  void ourFirstScriptIsTheEnginesOwn(String folder, String vendor) throws IOException {
    var own = new StringBuilder();
    for (String part :
        List.of(
            "engine",
            "history",
            "identity",
            "case.engine",
            "case.history",
            "decision.engine",
            "decision.history")) {
      own.append(
          text("org/camunda/bpm/engine/db/create/activiti." + vendor + ".create." + part + ".sql"));
    }

    assertThat(text("db/engine/" + folder + "/V7_24_0__camunda.sql")).isEqualTo(own.toString());
  }

  @Test
  void theEngineAcceptsTheMigratedSchemaAndASecondMigrationChangesNothing() {
    JdbcDataSource database = database("accepted");
    Migrator.migrate(database, Vendor.of(database), "engine", "classpath:db/engine/h2");
    Migrator.migrate(database, Vendor.of(database), "engine", "classpath:db/engine/h2");

    var engine = configured(database).buildProcessEngine();
    assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isZero();
    engine.close();
  }

  @Test
  void anEmptyDatabaseIsRefused() {
    assertThatThrownBy(() -> configured(database("empty")).buildProcessEngine().close())
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining("ENGINE");
  }

  private static StandaloneProcessEngineConfiguration configured(JdbcDataSource database) {
    var bare = new StandaloneProcessEngineConfiguration();
    bare.setProcessEngineName("schema-test");
    bare.setDataSource(database);
    bare.setDatabaseSchema("ENGINE");
    bare.setDatabaseTablePrefix("ENGINE.");
    bare.setDatabaseSchemaUpdate("false");
    bare.setJobExecutorActivate(false);
    return bare;
  }

  private static JdbcDataSource database(String name) {
    var database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = EngineSchemaTest.class.getClassLoader().getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
