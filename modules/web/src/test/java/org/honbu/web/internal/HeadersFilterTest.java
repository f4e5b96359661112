package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersFilterTest {

  @Test
  void whatIsNotAPageMayRunNoScriptAtAll() {
    Map<String, String> headers = headersOf("/api/v1/incidents");

    assertThat(headers.get("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("script-src");
    assertThat(headers).containsEntry("Cache-Control", "no-store");
    assertThat(headers).containsEntry("X-Content-Type-Options", "nosniff");
  }

  @Test
  void aPageSendsItsOwnPolicyWithItsNonce() {
    assertThat(headersOf("/incidents")).doesNotContainKey("Content-Security-Policy");
    assertThat(
            new ContentPolicy(java.net.URI.create("https://sso.example/realms/honbu")).getPolicy())
        .endsWith("script-src 'self'")
        .contains("form-action 'self' https://sso.example;")
        .doesNotContain("unsafe");
  }

  @Test
  void whatASharedLinkShowsIsKeptByNobodyOnTheWay() {
    Map<String, String> headers = headersOf("/s/some-signed-token");

    assertThat(headers).containsEntry("Cache-Control", "no-store");
    assertThat(headers.get("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("script-src");
  }

  @Test
  void ourFormsKeepTellingUsWhereTheyComeFrom() {
    assertThat(headersOf("/declare")).containsEntry("Referrer-Policy", "same-origin");
  }

  private static Map<String, String> headersOf(String path) {
    Map<String, String> headers = new HashMap<>();
    HttpServletResponse response =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                HeadersFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, asked, values) -> {
                  assertThat(asked.getName()).isEqualTo("setHeader");
                  headers.put((String) values[0], (String) values[1]);
                  return null;
                });
    HeadersFilter.harden(Sent.get(path).request(), response);
    return headers;
  }
}
