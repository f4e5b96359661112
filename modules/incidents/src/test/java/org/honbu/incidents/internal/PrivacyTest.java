package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.incidents.internal.Rehearsal.AOI;
import static org.honbu.incidents.internal.Rehearsal.DANIEL;
import static org.honbu.incidents.internal.Rehearsal.EMMA;
import static org.honbu.incidents.internal.Rehearsal.ITSUKI;
import static org.honbu.incidents.internal.Rehearsal.MISAKI;
import static org.honbu.incidents.internal.Rehearsal.SAKURA;
import static org.honbu.incidents.internal.Rehearsal.YUMI;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PrivacyChanged;
import org.honbu.incidents.Source;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Veil;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.ReportId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may read an incident, and since when (A34). */
class PrivacyTest {
  private static final PersonId MEI = new PersonId("mei");
  private static final PersonId KEN = new PersonId("ken");
  private static final PersonId HARUKA = new PersonId("haruka");

  private final Rehearsal room = new Rehearsal();
  private final Set<PersonId> atWork = new HashSet<>();
  private final List<Set<IncidentId>> asked = new ArrayList<>();
  private final Insiders insiders =
      new Insiders(room.store, room.town, List.of(this::work), room.time);
  private final PrivacyActs acts =
      new PrivacyActs(
          room.store,
          room.book,
          new Responders(room.store, room.book, room.names, room.town),
          room.town,
          room.names);
  private final RecordedPrivacy privacy = new RecordedPrivacy(room.store, insiders, acts);

  // --- it becomes private by itself

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatIsDeclaredWithDataInDangerIsPrivateFromItsFirstMoment(Kind kind) {
    IncidentId incident = declared(kind, DataSecurity.SUSPECTED);

    assertThat(privacy.isPrivate(incident)).isTrue();
    assertThat(lines(incident, "made-private")).hasSize(1);
    assertThat(room.told(PrivacyChanged.class))
        .containsExactly(new PrivacyChanged(incident, kind, true, room.time.instant()));
  }

  @ParameterizedTest
  @EnumSource(DataSecurity.class)
  void triageMakesItPrivateExactlyWhenSomebodySaysThatDataMayBeHarmed(DataSecurity said) {
    IncidentId incident = room.actingRoom();

    triage(incident, said);

    boolean harmed = said == DataSecurity.SUSPECTED || said == DataSecurity.CONFIRMED;
    assertThat(privacy.isPrivate(incident)).isEqualTo(harmed);
    assertThat(lines(incident, "made-private")).hasSize(harmed ? 1 : 0);
  }

  @Test
  void whoOpenedItIsOverruledOnlyByGraverHarm() {
    IncidentId incident = room.roomOf(AOI);
    triage(incident, DataSecurity.SUSPECTED);
    assertThat(privacy.open(incident, "only test data", AOI)).isInstanceOf(Outcome.Done.class);

    triage(incident, DataSecurity.SUSPECTED);
    assertThat(privacy.isPrivate(incident)).isFalse();

    triage(incident, DataSecurity.CONFIRMED);
    assertThat(privacy.isPrivate(incident)).isTrue();
  }

  // --- people decide

