package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

  /** A dialog outside of every region would offer for hours what held when the page was opened. */
  @Test
  void whatADialogOfAnIncidentOffersIsRefreshed() throws XMLStreamException {
    Set<String> outside = new TreeSet<>();
    for (Map.Entry<String, String> view : views.entrySet()) {
      if (view.getKey().startsWith("WEB-INF/")) {
        outside.addAll(dialogsOutsideOfRegions(view.getValue()));
      }
    }
    assertThat(outside)
        .as("but the list of keys, which is the same for all")
        .containsExactly("keys");
  }

  private static Set<String> dialogsOutsideOfRegions(String view) throws XMLStreamException {
    XMLInputFactory parsers = XMLInputFactory.newFactory();
    parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader markup = parsers.createXMLStreamReader(new StringReader(view));
    Set<String> outside = new TreeSet<>();
    int depth = 0;
    int region = Integer.MAX_VALUE;
    while (markup.hasNext()) {
      int event = markup.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (markup.getAttributeValue(null, "data-region") != null) {
          region = Math.min(region, depth);
        }
        if (markup.getLocalName().equals("dialog") && depth < region) {
          outside.add(markup.getAttributeValue(null, "id"));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        region = depth == region ? Integer.MAX_VALUE : region;
        depth--;
      }
    }
    return outside;
  }

  @Test
  void theListOfKeysSaysEachKeyThereIs() {
    String list = views.getOrDefault("WEB-INF/room/keys.xhtml", "");
    String code = sources("RoomActs") + sources("ConsolePart");
    String markup = String.join("\n", views.values());

    Set<String> single =
        found("<kbd>([a-z])</kbd>", list.replaceAll("<kbd>g</kbd> <kbd>.</kbd>", ""));
    Set<String> keys = found("\"([a-z])\"", code);
    keys.addAll(found("data-key=\"([a-z])\"", markup));
    keys.add("c");
    assertThat(single).isEqualTo(keys);

    Set<String> places = found("data-go=\"([a-z])\"", markup);
    places.add("b");
    assertThat(found("<kbd>g</kbd> <kbd>([a-z])</kbd>", list)).isEqualTo(places);
  }

  private static String sources(String type) {
    return Views.java().getOrDefault("org/honbu/web/internal/" + type + ".java", "");
  }

  @Test
  void everyDialogThatAButtonOpensIsThere() {
    String markup = String.join("\n", views.values());
    Set<String> opened = found("data-dialog=\"([a-z-]+)\"", markup);
    opened.addAll(found("\"(ask-[a-z-]*[a-z])\"", String.join("\n", Views.java().values())));
    Stream.of(Offer.values()).filter(Offer::asks).forEach(one -> opened.add("ask-" + one.act()));

    assertThat(found("<dialog id=\"([a-z-]+)\"", markup)).containsAll(opened);
  }

  /** All fragments stand on one page, the incident's. */
  @Test
  void noIdStandsInTwoFragments() {
    Map<String, String> places = new TreeMap<>();
    views.forEach(
        (path, view) -> {
          if (path.startsWith("WEB-INF/") && !path.contains("/view-")) {
            found("\\sid=\"([a-z-]+)\"", view)
                .forEach(id -> assertThat(places.put(id, path)).as(id + " in " + path).isNull());
          }
        });
    assertThat(places).containsKeys("note", "roster", "timeline");
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
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
