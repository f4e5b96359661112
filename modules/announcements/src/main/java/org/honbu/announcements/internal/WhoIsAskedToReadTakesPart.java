package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.incidents.TakesPart;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.Role;

/**
 * Process owners who are asked to do what no privacy officer did in time may read the incident:
 * nobody approves a text, or reports to an authority, without knowing of what. Their role alone
 * lets them into none. Whoever filed a report stays inside.
 */
@ApplicationScoped
@Transactional
class WhoIsAskedToReadTakesPart implements TakesPart {
  private static final String FILED =
      "select f.incident from RegulatorFilingRow f where f.incident in ?1 and f.by = ?2";

  private static final List<String> ASKED_TO_READ =
      List.of(
          "select a.incident from AnnouncementRow a"
              + " where a.incident in ?1 and a.ownersAskedAt is not null",
          "select s.incident from SummaryRow s"
              + " where s.incident in ?1 and s.ownersAskedAt is not null");

  /** From the soft date on they hear of it; also when that report has been sent since. */
  private static final String ASKED_TO_REPORT =
      "select r.incident from RegulatorReportRow r where r.incident in ?1 and (r.told > 0 or exists"
          + " (select 1 from RegulatorFilingRow f"
          + " where f.incident = r.incident and f.at > r.remindAt))";

  /** Without any officer they are the first to hear of it. */
  private static final String OWED =
      "select r.incident from RegulatorReportRow r where r.incident in ?1";

  private final Crew crew;

  @PersistenceContext(unitName = "announcements")
  EntityManager database;

  @Inject
  WhoIsAskedToReadTakesPart(Crew crew) {
    this.crew = crew;
  }

  @Override
  public Set<IncidentId> among(Set<IncidentId> incidents, PersonId person) {
    Set<String> found =
        new HashSet<>(asked(FILED, incidents).setParameter(2, person.value()).getResultList());
    if (crew.has(person, Role.PROCESS_OWNER)) {
      ASKED_TO_READ.forEach(question -> found.addAll(asked(question, incidents).getResultList()));
      boolean areFirst = crew.withRole(Role.PRIVACY_OFFICER).isEmpty();
      found.addAll(asked(areFirst ? OWED : ASKED_TO_REPORT, incidents).getResultList());
    }
    return found.stream().map(IncidentId::new).collect(Collectors.toSet());
  }

  private TypedQuery<String> asked(String question, Set<IncidentId> incidents) {
    return database
        .createQuery(question, String.class)
        .setParameter(1, incidents.stream().map(IncidentId::value).toList());
  }
}
