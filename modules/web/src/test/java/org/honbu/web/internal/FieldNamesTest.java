package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/** Whoever has to mend a field finds it by the name it has on their page. */
class FieldNamesTest {
  private static final Pattern FORM = Pattern.compile("(?s)<form .*?</form>");
  private static final Pattern ACT = Pattern.compile("name=\"act\" value=\"([a-z-]+)\"");
  private static final Pattern FIELD =
      Pattern.compile(
          "<label class=\"f\">#\\{m\\['([^']+)'](?:(?!</label>).)*?"
              + "<(?:input|textarea|select)[^>]*?\\sname=\"([A-Za-z]+)\"");

  private static final Problem TOO_LONG =
      new Problem(
          "HB-8033",
          Problem.Owner.CALLER,
          400,
          new Words("「{0}」は {1} 字までにしてください", "Keep “{0}” to {1} characters"));

  private static final Problem ANSWER_NEEDED =
      new Problem(
          "HB-8032",
          Problem.Owner.CALLER,
          400,
          new Words("答えが要ります（欄 {0}、500 字まで）", "An answer is needed (field {0}, up to 500)"));

  @Test
  void everyFieldOfEveryFormIsCalledAsItsLabelSays() {
    Map<String, Set<String>> labels = new TreeMap<>();
    for (String view : Views.all().values()) {
      FORM.matcher(view).results().forEach(form -> collect(form.group(), labels));
    }

    assertThat(labels).hasSizeGreaterThan(70).containsEntry("note/text", Set.of("note.text"));
    labels.forEach(
        (field, said) -> {
          String[] parts = field.split("/", 2);
          assertThat(FieldNames.label(parts[0], parts[1]).orElse("")).as(field).isIn(said);
        });
  }

  @Test
  void aNoticeNamesTheFieldAsThePageDoes() {
    Notice tooLong = Notice.failed("loop-decide", new ProblemException(TOO_LONG, "whatFirst", 500));
    assertThat(tooLong.ja()).isEqualTo("「何から進めるか」は 500 字までにしてください");
    assertThat(tooLong.en()).isEqualTo("Keep “What comes first?” to 500 characters");

    Notice needed = Notice.failed("loop-decide", new ProblemException(ANSWER_NEEDED, "whatFirst"));
    assertThat(needed.ja()).isEqualTo("答えが要ります（500 字まで）");
    assertThat(needed.en()).isEqualTo("An answer is needed (up to 500)");
  }

  @Test
  void whatNoPageHasKeepsItsName() {
    Notice notice = Notice.failed("x", new ProblemException(TOO_LONG, "elsewhere", 9));

    assertThat(notice.ja()).startsWith("「elsewhere」");
    assertThat(FieldNames.label("x", "elsewhere")).isEqualTo(Optional.empty());
  }

  /** An act may have several forms, and one field another label in each. */
  private static void collect(String form, Map<String, Set<String>> labels) {
    Matcher act = ACT.matcher(form);
    if (act.find()) {
      FIELD
          .matcher(form)
          .results()
          .forEach(
              found ->
                  labels
                      .computeIfAbsent(act.group(1) + "/" + found.group(2), any -> new TreeSet<>())
                      .add(found.group(1)));
    }
  }
}
