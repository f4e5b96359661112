package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.DANIEL;
import static org.honbu.announcements.internal.AnnouncementWorld.HARUKA;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.NOW;
import static org.honbu.announcements.internal.AnnouncementWorld.SAKURA;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcing.Candidate;
import org.honbu.announcements.Announcing.Fit;
import org.honbu.announcements.ExecutiveSummaries;
import org.honbu.announcements.UserFeedback.Voices;
import org.honbu.announcements.UsersHeard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.ProblemException;
import org.honbu.notifications.Post;
import org.junit.jupiter.api.Test;

/** How often users hear from us, what they say, and what stakeholders are told. */
class AnnouncingTest {
  private static final Duration HOUR = Duration.ofMinutes(60);

  // ---- the rhythm (TM19)

  @Test
  void theCommanderMakesTheRhythmSlowerAfterTwoHours() {
    var world = after(Duration.ofHours(2));

    assertThat(world.pace.pace(INCIDENT).mayLengthen()).isTrue();
    assertThat(world.pace.lengthen(INCIDENT, HOUR, AOI)).isInstanceOf(Outcome.Done.class);

    assertThat(world.pace.pace(INCIDENT).within()).isEqualTo(HOUR);
    assertThat(world.acts).containsExactly("announcement-rhythm aoi");
    world.severity = 2;
    assertThat(world.pace.pace(INCIDENT).within())
        .as("another severity goes by the table again")
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void nobodyMakesItSlowerEarlierOrInstead() {
    var early = after(Duration.ofMinutes(119));

    assertThat(early.pace.pace(INCIDENT).mayLengthen()).isFalse();
    assertThat(early.pace.lengthen(INCIDENT, HOUR, AOI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(after(Duration.ofHours(3)).pace.lengthen(INCIDENT, HOUR, YUMI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(early.noted).isEmpty();
    assertThat(early.acts).containsExactly("refused aoi");
  }

  @Test
  void itStaysBetweenTheTableAndItsLongest() {
    var world = after(Duration.ofHours(3));

    assertThatThrownBy(() -> world.pace.lengthen(INCIDENT, Duration.ofMinutes(61), AOI))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.words().ja()).isEqualTo("「minutes」は 20 から 60 までにしてください");
              assertThat(problem.field()).contains("minutes");
            });
    assertThatThrownBy(() -> world.pace.lengthen(INCIDENT, Duration.ofMinutes(10), AOI))
        .isInstanceOf(ProblemException.class);
  }

  /** In the first hour it is nobody's to decide, whatever process owners write. */
  @Test
  void noTableAllowsItInTheFirstHour() {
    var world = after(Duration.ofMinutes(59));
    var atOnce =
        new PaceActs(
            severity ->
                new CadenceTable.Row(
                    Duration.ofMinutes(20),
                    HOUR,
                    Duration.ofMinutes(5),
                    Duration.ZERO,
                    Optional.empty()),
            world.notebook,
            world.heads,
            world.situations,
            at(Duration.ofMinutes(59)));

    assertThat(atOnce.lengthen(INCIDENT, HOUR, AOI)).isInstanceOf(Outcome.NotNow.class);
  }

  // ---- what users say (FM-2b)

  @Test
  void supportNotesWhatUsersSay() {
    var world = after(Duration.ZERO);
    FeedbackActs feedback = world.feedback;

    assertThat(feedback.hear(INCIDENT, new Voices(7, 5, "払えない", "いつ直る？"), HARUKA))
        .isInstanceOf(Outcome.Done.class);
    feedback.hear(INCIDENT, new Voices(2, 2, "", ""), YUMI);

    assertThat(feedback.heard(INCIDENT))
        .extracting(heard -> heard.voices().newReports())
        .containsExactly(2, 7);
    assertThat(world.acts).containsExactly("users-heard haruka", "users-heard yumi");
    assertThat(world.notes.get(0).ja()).contains("新しく 7 件（5 社・人）", "いつ直る？");
    assertThat(world.facts).hasOnlyElementsOfType(UsersHeard.class).hasSize(2);
    assertThat(feedback.customersSince(INCIDENT, NOW)).isEqualTo(7);
    assertThat(feedback.customersSince(INCIDENT, NOW.plusSeconds(1))).isZero();
  }

  @Test
  void nobodyElseDoesAndNumbersMustBePossible() {
    var world = after(Duration.ZERO);
    FeedbackActs feedback = world.feedback;

    assertThat(feedback.hear(INCIDENT, new Voices(1, 1, "", ""), DANIEL))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThatThrownBy(() -> feedback.hear(INCIDENT, new Voices(1, 2, "", ""), HARUKA))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.field()).contains("distinctCustomers"));
    assertThat(world.noted).isEmpty();
    assertThat(world.facts).isEmpty();
  }

  // ---- who could announce (DOMAIN 2.9)

  /** Support on shift is the default; then whoever of support is nearer to the incident. */
  @Test
  void supportOnShiftIsAskedFirst() {
    var world = after(Duration.ZERO);
    world.announcer = Optional.empty();
    world.announcers = List.of(DANIEL, YUMI, SAKURA, HARUKA, AOI);
    world.support = List.of(YUMI, SAKURA, HARUKA);
    world.onCall.add(HARUKA);
    world.onCall.add(DANIEL);
    world.takesPart.add(SAKURA);
    world.takesPart.add(DANIEL);

    assertThat(world.candidates.of(INCIDENT))
        .as("on call alone is no support, and who commands does not announce")
        .containsExactly(
            new Candidate(HARUKA, Fit.ON_SHIFT),
            new Candidate(SAKURA, Fit.TAKES_PART),
            new Candidate(YUMI, Fit.SUPPORT),
            new Candidate(DANIEL, Fit.ANNOUNCER));

    world.announcer = Optional.of(HARUKA);
    assertThat(world.candidates.of(INCIDENT)).extracting(Candidate::person).doesNotContain(HARUKA);
  }

  // ---- what stakeholders are told (TM35)

  @Test
  void theAnnouncerTellsStakeholdersThroughTheGateway() {
    var world = after(Duration.ZERO);
    var summaries = summaries(world);

    summaries.tell(INCIDENT, "状態：調査中\n影響：決済の 2 割\n次：10:30 JST", YUMI);

    assertThat(world.posted).extracting(Post::channel).containsExactly("#stakeholders");
    assertThat(world.posted).extracting(Post::key).containsExactly("summary-1");
    assertThat(summaries.told(INCIDENT)).hasSize(1);
    assertThat(world.acts).containsExactly("stakeholders-told yumi");
  }

  @Test
  void theCommanderDoesNotAndThreeLinesAreEnough() {
    var world = after(Duration.ZERO);
    var summaries = summaries(world);

    assertThat(summaries.tell(INCIDENT, "状態：調査中", AOI)).isInstanceOf(Outcome.NotAllowed.class);
    assertThatThrownBy(() -> summaries.tell(INCIDENT, "一\n二\n三\n四", YUMI))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).contains("text"));
    assertThatThrownBy(() -> summaries.tell(INCIDENT, " ", YUMI))
        .isInstanceOf(ProblemException.class);
    assertThat(world.posted).isEmpty();
  }

  private static ExecutiveSummaries summaries(AnnouncementWorld world) {
    return world.summaries();
  }

  private static AnnouncementWorld after(Duration sinceTheRoomOpened) {
    return new AnnouncementWorld(at(sinceTheRoomOpened));
  }

  private static Clock at(Duration since) {
    Instant now = NOW.plus(since);
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
