package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An incident's page reads in another order for whoever commands; nobody is shown less. */
class RoomOrderTest {
  private static final Pattern PART = Pattern.compile("<ui:include src=\"([^\"]+)\"");

  private static final Pattern REORDERS =
      Pattern.compile("(?<![-\\w])order:|(?:row|column)-reverse");

  private final Map<String, String> views = Views.all();

  @Test
  void everybodyReadsTheSameParts() {
    List<String> commander = parts("commander");

    assertThat(commander).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    assertThat(parts("participant")).containsExactlyInAnyOrderElementsOf(commander);
    assertThat(parts("alone")).containsExactlyInAnyOrderElementsOf(commander);
  }

  @Test
  void whoCommandsSeesFirstWhatWaitsForThem() {
    assertThat(parts("commander").subList(0, 2))
        .containsExactly("/WEB-INF/handover/panels.xhtml", "/WEB-INF/room/draft.xhtml");
    assertThat(parts("participant").get(0)).isEqualTo("/WEB-INF/room/your-work.xhtml");
  }

  @Test
  void noPartStandsTwiceAndEveryPlaceTheKeysAndTabsNameExists() {
    String room =
        Stream.concat(
                Stream.of("commander").map(RoomOrderTest::view),
                parts("commander").stream().map(path -> path.substring(1)))
            .map(this::text)
            .reduce("", String::concat);

    String bar = text("WEB-INF/room/bar.xhtml");
    assertThat(found("href=\"#([a-z-]+)\"", bar))
        .isNotEmpty()
        .allSatisfy(place -> assertThat(room).containsOnlyOnce("id=\"" + place + "\""));
    assertThat(found("<kbd>g</kbd> <kbd>([a-z])</kbd>", text("WEB-INF/room/keys.xhtml")))
        .contains("r", "w", "t", "l")
        .filteredOn(key -> !key.equals("b"))
        .allSatisfy(key -> assertThat(room).containsOnlyOnce("data-go=\"" + key + "\""));
  }

  /** Keyboard and screen readers follow the markup: on a phone too it stands as it is seen. */
  @Test
  void noStyleSheetShowsAnotherOrderThanIsRead() {
    Map<String, String> styles = Views.styles();

    assertThat(styles).containsKeys("assets/css/console.css", "assets/css/honbu.css");
    styles.forEach((path, style) -> assertThat(style).as(path).doesNotContainPattern(REORDERS));
    assertThat("a{order:1}").containsPattern(REORDERS);
    assertThat("a{border:1px solid}").doesNotContainPattern(REORDERS);
  }

  private List<String> parts(String view) {
    return PART.matcher(text(view(view))).results().map(part -> part.group(1)).toList();
  }

  private String text(String path) {
    return Objects.requireNonNull(views.get(path), path);
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String view(String name) {
    return "WEB-INF/room/view-" + name + ".xhtml";
  }
}
