package org.honbu.tasklist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tasklist in Japanese says everything it says in English. */
class JapaneseTest {
  private static final String LOCALES = "app/tasklist/locales/";
  private static final Pattern VALUE = Pattern.compile("\\{\\{ ?(\\w+) ?}}");
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  private final JsonObject english = StockWebapp.json(LOCALES + "en.json");
  private final JsonObject japanese = StockWebapp.oursAsJson(LOCALES + "ja.json");

  JapaneseTest() throws IOException {}

  @Test
  void everyLabelIsThereAndNoneIsInvented() {
    assertThat(labels(japanese).keySet()).hasSize(412).isEqualTo(labels(english).keySet());
  }

  @Test
  void everyLabelIsInJapanese() {
    Set<String> same =
        Set.of(
            "FILTER_FORM_PERMISSION_IDENTIFIER",
            "NO_TASK_FORM",
            "SEARCH_LESS_THAN",
            "SEARCH_LESS_THAN_EQUALS",
            "SEARCH_GREATER_THAN",
            "SEARCH_GREATER_THAN_EQUALS");

    assertThat(labels(japanese).keySet())
        .filteredOn(key -> !JAPANESE.matcher(labels(japanese).getString(key)).find())
        .containsExactlyInAnyOrderElementsOf(same);
  }

  @Test
  void everyLabelKeepsItsValues() {
    assertThat(labels(english).keySet())
        .allSatisfy(
            key ->
                assertThat(values(labels(japanese).getString(key)))
                    .as(key)
                    .isEqualTo(values(labels(english).getString(key))));
  }

  @Test
  void everyWordAboutTimeIsThere() {
    JsonObject ours = japanese.getJsonObject("dateLocales");
    JsonObject theirs = english.getJsonObject("dateLocales");

    assertThat(ours.keySet()).isEqualTo(theirs.keySet());
    for (String part : Set.of("calendar", "longDateFormat", "relativeTime", "week")) {
      assertThat(ours.getJsonObject(part).keySet())
          .as(part)
          .isEqualTo(theirs.getJsonObject(part).keySet());
    }
    for (String part :
        Set.of("months", "monthsShort", "weekdays", "weekdaysMin", "weekdaysShort")) {
      assertThat(ours.getJsonArray(part)).as(part).hasSameSizeAs(theirs.getJsonArray(part));
    }
  }

  private static JsonObject labels(JsonObject locale) {
    return locale.getJsonObject("labels");
  }

  private static Set<String> values(String label) {
    return VALUE
        .matcher(label)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
