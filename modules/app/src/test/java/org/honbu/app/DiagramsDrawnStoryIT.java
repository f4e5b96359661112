package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.testkit.browser.Chromium;
import org.honbu.testkit.browser.DrawingBoard;
import org.honbu.testkit.needs.Needs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever opens a diagram or a table of the process owners' folder sees all of it. */
@Needs(Chromium.PROGRAM)
@Tag("any-database")
class DiagramsDrawnStoryIT {
  private static final Path ROOT = Path.of(System.getProperty("honbu.root"));

  /** What a process is made of and a reader must see; read from the text, not from the viewer. */
  private static final Pattern STEPS =
      Pattern.compile(
          "<bpmn:(?:task|\\w+Task|\\w+Event|\\w+Gateway|callActivity|subProcess|transaction"
              + "|sequenceFlow|textAnnotation|association|participant|lane|messageFlow)"
              + "\\s[^>]*?\\bid=\"([^\"]+)\"");

  private static final Pattern PARTS =
      Pattern.compile(
          "<(?:\\w+:)?(?:decision|inputData|input|output|rule|inputEntry|outputEntry)"
              + "\\s[^>]*?\\bid=\"([^\"]+)\"");

  private static @Nullable Chromium chromium;
  private static @Nullable DrawingBoard board;

  @BeforeAll
  static void takeABoard() {
    chromium = Chromium.start(URI.create("http://localhost"), Path.of("target/screenshots/drawn"));
    board =
        chromium.drawingBoard(
            List.of(
                ROOT.resolve(
                    "modules/web/src/main/webapp/assets/vendor/bpmn-js/"
                        + "bpmn-viewer.production.min.js"),
                Path.of("src/test/resources/vendor/dmn-js/dmn-viewer.production.min.js")));
  }

  @AfterAll
  static void putItAway() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyDiagramIsDrawnWhole() throws IOException {
    return files(".bpmn").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> whole(onTheBoard().process(text(file)), ids(STEPS, text(file)))));
  }

  @TestFactory
  Stream<DynamicTest> everyTableIsDrawnWhole() throws IOException {
    return files(".dmn").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> whole(onTheBoard().decision(text(file)), ids(PARTS, text(file)))));
  }

  /** The proof that the others can fail: a step whose shape is gone is missed. */
  @Test
  void aStepWithoutItsShapeIsMissed() throws IOException {
    String whole = text(ROOT.resolve("bpmn/response/Recovery.bpmn"));
    String torn =
        whole.replaceFirst(
            "(?s)<bpmndi:BPMNShape [^>]*bpmnElement=\"Activity_DeclareResolved\".*?"
                + "</bpmndi:BPMNShape>",
            "");
    assertThat(torn).isNotEqualTo(whole);

    Set<String> missed = ids(STEPS, torn);
    missed.removeAll(onTheBoard().process(torn).drawn());

    assertThat(missed).contains("Activity_DeclareResolved");
  }

  private static void whole(DrawingBoard.Drawing drawing, Set<String> wanted) {
    assertThat(drawing.warnings()).isEmpty();
    assertThat(wanted).isNotEmpty();
    assertThat(drawing.drawn()).containsAll(wanted);
  }

  private static DrawingBoard onTheBoard() {
    if (board == null) {
      throw new IllegalStateException("there is no board");
    }
    return board;
  }

  private static Set<String> ids(Pattern elements, String xml) {
    return elements
        .matcher(xml)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT.resolve("bpmn"))) {
      List<Path> found = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
