package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.CommandCandidate;
import org.honbu.incidents.CommandCandidates;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.CommanderScore;
import org.honbu.people.CommanderScore.Term;
import org.honbu.people.Eligibility;
import org.honbu.people.Eligibility.Reason;
import org.honbu.people.Eligibility.Verdict;
import org.honbu.people.People;
import org.junit.jupiter.api.Test;

class CandidatesPartTest {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId EMMA = new PersonId("emma");
  private static final Words HANDS_OFF = new Words("パスしてください", "Pass it on");

  private final List<CommandCandidate> people = new ArrayList<>();

  @Test
  void thePanelIsThereWhileSomebodyOnlyActs() {
    assertThat(part(Standing.ACTING, MISAKI, AOI).isWanted()).isTrue();
    assertThat(part(Standing.HELD, MISAKI, AOI).isWanted()).isFalse();
    assertThat(part(Optional.empty(), AOI).isWanted()).isFalse();
  }

  @Test
  void whoDoesNotChooseDoesNotSeeIt() {
    assertThat(part(Standing.ACTING, MISAKI, EMMA).isWanted()).isFalse();
  }

  @Test
  void theOrderIsKeptAndOthersStandApartWithTheReason() {
    candidate("sakura", Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED), true);
    candidate("aoi", Eligibility.of(Verdict.WITH_COACH, Reason.DRILL), true);
    candidate("grace", Eligibility.not(Reason.COMMANDS_ANOTHER), false);

    CandidatesPart part = part(Standing.ACTING, MISAKI, AOI);

    assertThat(part.getEligible())
        .extracting(row -> row.face().id())
        .containsExactly("sakura", "aoi");
    assertThat(part.getEligible()).extracting(CandidatesPart.Row::you).containsExactly(false, true);
    assertThat(part.getEligible())
        .extracting(CandidatesPart.Row::coached)
        .containsExactly(false, true);
    assertThat(part.getEligible())
        .extracting(CandidatesPart.Row::why)
        .containsExactly("", "In a drill, people in training command too");
    assertThat(part.getOthers())
        .extracting(CandidatesPart.Row::why)
        .containsExactly("Commands another major incident");
  }

  @Test
  void everyTermHasItsSignAndItsBar() {
    candidate("sakura", Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED), true);

    CandidatesPart.Row row = part(Standing.ACTING, MISAKI, AOI).getEligible().get(0);

    assertThat(row.total()).isEqualTo("48.3");
    assertThat(row.terms())
        .extracting(CandidatesPart.Term::points)
        .containsExactly("+40", "+20", "0", "+13.3", "?", "−25");
    assertThat(row.terms())
        .extracting(CandidatesPart.Term::style)
        .containsExactly("gives", "gives", "none", "gives", "none", "takes");
    assertThat(row.terms())
        .extracting(term -> term.size() + "/" + term.most())
        .containsExactly("40.0/40", "20.0/20", "0.0/15", "13.3/20", "0.0/30", "25.0/30");
    assertThat(row.terms()).extracting(CandidatesPart.Term::why).contains("Why");
  }

  /** At severity 1 off hours the spread is worth nothing, and a bar needs a length all the same. */
  @Test
  void aTermThatIsWorthNothingHasABarToo() {
    people.add(
        new CommandCandidate(
            AOI,
            Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED),
            new CommanderScore(List.of(part(Term.SPREAD, "0.0", 0, true))),
            true));

    CandidatesPart.Term only =
        part(Standing.ACTING, MISAKI, AOI).getEligible().get(0).terms().get(0);

    assertThat(only.most()).isEqualTo(1);
  }

  @Test
  void commandIsHandedToTheEligibleInOrderAndToOthersWhoMayTakeIt() {
    candidate("sakura", Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED), true);
    candidate("misaki", Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED), true);
    candidate("grace", Eligibility.not(Reason.NEEDS_REST), true);
    candidate("riku", Eligibility.not(Reason.NOT_QUALIFIED), false);

    CandidatesPart part = part(Standing.ACTING, MISAKI, MISAKI);

    assertThat(part.getSuccessors()).extracting(row -> row.face().id()).containsExactly("sakura");
    assertThat(part.getRatherNot()).extracting(row -> row.face().id()).containsExactly("grace");
  }

  /** Not the commander, and nobody who may command only because nobody else was there. */
  @Test
  void theDeputyIsChosenFromWhoComesIntoQuestion() {
    candidate("sakura", Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED), true);
    candidate("misaki", Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED), true);
    candidate("itsuki", Eligibility.of(Verdict.ELIGIBLE, Reason.BREAK_GLASS), true);
    candidate("grace", Eligibility.not(Reason.NEEDS_REST), true);

    assertThat(part(Standing.HELD, MISAKI, MISAKI).getDeputies())
        .extracting(Face::id)
        .containsExactly("sakura");
  }

  @Test
  void theAdviceIsForWhoCommandsOrIsAboutTo() {
    candidate("aoi", Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED), true);

    assertThat(part(Standing.HELD, MISAKI, MISAKI).getAdvice()).isEqualTo("Pass it on");
    assertThat(part(Standing.ACTING, MISAKI, AOI).getAdvice()).isEqualTo("Pass it on");
    assertThat(part(Standing.HELD, MISAKI, AOI).getAdvice()).isEmpty();
    assertThat(part(Standing.ACTING, MISAKI, EMMA).getAdvice()).isEmpty();
  }

  private void candidate(String name, Eligibility eligibility, boolean mayTake) {
    var score =
        new CommanderScore(
            List.of(
                part(Term.ON_SCHEDULE, "40.0", 40, true),
                part(Term.REACHABLE, "20.0", 20, true),
                part(Term.CURRENT, "0.0", 15, true),
                part(Term.SPREAD, "13.3", 20, true),
                part(Term.OWNS_COMPONENT, "0.0", -30, false),
                part(Term.LATELY_BUSY, "-25.0", -30, true)));
    people.add(new CommandCandidate(new PersonId(name), eligibility, score, mayTake));
  }

  private static CommanderScore.Part part(Term term, String points, int most, boolean known) {
    return new CommanderScore.Part(
        term, new BigDecimal(points), most, known, new Words("理由", "Why"));
  }

  private CandidatesPart part(Standing standing, PersonId holder, PersonId reader) {
    return part(Optional.of(new CommandSeat(holder, standing, Instant.EPOCH, false, 1)), reader);
  }

  private CandidatesPart part(Optional<CommandSeat> seat, PersonId reader) {
    return new CandidatesPart(
        INCIDENT, new Listed(), seat, reader, new Names(nobodyKnown(), Locale.ENGLISH));
  }

  private final class Listed implements CommandCandidates {
    @Override
    public Candidates of(IncidentId incident) {
      return new Candidates(people, List.of());
    }

    @Override
    public Optional<Words> advice(IncidentId incident, PersonId person) {
      return Optional.of(HANDS_OFF);
    }

    @Override
    public boolean mayRead(IncidentId incident, PersonId person) {
      return !person.equals(EMMA);
    }
  }

  private static People nobodyKnown() {
    return (People)
        Proxy.newProxyInstance(
            CandidatesPartTest.class.getClassLoader(),
            new Class<?>[] {People.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("find")) {
                return Optional.empty();
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
