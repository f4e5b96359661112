package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is left to whoever is outside a private incident, on pages and over REST: to read that it is
 * there, and to take the two duties that are offered by role. By taking one they are inside.
 */
@ApplicationScoped
public class Outsiders {
  static final Problem PRIVATE_ROOM =
      new Problem(
          "HB-1014",
          Owner.CALLER,
          403,
          new Words(
              "非公開のインシデントです。関わっている人だけが読めます。指揮している人か個人情報担当に、招いてもらうよう頼んでください",
              "This incident is private: only those who take part read it. Ask whoever commands, or a"
                  + " privacy officer, to ask you in"));

  private static final Set<String> ACTS =
      Set.of(Offer.TAKE_COMMAND.act(), Offer.TAKE_ANNOUNCING.act());

  /** Under an incident's address; without more it answers itself with what outsiders may know. */
  private static final Set<String> ENDPOINTS = Set.of("GET ", "POST command", "POST announcing");

  private final Privacy privacy;

  @Inject
  public Outsiders(Privacy privacy) {
    this.privacy = privacy;
  }

  /** Whether this page's act is one that outsiders may try. */
  static boolean may(@Nullable String act) {
    return act != null && ACTS.contains(act);
  }

  /** Whether the person is outside the private incident of that number. */
  boolean isShut(String number, String person) {
    return id(number)
        .filter(incident -> !privacy.mayRead(incident, new PersonId(person)))
        .isPresent();
  }

  /**
   * The incident that a request of the REST API is about, when outsiders must not have it answered.
   *
   * @param segments of the path below the root of the API, decoded and without matrix parameters
   */
  static Optional<IncidentId> guarded(String method, List<String> segments) {
    List<String> path = segments.stream().filter(part -> !part.isEmpty()).toList();
    if (path.size() < 2 || !path.get(0).equals("incidents")) {
      return Optional.empty();
    }
    String below = String.join("/", path.subList(2, path.size()));
    return ENDPOINTS.contains(method + " " + below) ? Optional.empty() : id(path.get(1));
  }

  /** What is no number is nobody's incident; whoever reads it next says so. */
  private static Optional<IncidentId> id(String number) {
    try {
      return Optional.of(new IncidentId(number));
    } catch (ProblemException noNumber) {
      return Optional.empty();
    }
  }
}
