package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.honbu.incidents.sabotage.ReachesInside;
import org.honbu.incidents.sabotage.SendsByItself;
import org.honbu.kernel.sabotage.CallsUp;
import org.honbu.people.sabotage.KnowsTheEngine;
import org.honbu.people.sabotage.SendsMail;
import org.honbu.people.sabotage.SleepsInFrontOfItself;
import org.honbu.slack.sabotage.SpeaksByItself;
import org.junit.jupiter.api.Test;

/**
 * The five rules over everything that ships, each beside the sabotage that turns it red.
 *
 * <p>Plain test methods, not ArchUnit's field rules: there are Surefire versions that run none of
 * those and report success.
 */
class ModuleRulesTest {

  @Test
  void everyModuleIsLookedAtAndHasALayer() {
    var classes = Modules.shipped();

    for (Path folder : Modules.folders()) {
      String module = Modules.name(folder);
      assertThat(Modules.LAYERS).containsKey(module);
      assertThat(classes).anyMatch(type -> Modules.of(type).filter(module::equals).isPresent());
    }
  }

  @Test
  void aClassLivesInThePackageOfItsModule() {
    for (Path folder : Modules.folders()) {
      var classes = new ClassFileImporter().importPath(folder.resolve("target/classes"));
      assertThat(classes)
          .allSatisfy(type -> assertThat(Modules.of(type)).contains(Modules.name(folder)));
    }
  }

  @Test
  void modulesCallDown() {
    ModuleRules.CALL_DOWN.check(Modules.shipped());
    seenRed(ModuleRules.CALL_DOWN, CallsUp.class);
  }

  @Test
  void internalsStayInside() {
    ModuleRules.INTERNALS_STAY_INSIDE.check(Modules.shipped());
    seenRed(ModuleRules.INTERNALS_STAY_INSIDE, ReachesInside.class);
  }

  @Test
  void theEngineLivesInWorkflow() {
    ModuleRules.ENGINE_LIVES_IN_WORKFLOW.check(Modules.shipped());
    ModuleRules.WEBAPP_LIVES_IN_TASKLIST.check(Modules.shipped());
    seenRed(ModuleRules.ENGINE_LIVES_IN_WORKFLOW, KnowsTheEngine.class);
    seenRed(ModuleRules.WEBAPP_LIVES_IN_TASKLIST, KnowsTheEngine.class);
  }

  @Test
  void thereIsOneDoorOut() {
    ModuleRules.ONE_DOOR_OUT.check(Modules.shipped());
    ModuleRules.PEOPLE_ONLY_READS.check(Modules.shipped());
    seenRed(ModuleRules.ONE_DOOR_OUT, SendsByItself.class);
    seenRed(ModuleRules.PEOPLE_ONLY_READS, SendsMail.class);
  }

  @Test
  void slackSpeaksBehindTheGateway() {
    ModuleRules.SLACK_SPEAKS_BEHIND_THE_GATEWAY.check(Modules.shipped());
    seenRed(ModuleRules.SLACK_SPEAKS_BEHIND_THE_GATEWAY, SpeaksByItself.class);
  }

  @Test
  void beansDoNotLockThemselves() {
    ModuleRules.BEANS_DO_NOT_LOCK_THEMSELVES.check(Modules.shipped());
    seenRed(ModuleRules.BEANS_DO_NOT_LOCK_THEMSELVES, SleepsInFrontOfItself.class);
  }

  @Test
  void eachModuleOwnsItsSchema() throws IOException {
    var foreign = new ArrayList<String>();
    for (Path folder : Modules.folders()) {
      for (Path text : filesBelow(folder.resolve("src/main"), ".*\\.(sql|java|xml)")) {
        String content = Files.readString(text);
        for (String table : ModuleRules.foreignTables(Modules.name(folder), content)) {
          foreign.add(Modules.ROOT.relativize(text) + ": " + table);
        }
      }
    }
    assertThat(foreign).isEmpty();
  }

  @Test
  void aForeignTableIsSeenInAMigrationAndInAQuery() {
    assertThat(ModuleRules.foreignTables("alerts", "references incidents.incident (id)"))
        .hasSize(1);
    assertThat(ModuleRules.foreignTables("alerts", "select 1 FROM engine.ACT_RU_TASK")).hasSize(1);
    assertThat(ModuleRules.foreignTables("alerts", "join people.team t on t.id = s.team"))
        .hasSize(1);
    assertThat(ModuleRules.foreignTables("alerts", "insert into alerts.signal values (?)"))
        .isEmpty();
    assertThat(ModuleRules.foreignTables("workflow", "create index i on engine.act_ru_job (x)"))
        .isEmpty();
  }

  @Test
  void migrationsAndPersistenceUnitsCarryTheirModulesName() throws IOException {
    for (Path folder : Modules.folders()) {
      String module = Modules.name(folder);
      for (Path migration : filesBelow(folder.resolve("src/main/resources/db"), ".*\\.sql")) {
        String schema =
            folder.resolve("src/main/resources/db").relativize(migration).getName(0).toString();
        List<String> own =
            module.equals("workflow") ? List.of("workflow", "engine") : List.of(module);
        assertThat(own).as(migration.toString()).contains(schema);
      }
      Path units = folder.resolve("src/main/resources/META-INF/persistence.xml");
      if (Files.exists(units)) {
        String xml = Files.readString(units);
        assertThat(valueOf("<persistence-unit\\s+name=\"([^\"]+)\"", xml)).containsExactly(module);
        assertThat(valueOf("hibernate\\.default_schema\"\\s+value=\"([^\"]+)\"", xml))
            .containsExactly(module);
        assertThat(xml).contains("java:jboss/datasources/HonbuDS");
      }
    }
  }

  private static List<String> valueOf(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(hit -> hit.group(1)).toList();
  }

  private static List<Path> filesBelow(Path folder, String pattern) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().matches(pattern)).sorted().toList();
    }
  }

  private static void seenRed(ArchRule rule, Class<?> sabotage) {
    assertThatThrownBy(() -> rule.check(Modules.sabotage(sabotage)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(sabotage.getSimpleName());
  }
}
