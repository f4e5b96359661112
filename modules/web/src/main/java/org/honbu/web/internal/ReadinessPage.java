package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Cover;
import org.honbu.people.DirectoryState;
import org.honbu.people.Gap;
import org.honbu.people.Lack;
import org.honbu.people.Outlook;
import org.honbu.people.PassedOver;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Readiness;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;

/** 備え: who can hold which post in the next four weeks, and where nobody can. */
@Named("readiness")
@RequestScoped
public class ReadinessPage {
  /** How many holes that somebody fell into stand on the page. */
  private static final int MOST = 12;

  private final Outlook outlook;
  private final People people;
  private final Names names;
  private final Texts texts;
  private final ZoneId zone;

  @Inject
  public ReadinessPage(
      Readiness readiness,
      Clock clock,
      People people,
      Names names,
      Texts texts,
      @ConfigProperty(name = "honbu.web.time.zone", defaultValue = "Asia/Tokyo") ZoneId zone) {
    this(readiness.outlook(clock.instant()), people, names, texts, zone);
  }

  ReadinessPage(Outlook outlook, People people, Names names, Texts texts, ZoneId zone) {
    this.outlook = outlook;
    this.people = people;
    this.names = names;
    this.texts = texts;
    this.zone = zone;
  }

  /** The sentence that is true now. */
  public String getSentence() {
    int gaps = outlook.gaps().size();
    return gaps == 0
        ? texts.say("ready.no-gaps")
        : texts.say("ready.some-gaps", gaps, length(outlook.missing()));
  }

  public boolean isWhole() {
    return outlook.gaps().isEmpty();
  }

  /** What is to be said when names and roles are old; empty while they are fresh. */
  public String getOld() {
    if (outlook.directory() instanceof DirectoryState.Stale stale) {
      return texts.say("directory.stale", texts.clock(stale.loadedAt()), stale.why());
    }
    return outlook.directory() instanceof DirectoryState.Blind blind
        ? texts.say("directory.blind", blind.why())
        : "";
  }

  /** Who could command; by name, in no other order. */
  public List<Face> getCommanders() {
    return faces(Role.INCIDENT_COMMANDER);
  }

  /** Who could announce. */
  public List<Face> getAnnouncers() {
    return faces(Role.ANNOUNCER);
  }

  private List<Face> faces(Role role) {
    return outlook.seat(role).able().stream().map(names::face).toList();
  }

  /** The days over the picture. */
  public List<Day> getDays() {
    return HeatStrip.days(outlook.when(), zone).stream().map(this::day).toList();
  }

