package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * A private incident for whoever is outside: that it is there, who commands, and how to come in.
 * Nothing here says what it is.
 */
@Named("closed")
@RequestScoped
public class PrivatePage {
  private final IncidentView incident;
  private final People people;
  private final PersonId reader;
  private final Names names;

  @Inject
  public PrivatePage(
      HttpServletRequest request,
      IncidentBoard incidents,
      People people,
      CurrentPerson reader,
      Names names) {
    this(
        incidents.view(new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)))),
        people,
        reader.id(),
        names);
  }

  PrivatePage(IncidentView incident, People people, PersonId reader, Names names) {
    this.incident = incident;
    this.people = people;
    this.reader = reader;
    this.names = names;
  }

  public String getId() {
    return incident.id().value();
  }

  /** 0 while nobody has rated it. */
  public int getSeverity() {
    return incident.severity().map(Severity::level).orElse(0);
  }

  public String getState() {
    return names.in(incident.state().label());
  }

  public boolean isDrill() {
    return incident.kind() == Kind.DRILL;
  }

  /** Who leads: whoever commands, else whoever answered; null while nobody does. */
  public @Nullable Face getLeader() {
    return incident
        .seat()
        .map(CommandSeat::holder)
        .or(incident::answeredBy)
        .map(names::face)
        .orElse(null);
  }

  /** Privacy officers, who can ask somebody in as well. */
  public List<Face> getOfficers() {
    return people.withRole(Role.PRIVACY_OFFICER).stream().map(Person::id).map(names::face).toList();
  }

  /** Whether command waits for somebody like the reader. */
  public boolean isMayLead() {
    boolean acting =
        incident.seat().map(CommandSeat::standing).filter(Standing.ACTING::equals).isPresent();
    return acting && roles().contains(Role.INCIDENT_COMMANDER);
  }

  /** Whether announcing waits for somebody like the reader. */
  public boolean isMayAnnounce() {
    return incident.room() == Room.OPEN
        && incident.announcer().isEmpty()
        && roles().contains(Role.ANNOUNCER);
  }

  private Set<Role> roles() {
    return people.rolesOf(reader);
  }
}
