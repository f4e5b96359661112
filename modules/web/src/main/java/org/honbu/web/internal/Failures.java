package org.honbu.web.internal;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds the name and number of any failure. */
final class Failures {
  private Failures() {}

  /**
   * The failure by its name: looks through whatever wrapped it, because the transaction and the
   * engine both wrap.
   */
  static ProblemException named(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof OptimisticLockException || cause instanceof PessimisticLockException) {
        return new ProblemException(failure, WebProblems.CHANGED_MEANWHILE);
      }
      if (cause instanceof WebApplicationException refused) {
        ProblemException named =
            ofStatus(isOptions(refused) ? 405 : refused.getResponse().getStatus());
        named.initCause(failure);
        return named;
      }
    }
    return new ProblemException(failure, WebProblems.UNEXPECTED);
  }

  /** The methods that the address takes, where JAX-RS says so. */
  static Optional<String> allowed(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WebApplicationException refused) {
        return Optional.ofNullable(refused.getResponse().getHeaderString(HttpHeaders.ALLOW));
      }
    }
    return Optional.empty();
  }

  /** An answer to OPTIONS is thrown, too, as a success; no address of ours takes that method. */
  private static boolean isOptions(WebApplicationException refused) {
    return refused.getResponse().getStatus() < 300
        && refused.getResponse().getHeaderString(HttpHeaders.ALLOW) != null;
  }

  /** The name of what the container or JAX-RS refused by a bare status. */
  static ProblemException ofStatus(int status) {
    if (status == 404) {
      return new ProblemException(WebProblems.NOT_FOUND);
    }
    if (status == 405) {
      return new ProblemException(WebProblems.OTHER_METHOD);
    }
    if (status < 400 || status >= 500) {
      return new ProblemException(WebProblems.UNEXPECTED);
    }
    Problem refused = WebProblems.REFUSED;
    return new ProblemException(
        new Problem(refused.code(), refused.owner(), status, refused.words()), "HTTP " + status);
  }
}
