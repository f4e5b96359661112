package org.honbu.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** The five rules of ARCHITECTURE 3, and one that a defect taught. */
final class ModuleRules {
  private ModuleRules() {}

  /** Rule 1: no cycles; call down, announce up. Strict layers leave no room for a cycle. */
  static final ArchRule CALL_DOWN =
      classes()
          .should(dependOnlyOn("modules below their own", ModuleRules::isBelow))
          .because("a module calls those below it and tells those above by a fact");

  /** Rule 2: internals stay inside. */
  static final ArchRule INTERNALS_STAY_INSIDE =
      classes()
          .should(
              dependOnlyOn(
                  "promises of other modules",
                  (from, to) -> !to.getPackageName().contains(".internal")))
          .because("org.honbu.<module>.internal is free to change");

  /**
   * Rule 3: the engine lives in workflow. The Tasklist WAR is Camunda's own webapp: our filters in
   * it may know its web and REST classes, nothing of the engine's services.
   */
  static final ArchRule ENGINE_LIVES_IN_WORKFLOW =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.honbu.workflow..")
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<JavaClass>("are the engine's") {
                @Override
                public boolean test(JavaClass type) {
                  String name = type.getName();
                  return name.startsWith("org.camunda.")
                      && !name.startsWith("org.camunda.bpm.webapp.")
                      && !name.startsWith("org.camunda.bpm.engine.rest.")
                      && !name.equals("org.camunda.bpm.engine.ProcessEngine");
                }
              })
          .because("a successor engine must be one module's work");

  /** Rule 3, the other half: the exception above is Tasklist's alone. */
  static final ArchRule WEBAPP_LIVES_IN_TASKLIST =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.honbu.workflow..", "org.honbu.tasklist..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  /**
   * Rule 5: one door out. Only notifications opens connections to the world. {@code people} reads
   * Keycloak and sends no one anything; Slack's line speaks behind the gateway alone (below).
   */
  static final ArchRule ONE_DOOR_OUT =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.honbu.notifications..", "org.honbu.people..", "org.honbu.slack.internal.wire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "jakarta.mail..", "jakarta.ws.rs.client..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.DatagramSocket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLConnection")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.channels.SocketChannel")
          .because("the gateway in notifications knows which channels a drill may use");

  /**
   * Rule 5 for Slack: only what the gateway calls may say what others see. The rest of the module
   * asks, and answers whoever asked (ADR-0012).
   */
  static final ArchRule SLACK_SPEAKS_BEHIND_THE_GATEWAY =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.honbu.slack.internal.chat..", "org.honbu.slack.internal.wire..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.honbu.slack.internal.wire.Speaks");

  /** Rule 5 for people: it may ask Keycloak by HTTP, and has no other way out. */
  static final ArchRule PEOPLE_ONLY_READS =
      noClasses()
          .that()
          .resideInAPackage("org.honbu.people..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "jakarta.ws.rs.client..");

  /**
   * A bean locks an object of its own. The proxy before a bean repeats {@code synchronized} and
   * holds its own lock while the bean waits: senders once slept in each other's way for seconds.
   */
  static final ArchRule BEANS_DO_NOT_LOCK_THEMSELVES =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(ApplicationScoped.class)
          .or()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(RequestScoped.class)
          .or()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(SessionScoped.class)
          .should()
          .haveModifier(JavaModifier.SYNCHRONIZED);

  private static ArchCondition<JavaClass> dependOnlyOn(
      String what, BiPredicate<JavaClass, JavaClass> allowed) {
    return new ArchCondition<>("depend only on " + what) {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          JavaClass to = dependency.getTargetClass();
          boolean crosses = Modules.of(to).isPresent() && !Modules.of(to).equals(Modules.of(from));
          if (crosses && !allowed.test(from, to)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isBelow(JavaClass from, JavaClass to) {
    return layer(from) > layer(to);
  }

  private static int layer(JavaClass type) {
    String module = Modules.of(type).orElseThrow();
    return Objects.requireNonNull(
        Modules.LAYERS.get(module), () -> module + " has no layer in ARCHITECTURE 2");
  }

  /**
   * Rule 4: each module owns its schema. Names of another module's tables in SQL, be it a migration
   * or a query in Java source.
   *
   * @param module whose text it is
   * @return every {@code schema.table} of somebody else; the engine's schema is workflow's
   */
  static List<String> foreignTables(String module, String text) {
    var found = new ArrayList<String>();
    String schemas = String.join("|", Modules.LAYERS.keySet()) + "|engine";
    var table =
        Pattern.compile(
            "\\b(?:from|join|into|update|references|table|on)\\s+\"?(" + schemas + ")\"?\\.\"?\\w+",
            Pattern.CASE_INSENSITIVE);
    var matcher = table.matcher(text);
    while (matcher.find()) {
      String schema = matcher.group(1).toLowerCase(Locale.ROOT);
      boolean own = schema.equals(module) || (schema.equals("engine") && module.equals("workflow"));
      if (!own) {
        found.add(matcher.group());
      }
    }
    return found;
  }
}
