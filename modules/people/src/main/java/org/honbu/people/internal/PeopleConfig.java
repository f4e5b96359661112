package org.honbu.people.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What an operator can set for this module; read once.
 *
 * @param keycloak where Keycloak answers; {@code HONBU_KEYCLOAK_URL} sets it here and for the login
 * @param realm its realm
 * @param client the service account that may read users, groups and roles
 * @param secret that account's secret; {@code HONBU_DIRECTORY_SECRET} sets it here and in the realm
 * @param refresh how old the copy of the directory may grow while Keycloak answers; 1 s to 30 s, so
 *     that a role taken away stops working within 60 s
 * @param trust how long rights of the last good copy hold while Keycloak is silent; at most 8 h
 * @param copy where the last good copy is kept for the next start
 * @param sampleOrganisation whether to fill empty tables with the sample organisation
 */
record PeopleConfig(
    URI keycloak,
    String realm,
    String client,
    String secret,
    Duration refresh,
    Duration trust,
    Path copy,
    boolean sampleOrganisation) {

  PeopleConfig {
    within("refresh", refresh, Duration.ofSeconds(1), Duration.ofSeconds(30));
    within("trust", trust, Duration.ZERO, Duration.ofHours(8));
  }

  static PeopleConfig from(Config config) {
    return new PeopleConfig(
        URI.create(text(config, "honbu.keycloak.url", "http://localhost:8180")),
        text(config, "honbu.people.realm", "honbu"),
        text(config, "honbu.people.client", "honbu-directory"),
        text(config, "honbu.directory.secret", "demo-secret-honbu-directory"),
        duration(config, "honbu.people.refresh", Duration.ofSeconds(20)),
        duration(config, "honbu.people.trust", Duration.ofHours(8)),
        Path.of(
            text(
                config,
                "honbu.people.copy",
                Path.of(
                        text(config, "jboss.server.data.dir", System.getProperty("java.io.tmpdir")),
                        "honbu-directory.json")
                    .toString())),
        config.getOptionalValue("honbu.people.sample-organisation", Boolean.class).orElse(false));
  }

  private static String text(Config config, String key, String usual) {
    return config.getOptionalValue(key, String.class).orElse(usual);
  }

  private static Duration duration(Config config, String key, Duration usual) {
    return config.getOptionalValue(key, Duration.class).orElse(usual);
  }

  private static void within(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "honbu.people.%s is %s; it must be between %s and %s".formatted(key, value, least, most));
    }
  }
}
