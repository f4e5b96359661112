package org.honbu.web.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Times;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.learning.ActionKind;
import org.honbu.learning.Finding;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Postmortem.State;
import org.honbu.learning.Postmortems;
import org.honbu.learning.Section;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/** The review of one incident, as far as it is written, and what its reader may do next. */
@Named("postmortem")
@RequestScoped
public class PostmortemPage {
  /** Lines about the review itself, and what was refused, are no facts of the incident. */
  private static final Set<String> NO_FACTS = Set.of("postmortem", "refused");

  private final HttpServletRequest request;
  private final Postmortems postmortems;
  private final IncidentBoard board;
  private final People people;
  private final CurrentPerson reader;
  private final Names names;
  private final Texts texts;
  private final KeptTexts kept;
  private final ActionLines lines;
  private final Clock clock;
  private @Nullable IncidentView incident;
  private @Nullable Postmortem review;
  private Map<Section, String> unsaved = Map.of();
  private @Nullable List<Part> parts;

  @Inject
  @SuppressWarnings("TooManyParameters")
  public PostmortemPage(
      HttpServletRequest request,
      Postmortems postmortems,
      IncidentBoard board,
      People people,
      CurrentPerson reader,
      Names names,
      Texts texts,
      KeptTexts kept,
      ActionLines lines,
      Clock clock) {
    this.request = request;
    this.postmortems = postmortems;
    this.board = board;
    this.people = people;
    this.reader = reader;
    this.names = names;
    this.texts = texts;
    this.kept = kept;
    this.lines = lines;
    this.clock = clock;
  }

  @PostConstruct
  void load() {
    var id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    incident = board.view(id);
    review = postmortems.find(id).orElse(null);
    if (request.getAttribute(Router.PAGE) == Page.POSTMORTEM) {
      unsaved = kept.take(id);
    }
  }

  private IncidentView incident() {
    return Optional.ofNullable(incident).orElseThrow();
  }

  private Postmortem review() {
    return Optional.ofNullable(review).orElseThrow();
  }

  public String getId() {
    return incident().id().value();
  }

  public String getWhat() {
    return names.title(incident().what());
  }

  public boolean isDrill() {
    return incident().kind() == Kind.DRILL;
  }

  public boolean isThere() {
    return review != null;
  }

  /** Whether the incident is over, so that something can be said of its review. */
  public boolean isAfterwards() {
    return incident().state() == IncidentState.RESOLVED;
  }

  public String getForm() {
    return names.in(review().form().label());
  }

  public boolean isFull() {
    return review().form() == Form.FULL;
  }

  public String getState() {
    return names.in(review().state().label());
  }

  public boolean isOverdue() {
    return review().isOverdue(clock.instant());
  }

  public @Nullable Face getCommander() {
    return face(review().commander());
  }

  public @Nullable Face getOwner() {
    return face(review().owner());
  }

  public @Nullable Face getFacilitator() {
    return face(review().facilitator());
  }

  private @Nullable Face face(Optional<PersonId> person) {
    return person.map(names::face).orElse(null);
  }

  public boolean isScheduled() {
    return review().meetingAt().isPresent();
  }

  public Instant getMeets() {
    return review().meetingAt().orElse(review().due());
  }

  public int getEdition() {
    return review().edition();
  }

  public String getWriter() {
    return review().writer().map(names::of).orElse("");
  }

  /** The sections; what the reader could not save stands in their field. */
  public List<Part> getParts() {
    if (parts == null) {
      List<Finding> findings = postmortems.findings(review().incident());
      parts = Section.of(review().form()).stream().map(section -> part(section, findings)).toList();
    }
    return parts;
  }

  private Part part(Section section, List<Finding> findings) {
    String saved = review().text(section);
    String own = Optional.ofNullable(unsaved.get(section)).orElse(saved);
    boolean differs = !own.replace("\r\n", "\n").strip().equals(saved);
    return new Part(
        section.name(),
        section.number(),
        names.in(section.title()),
        names.in(section.prompt()),
        own,
        differs,
        saved,
        findings.stream()
            .filter(finding -> finding.section() == section)
            .map(this::blame)
            .toList());
  }

  private Blame blame(Finding finding) {
    return new Blame(finding.found(), names.in(finding.why()), names.in(finding.kinder()));
  }

  public boolean isUnsaved() {
    return getParts().stream().anyMatch(Part::differs);
  }

  /** When things happened; what did not is left out. */
  public List<Moment> getTimes() {
    Times times = incident().times();
    return Stream.of(
            moment("started", times.startedAt()),
            moment("detected", Optional.of(times.detectedAt())),
            moment("acknowledged", times.acknowledgedAt()),
            moment("room", times.roomOpenedAt()),
            moment("commander", times.commanderAt()),
            moment("announced", times.firstAnnouncedAt()),
            moment("mitigated", times.mitigatedAt()),
            moment("resolved", times.resolvedAt()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Moment> moment(String what, Optional<Instant> at) {
    return at.map(when -> new Moment(texts.of("pm.time.", what), when));
  }

  /** The facts of the timeline, oldest first. */
  public List<Moment> getFacts() {
    return board.timeline(incident().id()).stream()
        .filter(line -> !NO_FACTS.contains(line.type()))
        .map(line -> new Moment(names.in(line.words()), line.at()))
        .toList();
  }

  public List<ActionLines.Line> getItems() {
    return review().items().stream().map(lines::of).toList();
  }

  public List<Choice> getKinds() {
    return Arrays.stream(ActionKind.values())
        .map(kind -> new Choice(kind.name(), names.in(kind.label())))
        .toList();
  }

  /** Who could be the owner, those not near the change. */
  public List<Choice> getProposals() {
    return postmortems.proposals(incident().id()).stream().map(this::choice).toList();
  }

  public List<Choice> getEverybody() {
    return people.everybody().stream().map(Person::id).map(this::choice).toList();
  }

  private Choice choice(PersonId person) {
    return new Choice(person.value(), names.of(person));
  }

  // ---- what the reader may do; the façade decides again

  private boolean is(Optional<PersonId> person) {
    return person.filter(reader.id()::equals).isPresent();
  }

  private boolean isWritten() {
    return review().state() == State.DRAFT || review().state() == State.IN_REVIEW;
  }

  public boolean isWritable() {
    return isFull() && isWritten();
  }

  public boolean isChoosing() {
    boolean owner = people.hasRole(reader.id(), Role.PROCESS_OWNER);
    return isWritable() && (is(review().commander()) || owner);
  }

  public boolean isScheduling() {
    return isWritable() && is(review().owner());
  }

  public boolean isSubmitting() {
    return isScheduling() && isScheduled() && review().state() == State.DRAFT;
  }

  public boolean isReviewing() {
    return review().state() == State.IN_REVIEW && is(review().facilitator());
  }

  public boolean isReturning() {
    boolean leads = is(review().facilitator()) || is(review().owner());
    return review().state() == State.IN_REVIEW && leads;
  }

  public boolean isAnswering() {
    return review().form() == Form.SHORT && review().state() != State.CLOSED;
  }

  public boolean isGrowing() {
    return isFull() && review().state() != State.CLOSED;
  }

  /**
   * One section.
   *
   * @param text what stands in the field
   * @param differs whether that is not what is saved
   */
  public record Part(
      String key,
      int number,
      String title,
      String prompt,
      String text,
      boolean differs,
      String saved,
      List<Blame> findings) {}

  /** A place that reads as blame. */
  public record Blame(String found, String why, String kinder) {}

  /** Something that happened. */
  public record Moment(String what, Instant at) {}

  /** Something to choose from a list. */
  public record Choice(String value, String label) {}
}
