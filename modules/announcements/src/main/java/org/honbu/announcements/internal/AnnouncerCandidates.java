package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.honbu.announcements.Announcing.Candidate;
import org.honbu.announcements.Announcing.Fit;
import org.honbu.incidents.Announcers;
import org.honbu.incidents.TakesPart;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.Role;

/** Ranks who could announce (DOMAIN 2.9). Reads only; joins the caller's transaction. */
@ApplicationScoped
class AnnouncerCandidates {
  private final Crew crew;
  private final Duties duties;
  private final Announcers announcers;
  private final Iterable<TakesPart> parts;

  @Inject
  AnnouncerCandidates(
      Crew crew, Duties duties, Announcers announcers, @Any Instance<TakesPart> parts) {
    this(crew, duties, announcers, (Iterable<TakesPart>) parts);
  }

  AnnouncerCandidates(Crew crew, Duties duties, Announcers announcers, Iterable<TakesPart> parts) {
    this.crew = crew;
    this.duties = duties;
    this.announcers = announcers;
    this.parts = parts;
  }

  /** The one to ask first at the top. */
  List<Candidate> of(IncidentId incident) {
    Duties.Situation now = duties.now(incident);
    return crew.withRole(Role.ANNOUNCER).stream()
        .filter(person -> now.announcer().filter(person::equals).isEmpty())
        .filter(person -> announcers.mayAnnounce(incident, person))
        .map(person -> new Candidate(person, fit(incident, person)))
        .sorted(Comparator.comparing(Candidate::fit))
        .toList();
  }

  private Fit fit(IncidentId incident, PersonId person) {
    if (!crew.has(person, Role.CUSTOMER_SUPPORT)) {
      return Fit.ANNOUNCER;
    }
    if (crew.isOnCall(person)) {
      return Fit.ON_SHIFT;
    }
    return takesPart(incident, person) ? Fit.TAKES_PART : Fit.SUPPORT;
  }

  private boolean takesPart(IncidentId incident, PersonId person) {
    for (TakesPart part : parts) {
      if (part.among(Set.of(incident), person).contains(incident)) {
        return true;
      }
    }
    return false;
  }
}
