package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern QUOTED =
      Pattern.compile("['\"]([A-Za-z]+(?:[.-][A-Za-z0-9_-]+)*\\.?)['\"]");

  /** “1 signals”; a name or a time may stand in the place of a count: “is”, “serves”. */
  private static final Pattern ONE_OF_MANY =
      Pattern.compile("\\b1 (?!(?:is|serves)\\b)[a-z]{2,}s\\b");

  private final ResourceBundle japanese = bundle(Locale.JAPANESE);
  private final ResourceBundle english = bundle(Locale.ENGLISH);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(japanese.keySet()).isEqualTo(english.keySet());
  }

  @Test
  void bothLanguagesNameTheSameValues() {
    for (String key : english.keySet()) {
      assertThat(places(japanese.getString(key))).as(key).isEqualTo(places(english.getString(key)));
    }
  }

  @Test
  void everyWordIsUsedSomewhere() {
    Set<String> used = quoted();

    Set<String> unused =
        english.keySet().stream()
            .filter(key -> !used.contains(key) && used.stream().noneMatch(isFamilyOf(key)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unused).isEmpty();
  }

  @Test
  void everyWordThatAViewAsksForExists() {
    Set<String> asked = new TreeSet<>();
    for (String view : Views.all().values()) {
      Matcher say = Pattern.compile("(?:m\\['|t\\.say\\(')([^']+)'[\\]),]").matcher(view);
      while (say.find()) {
        asked.add(say.group(1));
      }
    }

    assertThat(asked).isNotEmpty();
    assertThat(english.keySet()).containsAll(asked);
  }

  @Test
  void wordsWithValuesAreWellFormed() {
    for (String key : english.keySet()) {
      if (english.getString(key).contains("{")) {
        assertThat(
                new MessageFormat(english.getString(key), Locale.ENGLISH)
                    .format(new Object[] {1, 2, 3}))
            .as(key)
            .doesNotContain("{");
        assertThat(english.getString(key)).as("a lone ' swallows what follows").doesNotContain("'");
      }
    }
  }

  @Test
  void oneIsSingular() {
    for (String key : english.keySet()) {
      String sentence =
          new MessageFormat(english.getString(key), Locale.ENGLISH).format(new Object[] {1, 1, 1});
      assertThat(ONE_OF_MANY.matcher(sentence).find()).as(key + ": " + sentence).isFalse();
    }
  }

  @Test
  void whatIsCountedAgreesWithItsNumber() {
    assertThat(counted(1, 1)).isEqualTo("1 signal, 1 customer");
    assertThat(counted(0, 12)).isEqualTo("0 signals, 12 customers");
  }

  private String counted(int signals, int customers) {
    return new MessageFormat(english.getString("incident.signals"), Locale.ENGLISH)
        .format(new Object[] {signals, customers});
  }

  private static java.util.function.Predicate<String> isFamilyOf(String key) {
    return quoted -> quoted.endsWith(".") && key.startsWith(quoted);
  }

  private static Set<String> quoted() {
    Set<String> found = new TreeSet<>();
    String all = String.join("\n", Views.all().values()) + String.join("\n", Views.java().values());
    Matcher matcher = QUOTED.matcher(all);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Set<String> places(String sentence) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{\\d(?!,choice)").matcher(sentence);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("org.honbu.web.messages", language);
  }
}