  private Day day(LocalDate day) {
    boolean first = day.equals(LocalDate.ofInstant(outlook.when().from(), zone));
    return new Day(
        first || day.getDayOfMonth() == 1 ? monthAndDay(day) : String.valueOf(day.getDayOfMonth()),
        say("EEEEE", day),
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  /** One for each post. */
  public List<Strip> getStrips() {
    return outlook.covers().stream().map(this::strip).toList();
  }

  private Strip strip(Cover cover) {
    boolean full = cover.uncovered().isEmpty();
    return new Strip(
        names.in(cover.post().name()),
        full ? texts.say("ready.covered") : texts.say("ready.uncovered", length(cover.missing())),
        full,
        new HeatStrip(cover, outlook.when(), zone)
            .fields().stream().map(field -> cell(cover, field)).toList());
  }

  private Cell cell(Cover cover, HeatStrip.Field field) {
    boolean gap = !field.missing().isZero();
    return new Cell(
        gap ? "#" + anchor(gapOn(cover, field.day())) : "",
        gap ? hours(field.missing()) : "",
        gap
            ? texts.say(
                "ready.cell",
                names.in(cover.post().name()),
                date(field.day()),
                length(field.missing()))
            : "",
        field.bars());
  }

  /** Of which gap the day's first hole is part. */
  private int gapOn(Cover cover, LocalDate day) {
    Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
    Instant begins = day.atStartOfDay(zone).toInstant();
    return IntStream.range(0, outlook.gaps().size())
        .filter(
            i -> {
              Gap gap = outlook.gaps().get(i);
              return gap.post().equals(cover.post())
                  && gap.when().from().isBefore(ends)
                  && gap.when().to().isAfter(begins);
            })
        .findFirst()
        .orElseThrow();
  }

  private static String anchor(int gap) {
    return "gap-" + gap;
  }

  /** When nobody holds a post, the earliest first. */
  public List<Hole> getHoles() {
    return IntStream.range(0, outlook.gaps().size())
        .mapToObj(i -> hole(anchor(i), outlook.gaps().get(i)))
        .toList();
  }

  private Hole hole(String anchor, Gap gap) {
    List<PersonId> whom = gap.lacks().stream().flatMap(lack -> lack.person().stream()).toList();
    boolean always = gap.when().equals(outlook.when());
    return new Hole(
        anchor,
        names.in(gap.words()),
        always
            ? texts.say("ready.always")
            : texts.say(
                "ready.span",
                moment(gap.when().from()),
                moment(gap.when().to()),
                length(gap.when().length())),
        gap.lacks().stream().map(Lack::words).map(words -> said(words, whom)).toList(),
        gap.lacks().stream()
            .map(lack -> lack.fix(gap.post().level()))
            .map(words -> said(words, whom))
            .toList(),
        gap.lastTime().map(this::fell).stream().toList());
  }

  /** What else would go wrong. */
  public List<Defect> getDefects() {
    return outlook.defects().stream().map(this::defect).toList();
  }

  private Defect defect(Outlook.Defect defect) {
    List<PersonId> whom = people.everybody().stream().map(Person::id).toList();
    boolean some = defect.what() instanceof ReadinessDefect.TwoTurnsAtOnce;
    return new Defect(
        said(defect.what().words(), whom),
        some
            ? texts.say(
                "ready.span",
                moment(defect.when().from()),
                moment(defect.when().to()),
                length(defect.when().length()))
            : "",
        said(defect.what().fix(), whom));
  }

  /** Holes that somebody fell into, the newest first. */
  public List<Fell> getFell() {
    return outlook.passedOver().stream().limit(MOST).map(this::fell).toList();
  }

  private Fell fell(PassedOver one) {
    return new Fell(
        one.incident().value(),
        names.of(one.team()) + " " + names.in(one.level().label()),
        said(one.words(), one.person().stream().toList()),
        one.at());
  }

  private String said(Words words, Collection<PersonId> whom) {
    return names.withNames(words, whom);
  }

  /** 12/20（日）05:00. */
  private String moment(Instant at) {
    return date(LocalDate.ofInstant(at, zone)) + " " + texts.minute(at);
  }

  private String date(LocalDate day) {
    return say(isJapanese() ? "M/d（E）" : "EEE d MMM", day);
  }

  private String monthAndDay(LocalDate day) {
    return say(isJapanese() ? "M/d" : "d MMM", day);
  }

  private String say(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, texts.reader()).format(day);
  }

  private boolean isJapanese() {
    return texts.reader().getLanguage().equals("ja");
  }

  /** Whole hours of a day, at least one: a hole of minutes is a hole. */
  private static String hours(Duration missing) {
    return String.valueOf(Math.max(1, Math.round(missing.toMinutes() / 60.0)));
  }

  /** “28 days”, “1 day 3 h 20 min”. */
  private String length(Duration length) {
    return Stream.of(
            part("ready.days", length.toDays()),
            part("ready.hours", length.toHoursPart()),
            part("ready.minutes", length.toMinutesPart()))
        .flatMap(Optional::stream)
        .reduce((days, rest) -> days + " " + rest)
        .orElseGet(() -> texts.say("ready.moment"));
  }

  private Optional<String> part(String unit, long count) {
    return count == 0 ? Optional.empty() : Optional.of(texts.say(unit, count));
  }

  /** A day over the picture. */
  public record Day(String number, String weekday, boolean off) {}

  /**
   * A post.
   *
   * @param full whether somebody is always there
   */
  public record Strip(String name, String note, boolean full, List<Cell> cells) {}

  /**
   * A day of a post.
   *
   * @param to the gap below; empty when there is none
   * @param hours without anybody
   * @param label for who cannot see the picture
   */
  public record Cell(String to, String hours, String label, List<HeatStrip.Bar> bars) {}

  /**
   * Time without anybody.
   *
   * @param last when it last hurt, or nothing
   */
  public record Hole(
      String anchor,
      String sentence,
      String when,
      List<String> why,
      List<String> fix,
      List<Fell> last) {}

  /** What else would go wrong, and what to do about it. */
  public record Defect(String sentence, String when, String fix) {}

  /** A hole that somebody fell into. */
  public record Fell(String incident, String post, String sentence, Instant at) {}
}
