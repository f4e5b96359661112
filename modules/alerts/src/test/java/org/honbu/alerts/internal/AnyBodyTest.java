package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever anybody sends: accepted, refused or asked to try again; never another 5xx. */
class AnyBodyTest {
  private static final Set<Integer> FINE = Set.of(202, 400, 413);
  private static final Door DOOR = new Door();

  @AfterContainer
  static void close() {
    DOOR.close();
  }

  @Property(tries = 7000, shrinking = ShrinkingMode.OFF)
  void noMutationOfARealBodyIsAFailure(@ForAll("seeds") long seed) {
    assertThat(FINE).contains(DOOR.status(mutated(new Random(seed)), null));
  }

  @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
  void noBytesAreAFailure(@ForAll byte[] body) {
    assertThat(FINE).contains(DOOR.status(body, null));
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void noPackedBytesAreAFailure(@ForAll byte[] body) {
    assertThat(FINE).contains(DOOR.status(body, "gzip"));
  }

  @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
  void noMutationOfAnActivityIsAFailure(@ForAll("seeds") long seed) {
    String told =
        "{\"who\":\"aoi\",\"kind\":\"deploy\",\"at\":\"2026-02-01T02:58:00Z\","
            + "\"component\":\"payment-api\",\"link\":\"https://x\"}";
    assertThat(FINE).contains(DOOR.activityStatus(mutated(new Random(seed), told)));
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "true",
    "1e400",
    "-",
    "\\u0000",
    "\\ud800",
    "\u0000",
    "\uFEFF",
    "🚨",
    "\"alerts\":",
    "\"labels\":",
    "\"fingerprint\":",
    "\"groupKey\":",
    "{}",
    "[]",
    "9".repeat(400),
    "x".repeat(5000),
    "[".repeat(2000),
    "\"status\":\"resolved\",",
    "\"startsAt\":\"+999999999-12-31T23:59:59Z\",",
    "' or 1=1 --",
    "${jndi:ldap://x}"
  };

  private static byte[] mutated(Random random) {
    return mutated(
        random,
        Door.notice(
            "g" + random.nextInt(20), Door.firing("f" + random.nextInt(5)), Door.resolved("r")));
  }

  /** Something real with pieces taken out, doubled or put in. */
  private static byte[] mutated(Random random, String real) {
    StringBuilder body = new StringBuilder(real);
    int changes = random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(body.length());
      int to = Math.min(body.length(), at + random.nextInt(30));
      switch (random.nextInt(3)) {
        case 0 -> body.delete(at, to);
        case 1 -> body.insert(at, body.substring(at, to));
        default -> body.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
      if (body.isEmpty()) {
        body.append(' ');
      }
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
