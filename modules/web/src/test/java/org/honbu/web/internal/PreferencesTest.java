package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.honbu.kernel.CurrentPerson;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  @Test
  void theChosenLanguageWinsOverTheBrowsers() {
    Sent sent = Sent.get("/").reading(Locale.US).cookie(CurrentPerson.LANGUAGE_COOKIE, "ja");

    assertThat(CurrentPerson.localeOf(sent.request())).isEqualTo(Locale.JAPANESE);
  }

  @Test
  void withoutAChoiceTheFirstLanguageWeSpeakIsTaken() {
    Sent sent = Sent.get("/").reading(Locale.GERMANY, Locale.JAPAN, Locale.US);

    assertThat(CurrentPerson.localeOf(sent.request())).isEqualTo(Locale.JAPANESE);
  }

  @Test
  void everybodyElseReadsEnglish() {
    Sent sent = Sent.get("/").reading(Locale.GERMANY).cookie("honbu-language", "xx");

    assertThat(CurrentPerson.localeOf(sent.request())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void leadsBackOnlyToPagesOfOurOwn() {
    assertThat(PreferencesServlet.back("/incidents/INC-2026-0001"))
        .isEqualTo("/incidents/INC-2026-0001");
    assertThat(PreferencesServlet.back("/s/some-signed-token")).isEqualTo("/s/some-signed-token");
    assertThat(PreferencesServlet.back("/s/some/more")).isEqualTo("/");
    assertThat(PreferencesServlet.back("//elsewhere.example")).isEqualTo("/");
    assertThat(PreferencesServlet.back("https://elsewhere.example")).isEqualTo("/");
    assertThat(PreferencesServlet.back(null)).isEqualTo("/");
  }

  @Test
  void becomingSomebodyElseLeadsToALoginWithTheNameFilledIn() {
    assertThat(LogoutServlet.next("aoi")).isEqualTo("/incidents?login_hint=aoi");
    assertThat(LogoutServlet.next("a&b=c\r\nX: y")).isEqualTo("/");
  }
}
