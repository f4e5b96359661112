package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.honbu.kernel.PersonId;
import org.honbu.people.Role;
import org.honbu.workflow.Directory;
import org.honbu.workflow.TaskRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/permissions.csv} against what is there: every page, every act of a page, every
 * endpoint and every human task has its line, and every line its thing. What can be asked for in
 * Slack is held by {@code SlackPermissionsTest}, what is served below {@code /camunda} by {@code
 * TasklistPermissionsTest}, and what the server does by {@code PermissionsIT} and, with the tasks,
 * {@code TaskMatrixIT}.
 *
 * <p>A door is whatever {@code web.xml} serves beside the pages; behind some of them a signed token
 * is the key.
 *
 * <p>Cells: {@code yes}, {@code no}, or {@code duty}: let through to the façade, which decides by
 * duty, team and state. The cells of pages, acts and tasks are computed here; of endpoints, whom
 * the gate turns away.
 */
class PermissionsTest {
  private static final java.nio.file.Path ROOT = Views.WEBAPP.resolve("../../../../..");
  private static final java.nio.file.Path MATRIX = ROOT.resolve("docs/permissions.csv");
  private static final String STRANGER = "anonymous";
  private static final String OUTSIDER = "none";
  private static final List<String> KINDS =
      Stream.concat(Stream.of(STRANGER, OUTSIDER), Arrays.stream(Role.values()).map(Role::group))
          .toList();

  /** Lines of other tests, which know what is there of them. */
  private static final List<String> OTHERS = List.of("slack ", "tasklist ");

  /** Every web application of the EAR by where it stands, and the test that holds its URLs. */
  private static final Map<String, String> WARS =
      Map.of(
          "honbu-web /",
          "modules/web/src/test/java/org/honbu/web/internal/PermissionsTest.java",
          "honbu-tasklist /camunda",
          "modules/tasklist/src/test/java/org/honbu/tasklist/internal"
              + "/TasklistPermissionsTest.java");

  private static final Pattern WAR =
      Pattern.compile("<webModule>.*<artifactId>(.*)</artifactId><contextRoot>(.*)</contextRoot>");

  /**
   * Endpoints whose façade asks for a role and for nothing else, as {@code PermissionsIT} shows.
   */
  private static final Map<String, Set<String>> BY_ROLE =
      Map.of(
          "PUT /diagram-set", Set.of("process-owner", "admin"),
          "DELETE /diagram-set", Set.of("process-owner", "admin"),
          "GET /dead-letters", Set.of("process-owner", "admin"),
          "GET /dead-letters/{id}/body", Set.of("process-owner", "admin"),
          "PUT /components/{id}", Set.of("schedule-admin", "admin"),
          "PUT /status/components/{component}", Set.of("process-owner", "admin"),
          "DELETE /status/components/{component}", Set.of("process-owner", "admin"));

  private static final Set<String> REACHED_BY_NONE = Set.of("/error", "*.xhtml");
  private static final Pattern SERVED =
      Pattern.compile(
          "(?m)^@(?:Path|WebServlet|WebFilter|WebListener|ServerEndpoint)\\b|implements"
              + " .*\\bActList\\b");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.honbu");

  private static Map<String, List<String>> real = Map.of();

  /** Reading every class takes a second. */
  @BeforeAll
  static void look() throws Exception {
    real = real();
  }

  @Test
  void everyLineHasItsThingAndEveryThingItsLine() throws Exception {
    assertThat(written().keySet()).isEqualTo(real.keySet());
  }

  @Test
  void everyCellSaysWhatHappens() throws Exception {
    written()
        .forEach(
            (what, cells) -> {
              List<String> expected = real.getOrDefault(what, List.of());
              assertThat(expected).as(what).hasSize(KINDS.size());
              for (int i = 0; i < KINDS.size(); i++) {
                assertThat(cells.get(i))
                    .as(what + " for " + KINDS.get(i))
                    .isEqualTo(expected.get(i));
              }
            });
  }

  @Test
  void theMatrixIsNotEmptyAnywhere() {
    for (String kind : List.of("page ", "act ", "door ", "endpoint ", "task ")) {
      assertThat(real.keySet()).as(kind).anyMatch(what -> what.startsWith(kind));
    }
  }

  @Test
  void strangersAndOutsidersGetNothingOfTheApiButTheIntakesWithAKey() throws Exception {
    written()
        .forEach(
            (what, cells) -> {
              if (what.startsWith("endpoint ") && !cells.contains("key")) {
                assertThat(cells.subList(0, 2)).as(what).containsExactly("no", "no");
              }
            });
  }

