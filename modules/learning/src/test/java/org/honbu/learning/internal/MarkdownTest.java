package org.honbu.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people wrote is shown as they wrote it, and becomes nothing else. */
class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# 見出し | \\# 見出し",
        "- 一つ | \\- 一つ",
        "1. 一つ | 1\\. 一つ",
        "*強い* | \\*強い\\*",
        "<script>x</script> | \\<script\\>x\\</script\\>",
        "![x](y) | \\!\\[x\\]\\(y\\)",
        "a_b `c` | a\\_b \\`c\\`",
        "&amp; | \\&amp;",
        "back\\slash | back\\\\slash"
      })
  void nothingBecomesMarkup(String written, String expected) {
    assertThat(Markdown.line(written)).isEqualTo(expected);
  }

  @Test
  void addressesStayLinks() {
    assertThat(Markdown.line("見て https://example.org/a_b?c=1#d （図）"))
        .isEqualTo("見て <https://example.org/a_b?c=1#d> （図）");
  }

  @Test
  void aLineIsOneLine() {
    assertThat(Markdown.line("a\n\n# b")).isEqualTo("a \\# b");
  }

  @Test
  void linesStayLinesAndBlankOnesBeginParagraphs() {
    assertThat(Markdown.block("一\n二\n\n    三\n\n\n四")).isEqualTo("一\\\n二\n\n三\n\n四");
  }
}
