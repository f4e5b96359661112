package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.honbu.incidents.Standing;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Candidate;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Problem;
import org.honbu.kernel.Kind;
import org.honbu.people.Role;
import org.junit.jupiter.api.Test;

class OnlyQualifiedPeopleTakeCommandTest {
  private static final Candidate COMMANDER = withRole(Role.INCIDENT_COMMANDER);
  private static final Candidate TRAINEE = withRole(Role.COMMANDER_TRAINEE);
  private static final Candidate RESPONDER = withRole(Role.RESPONDER);
  private static final Candidate EMPLOYEE = withRole(Role.EMPLOYEE);

  private static final Problem REAL = new Problem(Kind.REAL, true, false);
  private static final Problem DRILL = new Problem(Kind.DRILL, true, false);
  private static final Problem GLASS_BROKEN = new Problem(Kind.REAL, true, true);

  @Test
  void aCommanderHoldsIt() {
    assertThat(ask(COMMANDER, REAL)).isEqualTo(new Answer.As(Standing.HELD, false));
  }

  @Test
  void aTraineeHoldsItInADrillOnly() {
    assertThat(ask(TRAINEE, DRILL)).isEqualTo(new Answer.As(Standing.HELD, false));
    assertThat(ask(TRAINEE, REAL)).isInstanceOf(Answer.No.class);
  }

  @Test
  void aResponderActsOnceTheGlassIsBroken() {
    assertThat(ask(RESPONDER, REAL)).isInstanceOf(Answer.No.class);
    assertThat(ask(RESPONDER, GLASS_BROKEN)).isEqualTo(new Answer.As(Standing.ACTING, true));
  }

  @Test
  void aCommanderHoldsItAlsoOnceTheGlassIsBroken() {
    assertThat(ask(COMMANDER, GLASS_BROKEN)).isEqualTo(new Answer.As(Standing.HELD, false));
  }

  @Test
  void somebodyElseNeverDoes() {
    assertThat(ask(EMPLOYEE, REAL)).isInstanceOf(Answer.No.class);
    assertThat(ask(EMPLOYEE, GLASS_BROKEN)).isInstanceOf(Answer.No.class);
  }

  @Test
  void nobodyCommandsTwoMajorIncidents() {
    var busy = new Candidate(COMMANDER.roles(), true, false);

    assertThat(ask(busy, REAL)).isInstanceOf(Answer.No.class);
    assertThat(ask(busy, new Problem(Kind.REAL, false, false))).isInstanceOf(Answer.As.class);
  }

  @Test
  void theAnnouncerOfAMajorIncidentDoesNotCommandIt() {
    var announcing = new Candidate(COMMANDER.roles(), false, true);

    assertThat(ask(announcing, REAL)).isInstanceOf(Answer.No.class);
    assertThat(ask(announcing, new Problem(Kind.REAL, false, false))).isInstanceOf(Answer.As.class);
  }

  private static Answer ask(Candidate candidate, Problem problem) {
    return OnlyQualifiedPeopleTakeCommand.ask(candidate, problem);
  }

  private static Candidate withRole(Role role) {
    return new Candidate(EnumSet.of(Role.EMPLOYEE, role), false, false);
  }
}