  /** What is not on this module's class path would be served and not be seen here. */
  @Test
  void nothingIsServedThatIsNotLookedAtHere() throws IOException {
    Set<String> known =
        CLASSES.stream().map(JavaClass::getFullName).collect(Collectors.toCollection(TreeSet::new));
    Set<String> served = new TreeSet<>();
    try (Stream<java.nio.file.Path> modules = Files.list(ROOT.resolve("modules"))) {
      for (java.nio.file.Path module : modules.filter(one -> !one.endsWith("testkit")).toList()) {
        served.addAll(served(module.resolve("src/main/java")));
      }
    }

    assertThat(served).hasSizeGreaterThan(40);
    assertThat(known).containsAll(served);
  }

  @Test
  void everyWebApplicationIsHeldBySomeTest() throws IOException {
    Set<String> packed =
        WAR.matcher(Files.readString(ROOT.resolve("modules/app/pom.xml")))
            .results()
            .map(war -> war.group(1) + " " + war.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written = new TreeSet<>();
    try (Stream<java.nio.file.Path> modules = Files.list(ROOT.resolve("modules"))) {
      modules
          .filter(one -> Files.exists(one.resolve("src/main/webapp/WEB-INF/web.xml")))
          .forEach(one -> written.add("honbu-" + one.getFileName()));
    }

    assertThat(packed).containsExactlyInAnyOrderElementsOf(WARS.keySet());
    assertThat(WARS.keySet().stream().map(war -> war.split(" ", 2)[0]))
        .containsExactlyInAnyOrderElementsOf(written);
    assertThat(WARS.values()).allMatch(test -> Files.exists(ROOT.resolve(test)));
  }

  private static Set<String> served(java.nio.file.Path sources) throws IOException {
    Set<String> served = new TreeSet<>();
    if (!Files.isDirectory(sources)) {
      return served;
    }
    try (Stream<java.nio.file.Path> files = Files.walk(sources)) {
      for (java.nio.file.Path file :
          files.filter(any -> any.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (SERVED.matcher(text).find()) {
          String name = sources.relativize(file).toString().replace('/', '.');
          served.add(name.substring(0, name.length() - ".java".length()));
          assertThat(text)
              .as(file + ": a servlet stands in web.xml, where its door is read from")
              .doesNotContain("@WebServlet", "@WebFilter", "@WebListener", "@ServerEndpoint");
        }
      }
    }
    return served;
  }

  /**
   * Tasklist asks the rule of a step; without one its candidates might do what no façade allows.
   */
  @Test
  void everyTaskHasItsOneRule() {
    List<String> ruled =
        made(TaskRule.class).flatMap(rule -> rule.steps().stream()).sorted().toList();

    assertThat(ruled).doesNotHaveDuplicates();
    assertThat(ruled)
        .containsExactlyElementsOf(
            real.keySet().stream()
                .filter(what -> what.startsWith("task "))
                .map(what -> what.substring("task ".length()))
                .toList());
  }

  private static Map<String, List<String>> written() throws IOException {
    Map<String, List<String>> lines = new TreeMap<>();
    List<String> all = Files.readAllLines(MATRIX);
    assertThat(all.get(0)).isEqualTo("what," + String.join(",", KINDS));
    for (String line : all.subList(1, all.size())) {
      if (OTHERS.stream().anyMatch(line::startsWith)) {
        continue;
      }
      List<String> cells = Arrays.asList(line.split(",", -1));
      assertThat(lines.put(cells.get(0), cells.subList(1, cells.size()))).as(line).isNull();
    }
    return lines;
  }

  private static Map<String, List<String>> real() throws Exception {
    Map<String, List<String>> things = new TreeMap<>();
    for (Page page : Page.values()) {
      things.put("page " + page.path(), row(role -> opens(page, role)));
    }
    for (String door : doors()) {
      things.put("door " + door, row(role -> passes(door, role)));
    }
    for (Act act : acts()) {
      things.put("act " + act.page().path() + " " + act.name(), row(role -> performs(act, role)));
    }
    for (String endpoint : endpoints()) {
      things.put("endpoint " + endpoint, row(role -> reaches(endpoint, role)));
    }
    things.putAll(tasks());
    return things;
  }

  private static List<String> row(java.util.function.UnaryOperator<String> cell) {
    return KINDS.stream().map(cell).toList();
  }

  private static String opens(Page page, String kind) {
    return let(Sent.get(page.path().replace("{number}", "INC-2026-0001")), kind) ? "yes" : "no";
  }

  private static String passes(String door, String kind) {
    return let(Sent.get(door.replace("*", "token")), kind) ? "yes" : "no";
  }

  private static String performs(Act act, String kind) {
    if (kind.equals(STRANGER) || kind.equals(OUTSIDER) || !act.page().opensFor(Set.of(kind))) {
      return "no";
    }
    if (!act.roles().isEmpty()) {
      return act.roles().contains(kind) ? "duty" : "no";
    }
    return "duty";
  }

  private static String reaches(String endpoint, String kind) {
    int blank = endpoint.indexOf(' ');
    String path = "/api/v1" + endpoint.substring(blank + 1).replaceAll("\\{[^}]*}", "x");
    if (Paths.isIntakePath(path)) {
      return "key";
    }
    boolean holds =
        Optional.ofNullable(BY_ROLE.get(endpoint)).map(in -> in.contains(kind)).orElse(true);
    return holds && let(Sent.get(path), kind) ? "duty" : "no";
  }

  private static boolean let(Sent sent, String kind) {
    if (!kind.equals(STRANGER)) {
      sent.by("somebody");
    }
    Set<String> groups = kind.equals(OUTSIDER) ? Set.of() : Set.of(kind);
    return Gate.refusal(sent.request(), new OneRole(groups)).isEmpty();
  }

  /** Every list of acts there is; whoever adds one adds it here by that. */
  private static List<Act> acts() {
    return made(ActList.class).flatMap(list -> list.acts().stream()).toList();
  }

  /** What implements a type, made of nothing: none touches what it is built of before it works. */
  private static <T> Stream<T> made(Class<T> type) {
    return CLASSES.stream()
        .filter(one -> one.isAssignableTo(type) && !one.isInterface())
        .filter(one -> !one.getPackageName().startsWith("org.honbu.testkit"))
        .map(JavaClass::reflect)
        .map(one -> type.cast(madeOfNothing(one)));
  }

  private static Object madeOfNothing(Class<?> one) {
    try {
      Constructor<?> constructor =
          Arrays.stream(one.getDeclaredConstructors())
              .filter(any -> any.isAnnotationPresent(Inject.class))
              .findFirst()
              .orElseGet(() -> one.getDeclaredConstructors()[0]);
      constructor.setAccessible(true);
      return constructor.newInstance(new Object[constructor.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(one + " does something before it is asked to", e);
    }
  }

  /** What is served beside the pages; the views and the page of last resort are reached by none. */
  private static Set<String> doors() throws Exception {
    Set<String> doors = new TreeSet<>();
    try (InputStream in = Files.newInputStream(Views.WEBAPP.resolve("WEB-INF/web.xml"))) {
      XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      boolean maps = false;
      while (xml.hasNext()) {
        int next = xml.next();
        if (next == XMLStreamConstants.END_ELEMENT) {
          maps &= !xml.getLocalName().equals("servlet-mapping");
        } else if (next == XMLStreamConstants.START_ELEMENT) {
          maps |= xml.getLocalName().equals("servlet-mapping");
          if (maps && xml.getLocalName().equals("url-pattern")) {
            doors.add(xml.getElementText());
          }
        }
      }
    }
    doors.removeAll(REACHED_BY_NONE);
    return doors;
  }

  private static Set<String> endpoints() {
    Set<String> endpoints = new TreeSet<>();
    for (JavaClass resource : CLASSES) {
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

  private static Map<String, List<String>> tasks() throws Exception {
    Map<String, List<String>> tasks = new TreeMap<>();
    try (Stream<java.nio.file.Path> files = Files.walk(ROOT.resolve("bpmn"))) {
      for (java.nio.file.Path file :
          files.filter(path -> path.toString().endsWith(".bpmn")).sorted().toList()) {
        readTasks(file, tasks);
      }
    }
    return tasks;
  }

  private static void readTasks(java.nio.file.Path diagram, Map<String, List<String>> tasks)
      throws Exception {
    try (InputStream in = Files.newInputStream(diagram)) {
      XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("userTask")) {
          tasks.put("task " + xml.getAttributeValue(null, "id"), candidates(xml));
        }
      }
    }
  }

  /** Who is offered the task by role; by team, by name or as its holder counts as duty. */
  private static List<String> candidates(XMLStreamReader task) {
    String camunda = "http://camunda.org/schema/1.0/bpmn";
    String groups =
        Optional.ofNullable(task.getAttributeValue(camunda, "candidateGroups")).orElse("");
    boolean byDuty =
        groups.contains("team:")
            || task.getAttributeValue(camunda, "candidateUsers") != null
            || task.getAttributeValue(camunda, "assignee") != null;
    Set<String> roles =
        Arrays.stream(groups.split(",")).map(String::strip).collect(Collectors.toSet());
    return row(
        kind ->
            roles.contains(kind)
                ? "yes"
                : byDuty && !kind.equals(STRANGER) && !kind.equals(OUTSIDER) ? "duty" : "no");
  }

  private record OneRole(Set<String> groups) implements Directory {
    @Override
    public Optional<Entry> find(PersonId person) {
      return groups.isEmpty()
          ? Optional.empty()
          : Optional.of(new Entry(person, "", "", "", groups));
    }

    @Override
    public List<Entry> everybody() {
      throw new AssertionError("only one person is asked for");
    }
  }

  /** Prints the matrix as it is; its lines are to be read before they are committed. */
  public static void main(String[] ignored) throws Exception {
    System.out.println("what," + String.join(",", KINDS));
    real().forEach((what, cells) -> System.out.println(what + "," + String.join(",", cells)));
  }
}
