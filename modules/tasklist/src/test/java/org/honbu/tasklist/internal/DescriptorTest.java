package org.honbu.tasklist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The descriptor keeps every guard Camunda ships and none of the doors we closed. */
class DescriptorTest {
  private static final Pattern FILTER_CLASS =
      Pattern.compile("<filter-class>([^<]+)</filter-class>");
  private static final Pattern MAPPING =
      Pattern.compile(
          "<filter-mapping>\\s*<filter-name>([^<]+)</filter-name>\\s*<url-pattern>([^<]+)");
  private static final Pattern SERVLET_PATH =
      Pattern.compile(
          "<servlet-mapping>\\s*<servlet-name>[^<]+</servlet-name>\\s*<url-pattern>([^<]+)");

  private final String ours = StockWebapp.ours("WEB-INF/web.xml");
  private final String stock = StockWebapp.text("WEB-INF/web.xml");

  DescriptorTest() throws IOException {}

  @Test
  void everyFilterOfCamundasIsKept() {
    assertThat(all(FILTER_CLASS, ours)).hasSizeGreaterThan(8).containsAll(all(FILTER_CLASS, stock));
  }

  @Test
  void ourGuardsStandInFrontOfEverything() {
    List<String> order =
        MAPPING
            .matcher(ours)
            .results()
            .map(mapping -> mapping.group(1) + " " + mapping.group(2))
            .toList();

    assertThat(order)
        .startsWith(
            "OwnNonce /*",
            "HttpHeaderSecurity /*",
            "Gate /*",
            "ListedCalls /*",
            "BodyGuard /api/*",
            "SignedIn /*");
  }

  @Test
  void onlyTwoDoorsToRestAreLeft() {
    assertThat(all(SERVLET_PATH, stock)).contains("/api/cockpit/*", "/api/welcome/*");
    assertThat(all(SERVLET_PATH, ours)).containsExactly("/api/admin/*", "/api/engine/*");
  }

  @Test
  void aRemovedRoleIsNotKeptForMinutes() {
    assertThat(stock).contains("<param-value>300000</param-value>");
    assertThat(ours)
        .contains("<param-value>20000</param-value>")
        .doesNotContain("<param-value>300000");
  }

  @Test
  void scriptsComeFromHereOnlyAndAreNeverMadeOfText() {
    String policy = ours.replaceFirst("(?s).*(default-src[^<]*)<.*", "$1");

    assertThat(policy).contains("default-src 'none'", "script-src $NONCE 'strict-dynamic';");
    assertThat(policy).doesNotContain("unsafe-eval", "https:", "*");
  }

  @Test
  void theLoginIsOidcAndATokenMustBeMeantForUs() throws IOException {
    assertThat(ours).contains("<auth-method>OIDC</auth-method>");
    assertThat(StockWebapp.oursAsJson("WEB-INF/oidc.json").getBoolean("verify-token-audience"))
        .isTrue();
  }

  private static List<String> all(Pattern pattern, String text) {
    String withoutComments = text.replaceAll("(?s)<!--.*?-->", "");
    return pattern.matcher(withoutComments).results().map(found -> found.group(1)).toList();
  }
}
