package org.honbu.web.internal;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.WebApplicationException;
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
        ProblemException named = ofStatus(refused.getResponse().getStatus());
        named.initCause(failure);
        return named;
      }
    }
    return new ProblemException(failure, WebProblems.UNEXPECTED);
  }

  /** The name of what the container or JAX-RS refused by a bare status. */
  static ProblemException ofStatus(int status) {
    if (status == 404) {
      return new ProblemException(WebProblems.NOT_FOUND);
    }
    if (status < 400 || status >= 500) {
      return new ProblemException(WebProblems.UNEXPECTED);
    }
    Problem refused = WebProblems.REFUSED;
    return new ProblemException(
        new Problem(refused.code(), refused.owner(), status, refused.words()), "HTTP " + status);
  }
}
