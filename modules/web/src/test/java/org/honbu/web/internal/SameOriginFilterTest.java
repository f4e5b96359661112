package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginFilterTest {
  private static final String OURS = "http://honbu.example:8080";

  @Test
  void readingIsNeverStopped() {
    assertPasses(Sent.get("/incidents").with("Sec-Fetch-Site", "cross-site"));
  }

  @Test
  void ourOwnFormPasses() {
    assertPasses(Sent.post("/declare").with("Origin", OURS));
    assertPasses(Sent.post("/declare").with("Sec-Fetch-Site", "same-origin"));
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    assertRefused(Sent.post("/declare").with("Origin", "https://elsewhere.example"));
    assertRefused(Sent.post("/declare").with("Sec-Fetch-Site", "cross-site"));
    assertRefused(Sent.post("/declare").with("Origin", OURS).with("Sec-Fetch-Site", "same-site"));
  }

  @Test
  void anotherPortOnTheSameHostIsAnotherSite() {
    assertRefused(Sent.post("/declare").with("Origin", "http://honbu.example:8180"));
  }

  @Test
  void whoHidesWhereTheyComeFromIsRefused() {
    assertRefused(Sent.post("/declare"));
    assertRefused(Sent.post("/declare").with("Origin", "null"));
    assertRefused(Sent.post("/declare").with("Origin", "::not a uri::"));
  }

  @Test
  void anApiCallWithACookieNeedsOurHeaderToo() {
    assertRefused(Sent.post("/api/v1/incidents").with("Origin", OURS));
    assertPasses(Sent.post("/api/v1/incidents").with("Origin", OURS).with("X-Honbu-Request", "1"));
  }

  @Test
  void aTokenOrAKeyIsNothingABrowserAddsByItself() {
    assertPasses(Sent.post("/api/v1/incidents").with("Authorization", "Bearer abc"));
    assertPasses(Sent.post("/api/v1/alerts/prometheus"));
    assertPasses(Sent.post("/api/v1/activity"));
    assertPasses(Sent.post("/api/v1/changes"));
    assertPasses(Sent.post("/api/v1/slack/interactions"));
    assertRefused(Sent.post("/api/v1/incidents").with("Authorization", "Basic abc"));
  }

  @Test
  void aMailProgramEndsASubscriptionWithoutSayingWhereItComesFrom() {
    assertPasses(Sent.post("/status/unsubscribe/some-signed-token"));
    assertRefused(Sent.post("/status/subscribe"));
    assertRefused(Sent.post("/status/confirm/some-signed-token"));
  }

  private static void assertPasses(Sent sent) {
    assertThat(SameOriginFilter.allowed(sent.request())).isTrue();
  }

  private static void assertRefused(Sent sent) {
    assertThat(SameOriginFilter.allowed(sent.request())).isFalse();
  }
}
