package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/** Lets in who has the integration's key. */
@ApplicationScoped
class Doorkeeper {
  private static final String BEARER = "bearer ";

  private final AlertStore store;

  @Inject
  Doorkeeper(AlertStore store) {
    this.store = store;
  }

  /**
   * Does nothing when the key is right.
   *
   * @throws ProblemException {@link AlertProblems#WRONG_KEY}, the same for an unknown integration
   */
  void check(String integration, @Nullable String authorization, @Nullable String inAddress) {
    Optional<String> key = bearer(authorization).or(() -> Optional.ofNullable(inAddress));
    boolean right =
        key.isPresent()
            && integration.matches("[a-z0-9-]{1,48}")
            && store.integration(integration).filter(row -> row.opensWith(key.get())).isPresent();
    if (!right) {
      throw new ProblemException(AlertProblems.WRONG_KEY);
    }
  }

  /**
   * As {@link #check}, where the address does not say who knocks: the key alone does.
   *
   * @return whose key it is
   */
  String whose(@Nullable String authorization, @Nullable String inAddress) {
    return bearer(authorization)
        .or(() -> Optional.ofNullable(inAddress))
        .flatMap(store::whose)
        .map(IntegrationRow::id)
        .orElseThrow(() -> new ProblemException(AlertProblems.WRONG_KEY));
  }

  private static Optional<String> bearer(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