  @Test
  void theCommanderAndThePrivacyOfficerCloseAndOpenItWithAReason() {
    room.town.privacyOfficer("mei");
    IncidentId incident = room.roomOf(AOI);

    assertThat(privacy.close(incident, "an employee is concerned", MEI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(privacy.close(incident, "again", AOI)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(privacy.mayRead(incident, KEN)).isFalse();
    assertThat(privacy.open(incident, "it was nothing", AOI)).isInstanceOf(Outcome.Done.class);
    assertThat(privacy.open(incident, "again", MEI)).isInstanceOf(Outcome.AlreadyDone.class);

    assertThat(privacy.mayRead(incident, KEN)).isTrue();
    assertThat(lines(incident, "made-private").get(0).words().en())
        .contains("mei", "an employee is concerned");
    assertThat(lines(incident, "opened-to-all").get(0).words().ja())
        .contains("aoi", "it was nothing");
  }

  @Test
  void nobodyElseDecidesAndNobodyWithoutAReason() {
    IncidentId incident = room.roomOf(AOI);

    assertThat(privacy.close(incident, "I would rather", MISAKI))
        .isInstanceOfSatisfying(
            Outcome.NotAllowed.class, no -> assertThat(no.why().en()).contains("aoi"));
    assertThat(lines(incident, "refused")).hasSize(1);
    assertThatThrownBy(() -> privacy.close(incident, " ", AOI))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).contains("reason"));
    assertThat(privacy.isPrivate(incident)).isFalse();
  }

  // --- who is inside

  @Test
  void whoToldAnsweredCommandedOrWasAskedToIsInsideAndStaysSo() {
    IncidentId incident = room.roomOf(AOI);
    room.command.takeAnnouncing(incident, YUMI);
    room.deputies.appoint(incident, DANIEL, AOI);
    room.acts.offer(incident, HandoverWish.to(SAKURA, HandoverReason.FATIGUE), AOI);
    triage(incident, DataSecurity.CONFIRMED);

    assertThat(List.of(EMMA, MISAKI, AOI, YUMI, DANIEL, SAKURA))
        .allMatch(person -> privacy.mayRead(incident, person));
    room.deputies.leave(incident, DANIEL);
    assertThat(privacy.mayRead(incident, DANIEL)).isTrue();
  }

  @Test
  void candidatesForCommandAreOutsideUntilTheyTakeIt() {
    IncidentId incident = room.actingRoom();
    triage(incident, DataSecurity.SUSPECTED);

    assertThat(privacy.mayRead(incident, AOI)).isFalse();
    room.command.take(incident, AOI);
    assertThat(privacy.mayRead(incident, AOI)).isTrue();
  }

  @Test
  void whoIsOnCallForItsTeamIsInsideWhileItIsOpen() {
    IncidentId incident = declared(Kind.REAL, DataSecurity.SUSPECTED);
    assertThat(privacy.mayRead(incident, ITSUKI)).isFalse();

    room.town.onCall = ITSUKI;

    assertThat(privacy.mayRead(incident, ITSUKI)).isTrue();
  }

  @Test
  void aPrivacyOfficerIsInsideEveryOneOfThem() {
    IncidentId incident = declared(Kind.REAL, DataSecurity.SUSPECTED);
    room.town.privacyOfficer("mei");

    assertThat(privacy.over(List.of(incident), MEI))
        .isEqualTo(new Veil(Set.of(incident), Set.of()));
  }

  @Test
  void whomAModuleAboveNamesIsInside() {
    IncidentId incident = declared(Kind.REAL, DataSecurity.SUSPECTED);
    assertThat(privacy.mayRead(incident, KEN)).isFalse();

    atWork.add(KEN);

    assertThat(privacy.mayRead(incident, KEN)).isTrue();
  }

  @Test
  void everybodyReadsAnOrdinaryOneAndNobodyIsAskedAboutIt() {
    IncidentId ordinary = room.actingRoom();

    assertThat(privacy.mayRead(ordinary, KEN)).isTrue();
    assertThat(privacy.over(List.of(ordinary), KEN)).isEqualTo(Veil.NONE);
    assertThat(asked).isEmpty();
  }

  @Test
  void aBoardFullOfThemIsAskedAboutAtOnce() {
    List<IncidentId> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(declared(Kind.REAL, i % 2 == 0 ? DataSecurity.SUSPECTED : DataSecurity.NONE));
    }

    Veil veil = privacy.over(all, KEN);

    assertThat(veil.privates()).hasSize(10).isEqualTo(veil.hidden());
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatItsTasksSayIsForThoseInsideAsEverythingElse() {
    var tasks = new KeepsPrivateTasks(privacy);
    IncidentId incident = declared(Kind.REAL, DataSecurity.SUSPECTED);
    IncidentId ordinary = declared(Kind.REAL, DataSecurity.NONE);

    assertThat(tasks.mayRead(incident, HARUKA)).isTrue();
    assertThat(tasks.mayRead(incident, KEN)).isFalse();
    assertThat(tasks.mayRead(ordinary, KEN)).isTrue();
    assertThat(tasks.mayRead(new ReportId("REP-2026-0001"), KEN)).isTrue();
  }

  // --- what becomes of it

  @Test
  void oneThatIsMergedWithAPrivateOneIsPrivateInBothDirections() {
    IncidentId open = declared(Kind.REAL, DataSecurity.NONE);
    IncidentId secret = declared(Kind.REAL, DataSecurity.SUSPECTED);
    IncidentId third = declared(Kind.REAL, DataSecurity.NONE);

    room.life.merging.merge(open, secret, HARUKA);
    room.life.merging.merge(third, open, HARUKA);

    assertThat(List.of(open, secret, third)).allMatch(privacy::isPrivate);
    assertThat(lines(open, "made-private")).hasSize(1);
  }

  @Test
  void whoIsInsideOnePartIsInsideAllOfIt() {
    IncidentId parent = declaredBy(HARUKA, DataSecurity.SUSPECTED);
    IncidentId child = declaredBy(KEN, DataSecurity.NONE);
    room.life.merging.merge(parent, child, HARUKA);

    for (PersonId person : List.of(HARUKA, KEN)) {
      assertThat(privacy.mayRead(parent, person)).isTrue();
      assertThat(privacy.mayRead(child, person)).isTrue();
    }
    assertThat(privacy.mayRead(child, EMMA)).isFalse();
  }

  /** What became part of one says the same in other words. */
  @Test
  void whatBecamePartOfOneThatTurnsPrivateLaterIsPrivateWithIt() {
    IncidentId parent = room.roomOf(AOI);
    IncidentId child = declaredBy(KEN, DataSecurity.NONE);
    IncidentId grandchild = declaredBy(KEN, DataSecurity.NONE);
    room.life.merging.merge(child, grandchild, HARUKA);
    room.life.merging.merge(parent, child, HARUKA);
    room.town.privacyOfficer("mei");
    IncidentId closed = room.actingRoom();
    IncidentId part = declaredBy(KEN, DataSecurity.NONE);
    room.life.merging.merge(closed, part, HARUKA);

    triage(parent, DataSecurity.SUSPECTED);
    assertThat(privacy.close(closed, "an employee is concerned", MEI))
        .isInstanceOf(Outcome.Done.class);

    assertThat(List.of(child, grandchild, part)).allMatch(privacy::isPrivate);
    assertThat(List.of(child, part)).allMatch(one -> privacy.mayRead(one, KEN));
    assertThat(privacy.mayRead(child, YUMI)).isFalse();
    assertThat(lines(child, "made-private")).hasSize(1);
  }

  @Test
  void nobodyLetsThemselvesInByMergingWithAnIncidentOfTheirOwn() {
    IncidentId secret = declared(Kind.REAL, DataSecurity.SUSPECTED);
    IncidentId own = declaredBy(KEN, DataSecurity.NONE);

    assertThatThrownBy(() -> room.life.merging.merge(own, secret, KEN))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem().code()).isEqualTo("HB-3014"));
    assertThat(privacy.mayRead(secret, KEN)).isFalse();
    assertThat(room.record(own).parent()).isEmpty();
  }

  @Test
  void whatGoesOnWhereAPrivateOneCameBackIsPrivate() {
    IncidentId incident = room.roomOf(AOI);
    privacy.close(incident, "an employee is concerned", AOI);
    room.life.recovery.declareMitigated(incident, "", AOI);
    room.life.recovery.verify(incident, ITSUKI);
    room.life.recovery.declareResolved(incident, "", AOI);
    room.time.pass(Duration.ofDays(2));

    IncidentId next = room.life.reopening.reopen(incident, "it came back", AOI).open();

    assertThat(next).isNotEqualTo(incident);
    assertThat(privacy.isPrivate(next)).isTrue();
  }

  private Set<IncidentId> work(Set<IncidentId> incidents, PersonId person) {
    asked.add(incidents);
    return atWork.contains(person) ? incidents : Set.of();
  }

  private List<TimelineEntry> lines(IncidentId incident, String type) {
    return room.timeline(incident).stream().filter(line -> line.type().equals(type)).toList();
  }

  private void triage(IncidentId incident, DataSecurity data) {
    assertThat(room.life.triage.triage(incident, Triage.real(impact(data)), MISAKI))
        .isInstanceOf(Outcome.Done.class);
  }

  private IncidentId declared(Kind kind, DataSecurity data) {
    return declared(kind, HARUKA, data);
  }

  private IncidentId declaredBy(PersonId person, DataSecurity data) {
    return declared(Kind.REAL, person, data);
  }

  private IncidentId declared(Kind kind, PersonId by, DataSecurity data) {
    return room.life.declaring.declare(
        new Declaration(
            "名簿が見えている",
            kind,
            Source.USER,
            Actor.person(by),
            Optional.of("payment-api"),
            Optional.empty(),
            impact(data),
            Visibility.UNKNOWN,
            Optional.empty(),
            room.time.instant(),
            Optional.empty()));
  }

  private static Impact impact(DataSecurity data) {
    Impact known = Impact.UNKNOWN;
    return new Impact(
        known.users(),
        known.function(),
        known.condition(),
        known.revenue(),
        data,
        known.workaround(),
        known.urgency());
  }
}
