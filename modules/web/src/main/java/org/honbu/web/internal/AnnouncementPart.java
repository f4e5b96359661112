package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Announcing;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.ExecutiveSummaries;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.PrivacyReading;
import org.honbu.announcements.UserFeedback;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * The part of an incident's page around announcements: what is held and why, who announces and how
 * often, what users say, what stakeholders were told.
 */
@Named("announce")
@RequestScoped
public class AnnouncementPart {
  private static final int STEP = 10;

  private final IncidentView incident;
  private final Announcements announcements;
  private final Announcing announcing;
  private final List<UserFeedback.Heard> heard;
  private final Once<Boolean> asked;
  private final Once<Optional<Macro>> macro = new Once<>(this::findMacro);
  private final Once<List<Choice>> candidates = new Once<>(this::findCandidates);
  private final List<ExecutiveSummaries.Summary> summaries;
  private final Once<List<PrivacyReading.Waiting>> unread;
  private final People people;
  private final PersonId reader;
  private final Names names;
  private final Texts texts;
  private final Clock clock;
  private final Once<Optional<Held>> held = new Once<>(this::findHeld);
  private final Once<List<Announcement>> published = new Once<>(this::findPublished);

  @Inject
  @SuppressWarnings("TooManyParameters")
  public AnnouncementPart(
      HttpServletRequest request,
      IncidentBoard incidents,
      Announcements announcements,
      Announcing announcing,
      UserFeedback feedback,
      ExecutiveSummaries summaries,
      PrivacyReading privacy,
      People people,
      CurrentPerson reader,
      Names names,
      Texts texts,
      Clock clock) {
    IncidentId id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.incident = incidents.view(id);
    this.announcements = announcements;
    this.announcing = announcing;
    this.heard = feedback.heard(id);
    this.asked = new Once<>(() -> feedback.askedSince(id).isPresent());
    this.summaries = summaries.told(id);
    this.people = people;
    this.reader = reader.id();
    this.unread =
        new Once<>(
            () -> isAboutData() || mayBeReader() ? privacy.waiting(id, this.reader) : List.of());
    this.names = names;
    this.texts = texts;
    this.clock = clock;
  }

  /** Whether there is anything to show or do here. */
  public boolean isShown() {
    return isRoom() || !heard.isEmpty() || !summaries.isEmpty();
  }

  /** The table may ask for a second reader elsewhere, too; only they need to know. */
  private boolean mayBeReader() {
    return people.hasRole(reader, Role.PRIVACY_OFFICER)
        || people.hasRole(reader, Role.PROCESS_OWNER);
  }

  private boolean isAboutData() {
    return incident.impact().dataSecurity().isHarm();
  }

  private boolean isRoom() {
    return incident.seat().isPresent();
  }

  /** Whether the reader announces. */
  public boolean isYours() {
    return isRoom() && incident.announcer().filter(reader::equals).isPresent();
  }

  private boolean commands() {
    return incident.seat().map(CommandSeat::holder).filter(reader::equals).isPresent();
  }

  /** Who announces; empty when nobody does. */
  public String getWho() {
    return incident.announcer().map(names::of).orElse("");
  }

  // ---- what is held

  /** The text that is held, for its author and for the commander; null when there is none. */
  public @Nullable Held getHeld() {
    return held.get().orElse(null);
  }

  private Optional<Held> findHeld() {
    return announcements.held(incident.id()).filter(this::isForReader).map(this::held);
  }

  private boolean isForReader(Announcement text) {
    return commands() || text.author().equals(reader);
  }

  private Held held(Announcement text) {
    var draft = new Draft(text.phase(), text.text(), text.next(), text.corrects());
    return new Held(
        text.id().toString(),
        text.hash(),
        text.text().ja(),
        text.text().en(),
        text.phase().name(),
        text.next().map(Instant::toString).orElse(""),
        names.of(text.author()),
        announcements.check(incident.id(), draft).stream()
            .map(LintFinding::sentence)
            .map(names::in)
            .toList(),
        commands() && !text.author().equals(reader));
  }

  // ---- what a privacy officer reads

  /** The text that a second reader reads before it goes on; null when none waits. */
  public @Nullable Unread getUnread() {
    return unread.get().stream().findFirst().map(this::unread).orElse(null);
  }

  private Unread unread(PrivacyReading.Waiting text) {
    return new Unread(
        text.key(),
        text.text().ja(),
        text.text().en(),
        names.of(text.author()),
        text.part() != PrivacyReading.Part.NOT_YOURS,
        text.part() == PrivacyReading.Part.INSTEAD);
  }

  // ---- what is written

  /** Where texts come from that were filled in from the record. */
  public String getProposals() {
    return "/api/v1/incidents/" + incident.id() + "/announcements/proposals";
  }

  /** When users may be promised to hear again, the soonest first. */
  public List<Promised.Time> getTimes() {
    return Promised.times(clock.instant(), announcing.pace(incident.id()).within(), texts);
  }

  /** What the proposed promise will say, in words. */
  public String getPromiseSaid() {
    Duration within = announcing.pace(incident.id()).within();
    return texts.say("draft.next.said", texts.clock(clock.instant().plus(within)));
  }

  /** What a correction may correct, newest first. */
  public List<Choice> getSaid() {
    return published.get().stream()
        .map(
            said ->
                new Choice(
                    said.id().toString(),
                    texts.minute(said.publishedAt().orElse(said.draftedAt()))
                        + " "
                        + names.in(said.text())))
        .toList();
  }

