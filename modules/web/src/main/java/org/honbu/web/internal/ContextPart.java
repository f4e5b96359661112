package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.honbu.context.Change;
import org.honbu.context.ContextPack;
import org.honbu.context.ContextPack.Neighbour;
import org.honbu.context.ContextPack.OnCall;
import org.honbu.context.ContextPack.RecentChange;
import org.honbu.context.ContextPack.SimilarIncident;
import org.honbu.context.Knowledge;
import org.honbu.context.Missing;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.ContactPoint;
import org.honbu.people.ContactPoint.Channel;

/**
 * The part of an incident's page that tells what is known about the thing that broke, for whoever
 * has never seen it; and the card for whoever has never commanded.
 */
@Named("contextPart")
@RequestScoped
public class ContextPart {
  private static final int CARD_LINES = 11;

  private final boolean room;
  private final boolean open;
  private final ContextPack pack;
  private final boolean firstTime;
  private final PersonId reader;
  private final Names names;
  private final Texts texts;

  @Inject
  public ContextPart(
      HttpServletRequest request,
      IncidentBoard incidents,
      Knowledge knowledge,
      CurrentPerson reader,
      Names names,
      Texts texts) {
    IncidentId id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    IncidentView view = incidents.view(id);
    boolean yours = commands(view, reader.id());
    this.room = view.seat().isPresent();
    this.open = view.state().isOpen();
    this.pack = knowledge.of(id, reader.id());
    this.firstTime = yours && !incidents.hasCommandedAnother(reader.id(), id);
    this.reader = reader.id();
    this.names = names;
    this.texts = texts;
  }

  @SuppressWarnings("TooManyParameters")
  ContextPart(
      boolean room,
      boolean open,
      ContextPack pack,
      boolean firstTime,
      PersonId reader,
      Names names,
      Texts texts) {
    this.room = room;
    this.open = open;
    this.pack = pack;
    this.firstTime = firstTime;
    this.reader = reader;
    this.names = names;
    this.texts = texts;
  }

  private static boolean commands(IncidentView incident, PersonId person) {
    return incident.seat().map(CommandSeat::holder).filter(person::equals).isPresent();
  }

  /** Whether the reader commands, and never held command of another incident. */
  public boolean isFirstTime() {
    return firstTime;
  }

  /** Whether it stands open: before a room there is little else on the page. */
  public boolean isUnfolded() {
    return firstTime || (open && !room);
  }

  public boolean isRoom() {
    return room;
  }

  /** The component, or empty when nobody named it. */
  public String getComponent() {
    return pack.component().orElse("");
  }

  public String getOwner() {
    return names.of(pack.owner());
  }

  /** Closed, it still says whose it is and who is on call. */
  public String getGist() {
    return Stream.of(
            pack.component().stream(),
            Stream.of(names.of(pack.owner())),
            pack.onCall().stream().limit(1).map(one -> names.of(one.person())))
        .flatMap(words -> words)
        .collect(Collectors.joining("・"));
  }

  public List<Call> getOnCall() {
    return pack.onCall().stream().map(this::call).toList();
  }

  private Call call(OnCall one) {
    return new Call(
        names.face(one.person()),
        texts.of("context.level.", one.level()),
        one.ways().stream().map(this::way).toList());
  }

  private Reach way(ContactPoint point) {
    boolean phone = point.channel() == Channel.PHONE;
    return new Reach(
        (phone ? "tel:" : "mailto:") + point.address(),
        phone ? "phone" : "mail",
        texts.of("context.way.", point.channel()),
        point.address());
  }

  /** Where the runbook is; empty when nobody wrote it down. */
  public String getRunbook() {
    return pack.runbook().map(URI::toString).orElse("");
  }

  public String getDocs() {
    return pack.docs().map(URI::toString).orElse("");
  }

  /** Where the alert or the reporter points to, when it is an address of the web. */
  public String getLink() {
    return pack.link().filter(ContextPart::isWeb).orElse("");
  }

  private static boolean isWeb(String link) {
    return link.startsWith("https://") || link.startsWith("http://");
  }

  /** Whether there is a component whose runbook nobody wrote down. */
  public boolean isRunbookMissing() {
    return pack.missing().contains(Missing.RUNBOOK);
  }

  /** What else nobody has written down, with the fix. */
  public List<String> getGaps() {
    return pack.missing().stream()
        .filter(gap -> gap != Missing.RUNBOOK && gap != Missing.CHANGES)
        .map(gap -> names.in(gap.words()))
        .toList();
  }

  public List<Near> getNeeds() {
    return pack.needs().stream().map(this::near).toList();
  }

  public List<Near> getNeededBy() {
    return pack.neededBy().stream().map(this::near).toList();
  }

  private Near near(Neighbour one) {
    return new Near(
        one.id(),
        one.owner().map(names::of).orElse(""),
        one.broken().map(IncidentId::value).orElse(""));
  }

  public List<Changed> getChanges() {
    return pack.changes().stream().map(this::changed).toList();
  }

  private Changed changed(RecentChange recent) {
    Change change = recent.change();
    return new Changed(
        change.at(),
        names.in(change.kind().label()),
        change.component(),
        names.title(change.summary()),
        change.who(),
        change.url().filter(ContextPart::isWeb).orElse(""),
        recent.itself(),
        recent.lastBefore());
  }

  /** Why there are no changes to show. */
  public String getNoChanges() {
    return pack.missing().contains(Missing.CHANGES) ? names.in(Missing.CHANGES.words()) : "";
  }

  public List<Alike> getSimilar() {
    return pack.similar().stream().map(this::alike).toList();
  }

  private Alike alike(SimilarIncident one) {
    return new Alike(
        one.id().value(),
        names.title(one.what()),
        one.resolvedAt(),
        one.points(),
        one.likeness().stream()
            .map(
                term ->
                    texts.say(
                        "context.term",
                        names.in(term.reason().label()),
                        term.points(),
                        term.reason().most()))
            .toList(),
        one.cause().map(this::line).orElse(""),
        one.remedy().map(this::line).orElse(""));
  }

  private String line(TimelineEntry entry) {
    Optional<PersonId> by =
        entry.actor() instanceof Actor.Person person ? Optional.of(person.id()) : Optional.empty();
    return names.withNames(entry.words(), by.map(Set::of).orElse(Set.of()));
  }

  /** The lines of the commander card, in the reader's language; the first is theirs to say. */
  public List<String> getCard() {
    return Stream.concat(
            Stream.of(texts.say("card.1", names.of(reader))),
            IntStream.rangeClosed(2, CARD_LINES).mapToObj(line -> texts.of("card.", line)))
        .toList();
  }

  /** Somebody on call. */
  public record Call(Face face, String level, List<Reach> ways) {}

  /** One tap. */
  public record Reach(String to, String icon, String label, String address) {}

  /**
   * A component next to it.
   *
   * @param broken the open incident on it, or empty
   */
  public record Near(String id, String owner, String broken) {}

  /** A change. */
  public record Changed(
      Instant at,
      String kind,
      String component,
      String summary,
      String who,
      String url,
      boolean itself,
      boolean lastBefore) {}

  /** Something like it that is over. */
  public record Alike(
      String id,
      String what,
      Instant resolvedAt,
      int points,
      List<String> why,
      String cause,
      String remedy) {}
}
