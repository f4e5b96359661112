package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.IncidentId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nobody outside reads a private incident (A34): every page, endpoint and list that there is, is
 * either behind the one guard or has its line in {@code docs/privacy.md} that says what outsiders
 * get there. What is new and listed nowhere is red.
 */
class OutsidersTest {
  private static final java.nio.file.Path LIST =
      Views.WEBAPP.resolve("../../../../..").resolve("docs/privacy.md");

  /** {@code | `GET /reports` | … |}: the first cell of a line of the list. */
  private static final Pattern LISTED = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

  private static final Set<String> MANY = Set.of("board", "open", "mine", "resolvedSince");

  private static JavaClasses classes = new ClassFileImporter().importClasses();
  private static Set<String> listed = Set.of();

  /** Reading every class takes a second. */
  @BeforeAll
  static void look() throws IOException {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.honbu");
    listed =
        LISTED
            .matcher(Files.readString(LIST))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everythingBelowAnIncidentIsShutButWhatLetsPeopleIn() {
    Set<String> below =
        endpoints().stream()
            .filter(endpoint -> endpoint.contains(" /incidents/{"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(below).hasSizeGreaterThan(60);
    assertThat(below)
        .filteredOn(endpoint -> guarded(endpoint).isEmpty())
        .containsExactlyInAnyOrder(
            "GET /incidents/{id}",
            "POST /incidents/{id}/command",
            "POST /incidents/{id}/announcing");
  }

  @Test
  void everyOtherEndpointSaysWhatOutsidersGet() {
    Set<String> open =
        endpoints().stream()
            .filter(endpoint -> guarded(endpoint).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named("GET ", "POST ", "PUT ", "DELETE ")).isEqualTo(open);
  }

  @Test
  void everyPageSaysWhatOutsidersGet() {
    Set<String> pages =
        Arrays.stream(Page.values())
            .map(page -> "page " + page.path())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named("page ")).isEqualTo(pages);
  }

  @Test
  void theRouterShutsEveryPageOfAnIncident() {
    assertThat(Arrays.stream(Page.values()).filter(page -> page.path().startsWith("/incidents/{")))
        .filteredOn(page -> !page.isOfAnIncident())
        .containsExactly(Page.PRIVATE);
  }

  /** Whoever reads many incidents at once either asks who may read them or says why not. */
  @Test
  void whoeverListsIncidentsAsksWhoMayReadThem() {
    Set<String> careless =
        classes.stream()
            .filter(OutsidersTest::lists)
            .filter(
                one ->
                    !one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> to.getTargetClass().isEquivalentTo(Privacy.class)))
            .map(JavaClass::getSimpleName)
            .map(name -> "class " + name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named("class ")).isEqualTo(careless);
  }

  @Test
  void theGuardSeesThroughHowAnAddressIsWritten() {
    IncidentId incident = new IncidentId("INC-2026-0001");
    assertThat(Outsiders.guarded("GET", List.of("incidents", "INC-2026-0001", "timeline")))
        .contains(incident);
    assertThat(Outsiders.guarded("GET", List.of("", "incidents", "", "INC-2026-0001", "copy.txt")))
        .contains(incident);
    assertThat(Outsiders.guarded("GET", List.of("incidents", "INC-2026-0001", "command")))
        .contains(incident);
    assertThat(Outsiders.guarded("DELETE", List.of("incidents", "INC-2026-0001")))
        .contains(incident);
    assertThat(Outsiders.guarded("GET", List.of("incidents", "no-number", "timeline"))).isEmpty();
    assertThat(Outsiders.guarded("GET", List.of("incidents"))).isEmpty();
  }

  @Test
  void outsidersMayTakeWhatIsOfferedByRoleAndNothingElse() {
    assertThat(Outsiders.may("take-command")).isTrue();
    assertThat(Outsiders.may("take-announcing")).isTrue();
    assertThat(List.of("join", "note", "open-to-all", "escalate", "")).noneMatch(Outsiders::may);
    assertThat(Outsiders.may(null)).isFalse();
  }

  private static Set<String> named(String... kinds) {
    return listed.stream()
        .filter(what -> Arrays.stream(kinds).anyMatch(what::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean lists(JavaClass one) {
    return !one.getPackageName().startsWith("org.honbu.incidents.internal")
        && one.getMethodCallsFromSelf().stream()
            .anyMatch(
                call ->
                    call.getTargetOwner().isEquivalentTo(IncidentBoard.class)
                        && MANY.contains(call.getName()));
  }

  private static Optional<IncidentId> guarded(String endpoint) {
    int blank = endpoint.indexOf(' ');
    String path = endpoint.substring(blank + 2).replaceAll("\\{[^}]*}", "INC-2026-0001");
    return Outsiders.guarded(endpoint.substring(0, blank), List.of(path.split("/")));
  }

  private static Set<String> endpoints() {
    Set<String> endpoints = new TreeSet<>();
    for (JavaClass resource : classes) {
      if (resource.isAnnotatedWith(Path.class)) {
        for (JavaMethod method : resource.getMethods()) {
          verb(method).ifPresent(verb -> endpoints.add(verb + " " + path(resource, method)));
        }
      }
    }
    return endpoints;
  }

  private static Optional<String> verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .filter(type -> type.isAnnotatedWith(HttpMethod.class))
        .map(type -> type.getAnnotationOfType(HttpMethod.class).value())
        .findFirst();
  }

  private static String path(JavaClass resource, JavaMethod method) {
    String own =
        method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
    return ("/" + resource.getAnnotationOfType(Path.class).value() + "/" + own)
        .replaceAll("/+", "/")
        .replaceAll("/$", "");
  }
}