  /**
   * What users read now, newest first: a corrected message says so and is followed by the truth.
   */
  public List<Said> getPublished() {
    List<Announcement> all = published.get();
    return all.stream()
        .map(
            said ->
                new Said(
                    names.in(said.text()),
                    said.publishedAt().orElse(said.draftedAt()),
                    said.autoInitial(),
                    all.stream().anyMatch(other -> corrects(other, said)),
                    said.byHand().map(this::byHand).orElse(""),
                    said.byHand().flatMap(Announcement.ByHand::link).orElse(""),
                    said.audience() == Audience.USERS ? "" : names.in(said.audience().label())))
        .toList();
  }

  private String byHand(Announcement.ByHand entry) {
    return texts.say(
        "published.by-hand", names.of(entry.by()), texts.minute(entry.at()), entry.where());
  }

  private static boolean corrects(Announcement other, Announcement said) {
    return other.corrects().filter(said.id()::equals).isPresent();
  }

  private List<Announcement> findPublished() {
    return announcements.of(incident.id()).stream()
        .filter(said -> said.state() == State.PUBLISHED)
        .toList();
  }

  // ---- who announces, and how often

  /** Whether the reader may give announcing to somebody, and there is somebody. */
  public boolean isMayAssign() {
    return isRoom() && (commands() || isYours()) && !getAnnouncers().isEmpty();
  }

  /** Whom announcing may be given to; whom to ask first stands first, and is proposed. */
  public List<Choice> getAnnouncers() {
    return candidates.get();
  }

  private List<Choice> findCandidates() {
    return announcing.candidates(incident.id()).stream()
        .map(one -> new Choice(one.person().value(), label(one)))
        .toList();
  }

  private String label(Announcing.Candidate one) {
    String name = names.of(one.person());
    return switch (one.fit()) {
      case ON_SHIFT, TAKES_PART, SUPPORT ->
          texts.say("announcing.candidate", name, texts.of("announcing.fit.", one.fit()));
      case ANNOUNCER -> name;
    };
  }

  // ---- what customer support passes on

  /** The text for whoever asks; null before the first message. */
  public @Nullable Macro getMacro() {
    return macro.get().orElse(null);
  }

  /** Nobody is looked up for whom nothing was published. */
  private Optional<Macro> findMacro() {
    return published.get().isEmpty()
        ? Optional.empty()
        : announcements
            .macro(incident.id())
            .map(one -> new Macro(one.text().ja(), one.text().en(), one.inApp()));
  }

  /**
   * How slow the commander may make the rhythm, in minutes; empty when it is not theirs or time.
   */
  public List<Long> getSlower() {
    if (!isRoom() || !commands()) {
      return List.of();
    }
    Announcing.Pace pace = announcing.pace(incident.id());
    long longest = pace.longest().toMinutes();
    return pace.mayLengthen()
        ? LongStream.iterate(
                pace.within().toMinutes() + STEP, minutes -> minutes <= longest, m -> m + STEP)
            .boxed()
            .toList()
        : List.of();
  }

  // ---- what users say, and what stakeholders were told

  /** Whether the reader may note what users say. */
  public boolean isMayHear() {
    return isRoom() && (isYours() || people.hasRole(reader, Role.CUSTOMER_SUPPORT));
  }

  /** Whether support is asked for a count now, and the reader may give it. */
  public boolean isAsked() {
    return isMayHear() && asked.get();
  }

  /** How many reports users have made so far. */
  public int getReports() {
    return heard.stream().mapToInt(one -> one.voices().newReports()).sum();
  }

  /** The newest of what users say; null when nobody has noted any. */
  public @Nullable Voice getVoice() {
    return heard.stream()
        .findFirst()
        .map(
            one ->
                new Voice(
                    one.voices().newReports(),
                    one.voices().distinctCustomers(),
                    one.voices().mostAsked(),
                    one.voices().quotes(),
                    one.at()))
        .orElse(null);
  }

  /** What stakeholders were told last; null when nothing. */
  public @Nullable Told getSummary() {
    return summaries.stream()
        .findFirst()
        .map(last -> new Told(last.text(), last.at()))
        .orElse(null);
  }

  /**
   * A text that is held.
   *
   * @param next when users hear again, as ISO-8601; empty for the last message
   * @param decide whether the reader may let it through
   */
  public record Held(
      String id,
      String hash,
      String ja,
      String en,
      String phase,
      String next,
      String author,
      List<String> findings,
      boolean decide) {}

  /**
   * A text that waits for its second reader.
   *
   * @param decide whether the reader may read it now
   * @param instead whether they do so in a privacy officer's place
   */
  public record Unread(
      String key, String ja, String en, String author, boolean decide, boolean instead) {}

  public record Choice(String value, String label) {}

  /**
   * A message as users read it.
   *
   * @param unapproved whether it went out as the prepared first text
   * @param corrected whether a later message corrects it
   * @param byHand who entered it by hand, when and where; empty when it went out by itself
   * @param link where it was entered, when they gave it
   * @param inside says that users do not read it; empty when they do
   */
  public record Said(
      String text,
      Instant at,
      boolean unapproved,
      boolean corrected,
      String byHand,
      String link,
      String inside) {}

  /**
   * What customer support pastes.
   *
   * @param inApp whether somebody has to paste it into the app, too
   */
  public record Macro(String ja, String en, boolean inApp) {}

  /** What users say. */
  public record Voice(int reports, int customers, String asked, String quotes, Instant at) {}

  /** What stakeholders were told. */
  public record Told(String text, Instant at) {}
}
