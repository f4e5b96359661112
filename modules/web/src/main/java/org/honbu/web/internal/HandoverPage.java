package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.HandoverBoard.ToReadBack;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.Room;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/** Who commands an incident, who is asked to, and what the reader may do about it. */
@Named("handover")
@RequestScoped
public class HandoverPage {
  private final IncidentView incident;
  private final HandoverBoard handovers;
  private final Optional<HandoverView> newest;
  private final Optional<HandoverView> running;
  private final Set<Role> roles;
  private final PersonId me;
  private final Names names;
  private final Texts texts;

  @Inject
  public HandoverPage(
      HttpServletRequest request,
      IncidentBoard incidents,
      HandoverBoard handovers,
      People people,
      CurrentPerson reader,
      Names names,
      Texts texts) {
    this.incident =
        incidents.view(new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE))));
    this.handovers = handovers;
    this.newest = handovers.newest(incident.id());
    this.running = newest.filter(HandoverView::isRunning);
    this.me = reader.id();
    this.roles = people.rolesOf(me);
    this.names = names;
    this.texts = texts;
  }

  public boolean isRoom() {
    return incident.room() == Room.OPEN && incident.state().isOpen();
  }

  public @Nullable Face getCommander() {
    return incident.seat().map(CommandSeat::holder).map(names::face).orElse(null);
  }

  public @Nullable Face getDeputy() {
    return incident.deputy().map(names::face).orElse(null);
  }

  /** For the head of the page; empty while nothing moves. */
  public String getTag() {
    return running
        .map(
            now ->
                now.asked()
                    .map(names::face)
                    .map(face -> texts.say(tagOf(now), face.name()))
                    .orElseGet(() -> texts.say("handover.to-all")))
        .orElse("");
  }

  private static String tagOf(HandoverView now) {
    return now.forced() ? "handover.taken-by" : "incident.handing-over";
  }

  /** Whether one of the reader's buttons opens the dialog of this act. */
  public boolean mayAsk(String act) {
    return getButtons().stream().anyMatch(button -> button.act().equals(act));
  }

  public List<Button> getButtons() {
    var reader =
        new Offer.Reader(
            me,
            roles.contains(Role.RESPONDER),
            roles.contains(Role.INCIDENT_COMMANDER),
            roles.contains(Role.ANNOUNCER),
            false);
    return CommandOffer.to(reader, incident, running).stream()
        .map(
            offer ->
                new Button(
                    offer.act(),
                    texts.of("act.", offer.act()),
                    offer.icon(),
                    offer.asks() ? "ask-" + offer.act() : ""))
        .toList();
  }

  // What waits for the reader.

  /** Whether the reader is asked to take over. */
  public boolean isForYou() {
    return running
        .filter(now -> !now.forced())
        .filter(now -> now.asked().map(me::equals).orElse(isCommanderInWaiting()))
        .isPresent();
  }

  private boolean isCommanderInWaiting() {
    boolean commands = incident.seat().map(CommandSeat::holder).filter(me::equals).isPresent();
    return !commands && roles.contains(Role.INCIDENT_COMMANDER);
  }

  /** Whether it was the reader who was named, so that a no helps. */
  public boolean isNamed() {
    return running.flatMap(HandoverView::asked).filter(me::equals).isPresent();
  }

  public @Nullable Face getOutgoing() {
    return running.map(HandoverView::outgoing).map(names::face).orElse(null);
  }

  /** Whether somebody takes command from the reader. */
  public boolean isBeingTaken() {
    return running.filter(now -> now.forced() && now.outgoing().equals(me)).isPresent();
  }

  public @Nullable Face getTaker() {
    return running
        .filter(HandoverView::forced)
        .map(HandoverView::askedBy)
        .map(names::face)
        .orElse(null);
  }

  public String getWords() {
    return running.map(HandoverView::words).orElse("");
  }

  public String getReason() {
    return running.map(now -> names.in(now.reason().label())).orElse("");
  }

  /** Whether the reader may write the briefing that the other will read. */
  public boolean isYouBrief() {
    boolean deputy = incident.deputy().filter(me::equals).isPresent();
    return running
        .filter(now -> !now.forced())
        .filter(now -> now.outgoing().equals(me) || (deputy && now.deputyBriefs()))
        .isPresent();
  }

  /** Whether the reader has just given command away and not said what they do now. */
  public boolean isAskedWhatNext() {
    return isRoom()
        && newest
            .filter(last -> last.endedAs(End.TAKEN) && last.outgoingIs().isEmpty())
            .filter(last -> last.outgoing().equals(me))
            .isPresent();
  }

  public List<Choice> getParts() {
    return Arrays.stream(NextPart.values())
        .map(part -> new Choice(part.name(), texts.of("next-part.", part)))
        .toList();
  }

  // The briefing and the read-back.

  /** What is said, topic by topic. */
  public List<Said> getBriefing() {
    return all().stream().filter(said -> !said.text().isBlank()).toList();
  }

  /** Every topic, to be written. */
  public List<Said> getTopics() {
    return all();
  }

  private List<Said> all() {
    Briefing briefing =
        running.map(HandoverView::briefing).orElseGet(() -> handovers.draft(incident.id()));
    return Arrays.stream(Briefing.Topic.values())
        .map(
            topic ->
                new Said(
                    HandoverForms.TOPIC + topic.key(),
                    names.in(topic.label()),
                    names.in(briefing.of(topic))))
        .toList();
  }

  /** The four things to confirm, each on its own. */
  public List<Said> getReadBack() {
    ToReadBack known = handovers.toReadBack(incident.id());
    return List.of(
        question("objective", known.objective()),
        new Said("openWork", texts.say("read-back.openWork"), String.valueOf(known.openWork())),
        question("nextAnnouncement", known.nextAnnouncement()),
        question("risk", known.risk()));
  }

  private Said question(String field, Words answer) {
    return new Said(field, texts.of("read-back.", field), names.in(answer));
  }

  public List<Choice> getReasons() {
    return Arrays.stream(HandoverReason.values())
        .filter(HandoverReason::isTheCommanders)
        .map(reason -> new Choice(reason.name(), names.in(reason.label())))
        .toList();
  }

  /** What executives want the announcer to know; nobody else is shown it. */
  public List<Note> getNotes() {
    boolean yours = incident.announcer().filter(me::equals).isPresent();
    return yours
        ? handovers.notesToAnnouncer(incident.id()).stream()
            .map(note -> new Note(names.face(note.from()), note.words(), note.at()))
            .toList()
        : List.of();
  }

  /**
   * A button.
   *
   * @param dialog the dialog to open first, empty when pressing does it
   */
  public record Button(String act, String label, String icon, String dialog) {}

  /** Words under a heading, and the field they go to. */
  public record Said(String field, String label, String text) {}

  /** One of several. */
  public record Choice(String value, String label) {}

  /** Words for the announcer. */
  public record Note(Face from, String words, Instant at) {}
}
