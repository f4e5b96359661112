package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.ByHand;
import org.honbu.announcements.Announcement.State;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.PostRecall;

/**
 * Somebody entered a message where users read it. What waited to be sent there is taken back in the
 * same transaction, so that users do not read it twice; who did it, where and its link are on the
 * record.
 */
@ApplicationScoped
class EntersByHand {
  private static final int LONGEST_PLACE = 100;
  private static final int LONGEST_LINK = 300;
  private static final Words PLACE =
      new Words("「公開先」は 100 字までにしてください", "Keep “Where” to 100 characters");
  private static final Words LINK =
      new Words(
          "「リンク」は https:// で始まる 300 字までのアドレスにしてください",
          "“Link” must be an address that begins with https://, of up to 300 characters");
  private static final Words ENTERED =
      new Words("お知らせ（{0} 通目）を手で入れました：{1} {2}", "Announcement {0} was entered by hand: {1} {2}");
  private static final Words HAD_LEFT =
      new Words(
          "お知らせ（{0} 通目）は自動でも公開されていました。公開先で重なりを確かめてください：{1} {2}",
          "Announcement {0} had gone out by itself as well; look whether users read it twice: {1}"
              + " {2}");

  private final AnnouncementStore store;
  private final AnnouncementDesk desk;
  private final Duties duties;
  private final PostRecall recall;
  private final Clock clock;

  @Inject
  EntersByHand(
      AnnouncementStore store,
      AnnouncementDesk desk,
      Duties duties,
      PostRecall recall,
      Clock clock) {
    this.store = store;
    this.desk = desk;
    this.duties = duties;
    this.recall = recall;
    this.clock = clock;
  }

  /** What stands against what was filled in. */
  static Optional<Words> objection(Place place) {
    if (place.where().length() > LONGEST_PLACE) {
      return Optional.of(PLACE);
    }
    boolean isLink =
        place.link().isEmpty()
            || (place.link().matches("https?://\\S+") && place.link().length() <= LONGEST_LINK);
    return isLink ? Optional.empty() : Optional.of(LINK);
  }

  /** The approved message, which was never sent. */
  @Transactional
  void publish(IncidentId incident, Place place, PersonId by) {
    desk.publishedByHand(incident).ifPresent(told -> enter(told, place, by));
  }

  /**
   * A message that was published and did not leave.
   *
   * @param number of the message; the newest published one where a process of an older set does not
   *     know it
   */
  @Transactional
  void enter(IncidentId incident, Optional<Integer> number, Place place, PersonId by) {
    duties.locked(incident);
    published(incident)
        .filter(said -> number.filter(other -> other != said.number()).isEmpty())
        .findFirst()
        .ifPresent(told -> enter(told, place, by));
  }

  /** Whether nobody has to enter it any more: it has left by itself. */
  @Transactional
  boolean isOut(IncidentId incident, int number) {
    return published(incident)
        .filter(said -> said.number() == number)
        .anyMatch(said -> recall.hasLeft(incident, Publication.place(said.audience()), key(said)));
  }

  /** What people were told and cannot read, because nobody has entered it yet. */
  @Transactional
  List<Announcement> wanted(IncidentId incident) {
    return published(incident)
        .filter(said -> said.byHand().isEmpty())
        .filter(said -> recall.isFailing(incident, Publication.place(said.audience()), key(said)))
        .toList();
  }

  private Stream<Announcement> published(IncidentId incident) {
    return desk.of(incident).stream().filter(said -> said.state() == State.PUBLISHED);
  }

  private static String key(Announcement said) {
    return AnnouncementDesk.KEY + said.number();
  }

  private void enter(Announcement told, Place place, PersonId by) {
    String destination = Publication.place(told.audience());
    PostRecall.Outcome outcome = recall.takeBack(told.incident(), destination, key(told));
    String where = place.where().isBlank() ? destination : place.where();
    Optional<String> link = Optional.of(place.link()).filter(text -> !text.isBlank());
    var entry = new ByHand(by, clock.instant().truncatedTo(ChronoUnit.MICROS), where, link);
    store.of(told.incident()).stream()
        .filter(row -> row.id().equals(told.id()))
        .forEach(row -> row.enteredByHand(entry));
    store.flush();
    Words line =
        switch (outcome) {
          case HAD_LEFT -> HAD_LEFT;
          case TAKEN_BACK, NOTHING_WAITED -> ENTERED;
        };
    duties.note(
        told.incident(),
        "announcement-by-hand",
        AnnouncementProblems.line(line.with(told.number(), where, place.link())),
        by);
  }

  /** Where it was entered, as somebody filled it in. */
  record Place(String where, String link) {}
}
