package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.CommanderWatch;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.NoteTag;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

/**
 * The part of an incident's page that looks after whoever commands: what they alone are asked, and
 * for everybody else a quiet way to say that they see something.
 */
@Named("care")
@RequestScoped
public class CarePart {
  private final IncidentView incident;
  private final Optional<CommanderWatch> mine;
  private final HandoverBoard handovers;
  private final PersonId reader;
  private final People people;
  private final Names names;

  @Inject
  public CarePart(
      HttpServletRequest request,
      IncidentBoard incidents,
      Care care,
      HandoverBoard handovers,
      CurrentPerson reader,
      People people,
      Names names) {
    IncidentId id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.incident = incidents.view(id);
    this.handovers = handovers;
    this.reader = reader.id();
    this.people = people;
    this.names = names;
    this.mine = isYours() ? care.watch(id) : Optional.empty();
  }

  public boolean isRoom() {
    return incident.seat().isPresent();
  }

  /** Whether the reader commands. */
  public boolean isYours() {
    return incident.seat().map(CommandSeat::holder).filter(reader::equals).isPresent();
  }

  /** Where the page says every minute that it is open; empty for whoever does not command. */
  public String getPresence() {
    return isYours() ? "/api/v1/incidents/" + incident.id() + "/care/presence" : "";
  }

  /** Whether the reader is asked about their hands. */
  public boolean isHandsAsked() {
    return isAsked(Why.HANDS_ON);
  }

  /** Whether the reader is asked whether they need a rest. */
  public boolean isRestAsked() {
    return isAsked(Why.FATIGUE);
  }

  private boolean isAsked(Why why) {
    return mine.flatMap(watch -> watch.open(why)).isPresent();
  }

  /** Whether others are asked to take over already, or command is being taken. */
  public boolean isPassing() {
    return handovers.running(incident.id()).isPresent();
  }

  /** Whom to propose as successor; empty when nobody is free. */
  public String getProposed() {
    return mine.flatMap(CommanderWatch::couldTakeOver).map(PersonId::value).orElse("");
  }

  public String getProposedName() {
    return mine.flatMap(CommanderWatch::couldTakeOver).map(names::of).orElse("");
  }

  /** Who stands beside the reader, and was told that their hands seem to be at work. */
  public String getDeputy() {
    return mine.flatMap(CommanderWatch::deputy).map(names::of).orElse("");
  }

  /** Who could do the work instead. */
  public List<Face> getHelpers() {
    return people.withRole(Role.RESPONDER).stream()
        .map(Person::id)
        .filter(person -> !person.equals(reader))
        .map(names::face)
        .toList();
  }

  /** Whether notes may still be written. */
  public boolean isMayNote() {
    return incident.state().isOpen();
  }

  public List<Tag> getTags() {
    return Arrays.stream(NoteTag.values())
        .map(tag -> new Tag(tag.name(), names.in(tag.label())))
        .toList();
  }

  /** What a note can be. */
  public record Tag(String name, String label) {}
}
