package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Times;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Decide;
import org.honbu.warroom.Decision;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.Round;
import org.honbu.warroom.Round.Step;
import org.honbu.warroom.ShareStatus;
import org.honbu.warroom.StatusUpdate;
import org.junit.jupiter.api.Test;

/** The commander's loop on an incident's page: what is shown to whom, and what its forms send. */
class LoopPartTest {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");
  private static final PersonId EMMA = new PersonId("emma");
  private static final Instant NOW = Instant.parse("2026-11-28T03:20:00Z");

  private final Loop loop = new Loop();

  @Test
  void theStripShowsWhatIsDoneAndWhereTheRoundIs() {
    loop.step = Optional.of(Step.ASSIGN);

    LoopPart part = part(AOI);

    assertThat(part.getSteps())
        .extracting(LoopPart.StepLook::style)
        .containsExactly("done", "done", "now", "", "");
    assertThat(part.getSteps())
        .extracting(LoopPart.StepLook::label)
        .containsExactly("Assess", "Decide", "Assign", "Tell", "Review");
    assertThat(part.getNextMove()).isEqualTo("Nobody has work yet for what was decided");
  }

  @Test
  void theButtonIsForWhoeverMayPressIt() {
    loop.step = Optional.of(Step.DECIDE);
    assertThat(part(AOI).getNextDialog()).isEqualTo("ask-decide");
    assertThat(part(SAKURA).getNextDialog()).isEmpty();

    loop.step = Optional.of(Step.UPDATE);
    assertThat(part(SAKURA).getNextDialog()).as("the deputy").isEqualTo("ask-update");
    assertThat(part(EMMA).getNextDialog()).isEmpty();
    assertThat(part(EMMA).isMayTell()).isFalse();

    loop.step = Optional.empty();
    assertThat(part(AOI).isOn()).isFalse();
    assertThat(part(AOI).getSteps()).isEmpty();
  }

  @Test
  void anUpdateIsLateAndNoLongerThanTheTableSays() {
    loop.step = Optional.of(Step.REVIEW);
    assertThat(part(EMMA).isLate()).isTrue();
    assertThat(part(EMMA).getIntervals()).containsExactly(20L, 15L, 10L);
    assertThat(part(AOI).getAims()).containsExactly("", "", "");
    assertThat(part(AOI).getBefore().first()).isEmpty();
  }

  @Test
  void theFormsSendWhatWasFilledInAndSayWhatTheFacadeSays() {
    Act.Answer refused = sends("loop-decide", Map.of("decision", "切り戻す", "whatFirst", " "));
    assertThat(loop.sent)
        .containsExactly(new Decide("切り戻す", "", "", "", Optional.empty(), Decide.Weighing.NOTHING));
    assertThat(refused).isEqualTo(Act.Answer.refused(new Words("だめ", "No")));

    loop.outcome = Outcome.done();
    for (String act : List.of("loop-assess", "loop-wait", "loop-review", "loop-aim")) {
      assertThat(sends(act, Map.of())).as(act).isInstanceOf(Act.Answer.Done.class);
    }
    sends("loop-update", Map.of("conditions", "18%", "nextInMinutes", "10"));
    assertThat(loop.sent)
        .endsWith(new ShareStatus("18%", "", "", Optional.of(Duration.ofMinutes(10))));
  }

  private Act.Answer sends(String name, Map<String, String> fields) {
    Act act =
        new LoopForms(loop)
            .acts().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return act.deed().apply(new Act.Form(AOI, Optional.of(INCIDENT.value()), fields));
  }

  private LoopPart part(PersonId reader) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new LoopPart(
        incident(),
        loop,
        reader,
        new Names(nobodyKnown(), Locale.ENGLISH),
        new Texts(Locale.ENGLISH, clock, ZoneId.of("Asia/Tokyo")),
        clock);
  }

  private static IncidentView incident() {
    Optional<Instant> never = Optional.empty();
    return new IncidentView(
        INCIDENT,
        "決済が遅い",
        Kind.REAL,
        IncidentState.INVESTIGATING,
        Optional.of(Severity.SEV1),
        Source.SYSTEM,
        Optional.empty(),
        new TeamId("payments"),
        Actor.honbu("test"),
        Optional.empty(),
        Impact.UNKNOWN,
        Visibility.UNKNOWN,
        PublicPhase.NONE,
        Room.OPEN,
        Set.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new CommandSeat(AOI, Standing.HELD, NOW, false, 1)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new IncidentView.Signals(1, 1, 1, 0),
        new Times(never, NOW, NOW, never, never, never, never, never, never, never, never, never),
        List.of(new Duty(DutyKind.DEPUTY, SAKURA, NOW, Optional.empty())),
        false);
  }

  private static People nobodyKnown() {
    return (People)
        Proxy.newProxyInstance(
            LoopPartTest.class.getClassLoader(),
            new Class<?>[] {People.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  /** A loop that stands where a test says and keeps what it is sent. */
  private static final class Loop implements CommandLoop {
    private Optional<Step> step = Optional.empty();
    private Outcome outcome = new Outcome.NotAllowed(new Words("だめ", "No"));
    private final List<Object> sent = new ArrayList<>();

    private Outcome sent(Object words) {
      sent.add(words);
      return outcome;
    }

    @Override
    public Outcome assess(IncidentId incident, AssessSituation seen, PersonId by) {
      return sent(seen);
    }

    @Override
    public Outcome decide(IncidentId incident, Decide decision, PersonId by) {
      return sent(decision);
    }

    @Override
    public Outcome waitWith(IncidentId incident, String reason, PersonId by) {
      return sent(reason);
    }

    @Override
    public void workGiven(IncidentId incident) {
      throw new AssertionError("nobody gives work here");
    }

    @Override
    public Outcome update(IncidentId incident, ShareStatus told, PersonId by) {
      return sent(told);
    }

    @Override
    public Outcome review(IncidentId incident, ReviewEffect found, PersonId by) {
      return sent(found);
    }

    @Override
    public Outcome aim(IncidentId incident, List<String> objectives, PersonId by) {
      return sent(objectives);
    }

    @Override
    public Optional<Round> round(IncidentId incident) {
      return step.map(
          now ->
              new Round(
                  1,
                  NOW,
                  now,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  NOW.minusSeconds(1),
                  Duration.ofMinutes(20)));
    }

    @Override
    public List<String> objectives(IncidentId incident) {
      return List.of();
    }

    @Override
    public Optional<Decision> decision(IncidentId incident) {
      return Optional.empty();
    }

    @Override
    public List<StatusUpdate> updates(IncidentId incident) {
      return List.of();
    }
  }
}
