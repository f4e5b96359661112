package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

class ErrorServletTest {

  @Test
  void whatACallerSentIsShownAsTextNeverAsMarkup() {
    var failure =
        new ProblemException(Problem.UNREADABLE_ID, "incident", "<img src=x onerror='alert(1)'>");
    StringWriter page = new StringWriter();

    ErrorServlet.write(new PrintWriter(page), failure, Locale.JAPANESE);

    assertThat(page.toString())
        .contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;")
        .contains("lang=\"ja\"")
        .contains("HB-1001");
  }
}
