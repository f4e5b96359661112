package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          決済が止まりました / Payments stopped | 決済が止まりました | Payments stopped
          CPU / memory                           | CPU / memory       | CPU / memory
          検索 / 決済                            | 検索 / 決済        | 検索 / 決済
          Payments stopped / 決済                | Payments stopped / 決済 | Payments stopped / 決済
          """)
  void aTitleInBothLanguagesIsReadInOne(String written, String japanese, String english) {
    assertThat(Names.title(written, java.util.Locale.JAPANESE)).isEqualTo(japanese);
    assertThat(Names.title(written, java.util.Locale.ENGLISH)).isEqualTo(english);
  }
}
