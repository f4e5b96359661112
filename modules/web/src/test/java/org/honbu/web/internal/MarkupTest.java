package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the content policy would block, and what would let somebody's words become markup. */
class MarkupTest {
  private static final Pattern INLINE =
      Pattern.compile(
          "\\s(?:style|on[a-z]+)\\s*=\\s*\"|<script(?![^>]*\\ssrc=)|<style|javascript:");
  private static final Pattern UNESCAPED = Pattern.compile("escape\\s*=\\s*\"(?!true)");

  /** A region is swapped when what is in it has changed; what stands on it would grow old. */
  private static final Pattern ON_A_REGION =
      Pattern.compile("<(?=[^<>]*\\sdata-region=)[^<>]*[#$]\\{");

  private final Map<String, String> views = Views.all();

  @Test
  void thereAreViewsToLookAt() {
    assertThat(views).containsKeys("WEB-INF/layout.xhtml", "pages/start.xhtml");
  }

  @Test
  void noViewCarriesScriptOrStyleInItsMarkup() {
    views.forEach((path, view) -> assertThat(view).as(path).doesNotContainPattern(INLINE));
  }

  @Test
  void noViewWritesWordsUnescaped() {
    views.forEach((path, view) -> assertThat(view).as(path).doesNotContainPattern(UNESCAPED));
  }

  @Test
  void whatTheServerSaysStandsInARegionAndNotOnIt() {
    views.forEach((path, view) -> assertThat(view).as(path).doesNotContainPattern(ON_A_REGION));
  }

  @Test
  void everyPageHasItsViewAndEveryViewItsPage() {
    for (Page page : Page.values()) {
      assertThat(views).containsKey(page.view().substring(1));
    }
    assertThat(views.keySet().stream().filter(path -> path.startsWith("pages/")))
        .hasSize(Page.values().length);
  }

  @Test
  void theGuardsSeeWhatTheyForbid() {
    assertThat("<p style=\"x\">").containsPattern(INLINE);
    assertThat("<a onclick=\"x\">").containsPattern(INLINE);
    assertThat("<script>x</script>").containsPattern(INLINE);
    assertThat("escape=\"false\"").containsPattern(UNESCAPED);
    assertThat("<div data-region=\"a\" data-b=\"#{c}\">").containsPattern(ON_A_REGION);
    assertThat("<div class=\"#{c}\" data-region=\"a\">").containsPattern(ON_A_REGION);
  }
}
