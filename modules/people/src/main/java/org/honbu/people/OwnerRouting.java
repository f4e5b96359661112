package org.honbu.people;

import java.util.Optional;
import org.honbu.kernel.TeamId;

/**
 * Finds the team that takes a problem first, by the process owners' table {@code OwnerRouting}
 * (DOMAIN DM-3). A wrong answer costs nothing: the team passes it on.
 *
 * <p>Joins the caller's transaction.
 */
public interface OwnerRouting {

  /** The team to page; the platform's when nothing better is known. */
  Owner ownerOf(Symptom symptom);

  /**
   * What is known of a problem.
   *
   * @param component as somebody named it, in the catalogue or not
   * @param deployedBy who deployed to it within the last 60 minutes
   * @param componentsAffected how many components show the symptom
   * @param infrastructure whether it is of the network, database, cluster, CDN or login kind
   * @param featureOf the product team of the one feature that suffers
   */
  record Symptom(
      Optional<String> component,
      Optional<TeamId> deployedBy,
      int componentsAffected,
      boolean infrastructure,
      Optional<TeamId> featureOf) {

    /** Nothing is known but what somebody called it. */
    public static Symptom of(Optional<String> component, int componentsAffected) {
      return new Symptom(component, Optional.empty(), componentsAffected, false, Optional.empty());
    }
  }

  /** A team, and why it. */
  record Owner(TeamId team, Route route) {}

  /** Why a team was chosen; the words of the table. */
  enum Route {
    CATALOGUE_OWNER,
    DEPLOYING_TEAM,
    PLATFORM,
    PRODUCT_OF_FEATURE,
    TRIAGE_DESK
  }
}
