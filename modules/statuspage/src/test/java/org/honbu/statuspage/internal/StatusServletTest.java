package org.honbu.statuspage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.honbu.testkit.process.Strict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusServletTest {

  @Test
  void addressSaysTheLanguageBeforeTheBrowserDoes() {
    assertThat(language("ja", "en")).isEqualTo(Locale.JAPANESE);
    assertThat(language("en", "ja")).isEqualTo(Locale.ENGLISH);
    assertThat(language(null, "fr,ja")).isEqualTo(Locale.JAPANESE);
    assertThat(language(null, "fr")).isEqualTo(Locale.ENGLISH);
    assertThat(language(null, null)).isEqualTo(Locale.ENGLISH);
    assertThat(language("xx", "ja")).as("nonsense is English").isEqualTo(Locale.ENGLISH);
  }

  @Test
  void addressMeansADrawing() {
    assertThat(Asked.at(null, Locale.JAPANESE).file()).isEqualTo("index.ja.html");
    assertThat(Asked.at("/history", Locale.ENGLISH).file()).isEqualTo("history.en.html");
    assertThat(Asked.at("/incidents/abc123", Locale.ENGLISH).file())
        .isEqualTo("incident-abc123.en.html");
    assertThat(Asked.at("/api/v2/summary.json", Locale.ENGLISH).file())
        .isEqualTo("api/v2/summary.json");
  }

  private static Locale language(@Nullable String asked, @Nullable String accepted) {
    return StatusServlet.language(
        Strict.fake(HttpServletRequest.class, new Request(asked, accepted)));
  }

  record Request(@Nullable String asked, @Nullable String accepted) {
    @Nullable String getParameter(String name) {
      assertThat(name).isEqualTo("lang");
      return asked;
    }

    @Nullable String getHeader(String name) {
      assertThat(name).isEqualTo("Accept-Language");
      return accepted;
    }

    Enumeration<Locale> getLocales() {
      List<Locale> all =
          Stream.of((accepted == null ? "" : accepted).split(",", -1))
              .map(Locale::forLanguageTag)
              .toList();
      return Collections.enumeration(all);
    }
  }
}
