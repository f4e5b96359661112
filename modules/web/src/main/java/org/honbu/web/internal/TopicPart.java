package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.warroom.SpanOfControl;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The part of an incident's page that shows its topics: what is on the floor, who leads what and
 * reports when, where the reader is, and what is put off.
 */
@Named("topics")
@RequestScoped
public class TopicPart {
  private final IncidentView incident;
  private final PersonId reader;
  private final People people;
  private final Names names;
  private final Texts texts;
  private final List<Line> lines;
  private final List<Parked> parked;
  private final List<Closed> closed;
  private final SpanOfControl span;

  @Inject
  @SuppressWarnings("TooManyParameters")
  public TopicPart(
      HttpServletRequest request,
      IncidentBoard incidents,
      Topics topics,
      CurrentPerson reader,
      People people,
      Names names,
      Texts texts) {
    IncidentId id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.incident = incidents.view(id);
    this.reader = reader.id();
    this.people = people;
    this.names = names;
    this.texts = texts;
    this.lines = topics.open(id).stream().map(this::line).toList();
    this.parked =
        topics.parked(id).stream()
            .map(one -> new Parked(one.id().toString(), one.subject(), names.of(one.by())))
            .toList();
    this.closed =
        topics.closed(id).stream()
            .map(
                one ->
                    new Closed(
                        one.name(), one.question(), names.in(one.result().label()), one.answer()))
            .toList();
    this.span = topics.span(id);
  }

  private Line line(Topic topic) {
    boolean leads = topic.state() != Topic.State.LEADERLESS && topic.lead().equals(reader);
    return new Line(
        topic.id().toString(),
        topic.name(),
        topic.question(),
        texts.of("topics.state.", topic.state()),
        topic.state() == Topic.State.LEADERLESS ? "" : names.of(topic.lead()),
        topic.members().stream().map(names::of).toList(),
        topic.call().orElse(""),
        topic.thread(),
        topic.floor(),
        topic.state() == Topic.State.LED ? topic.nextReport() : null,
        topic.members().contains(reader),
        leads && topic.state() == Topic.State.ASKED,
        leads && topic.state() == Topic.State.LED,
        topic.state() == Topic.State.LEADERLESS);
  }

  public boolean isRoom() {
    return incident.seat().isPresent();
  }

  /** Whether the reader commands. */
  public boolean isYours() {
    return incident.seat().map(CommandSeat::holder).filter(reader::equals).isPresent();
  }

  public List<Line> getLines() {
    return lines;
  }

  /** What the main call talks about; null while it is the incident as a whole. */
  public @Nullable Line getFloor() {
    return lines.stream().filter(Line::floor).findFirst().orElse(null);
  }

  /** Where the reader is; null in the main room. */
  public @Nullable Line getMine() {
    return lines.stream().filter(Line::mine).findFirst().orElse(null);
  }

  /** What the reader is asked to lead; null when nothing. */
  public @Nullable Line getAsked() {
    return lines.stream().filter(Line::asked).findFirst().orElse(null);
  }

  /** What the reader leads; null when nothing. */
  public @Nullable Line getLed() {
    return lines.stream().filter(Line::led).findFirst().orElse(null);
  }

  public List<Parked> getParked() {
    return parked;
  }

  public List<Closed> getClosed() {
    return closed;
  }

  public int getReports() {
    return span.reports();
  }

  /** {@code t-warn} from six direct reports on, {@code t-danger} from eight; else empty. */
  public String getSpanStyle() {
    return switch (span.level()) {
      case FINE -> "";
      case WIDE -> "t-warn";
      case TOO_WIDE -> "t-danger";
    };
  }

  /** What to split off; empty unless too many people report to the reader. */
  public List<Proposal> getProposals() {
    return isYours()
        ? span.proposals().stream()
            .map(one -> new Proposal(one.question(), one.lead().value(), names.of(one.lead())))
            .toList()
        : List.of();
  }

  /** Who could lead a topic. */
  public List<Face> getLeads() {
    Optional<PersonId> commander = incident.seat().map(CommandSeat::holder);
    return people.withRole(Role.RESPONDER).stream()
        .map(Person::id)
        .filter(person -> !Optional.of(person).equals(commander))
        .map(names::face)
        .toList();
  }

  /** Who takes part in the incident and could go along. */
  public List<Face> getMovable() {
    Optional<PersonId> commander = incident.seat().map(CommandSeat::holder);
    return Stream.concat(
            incident.duties().stream()
                .filter(duty -> duty.to().isEmpty())
                .map(duty -> duty.person()),
            getLeads().stream().map(face -> new PersonId(face.id())))
        .distinct()
        .filter(person -> !Optional.of(person).equals(commander))
        .map(names::face)
        .toList();
  }

  /**
   * A topic.
   *
   * @param lead empty while nobody leads it or is asked to
   * @param nextReport null unless it is led
   * @param mine whether the reader is in it
   * @param asked whether the reader is asked to lead it
   * @param led whether the reader leads it
   */
  public record Line(
      String id,
      String name,
      String question,
      String state,
      String lead,
      List<String> members,
      String call,
      String thread,
      boolean floor,
      @Nullable Instant nextReport,
      boolean mine,
      boolean asked,
      boolean led,
      boolean leaderless) {}

  /** A subject that was put off. */
  public record Parked(String id, String subject, String by) {}

  /** A topic that was closed. */
  public record Closed(String name, String question, String result, String answer) {}

  /** What could become a topic. */
  public record Proposal(String question, String lead, String name) {}
}
