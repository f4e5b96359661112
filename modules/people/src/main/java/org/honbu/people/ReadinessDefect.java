package org.honbu.people;

import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;

/** Something that would go wrong if a page were sent now; shown to schedule admins. */
public sealed interface ReadinessDefect {

  Words words();

  /** A scheduled person whom no message can reach. */
  record NoContactPoint(PersonId person) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words("{0} に届く連絡先がありません", "There is no way to reach {0}").with(person);
    }
  }

  /** A scheduled person who left, is disabled or has no role any more. */
  record NotInDirectory(PersonId person) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words("当番表にいる {0} は利用者名簿にいません", "{0} is scheduled but not in the directory")
          .with(person);
    }
  }

  /** A rung of a team's chain with nobody on it. */
  record EmptyLevel(TeamId team, OnCallLevel level) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words("チーム {0} の第 {1} 段に当番がいません", "Nobody is on call for team {0} at level {1}")
          .with(team, level.number());
    }
  }

  /** Somebody whose turns to command and to be on call for a team are at the same time (RO-C2). */
  record TwoTurnsAtOnce(PersonId person, TeamId team) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words(
              "{0} はコマンダー当番とチーム {1} の当番が重なっています",
              "{0} is on the commander schedule and on call for team {1} at the same time")
          .with(person, team);
    }
  }
}
