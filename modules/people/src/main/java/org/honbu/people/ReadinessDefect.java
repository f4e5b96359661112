package org.honbu.people;

import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;

/** Something that would go wrong if a page were sent now; shown to schedule admins. */
public sealed interface ReadinessDefect {

  /** What is wrong, in a sentence. */
  Words words();

  /** What to do about it. */
  Words fix();

  /** A scheduled person whom no message can reach. */
  record NoContactPoint(PersonId person) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words("{0} に届く連絡先がありません", "There is no way to reach {0}").with(person);
    }

    @Override
    public Words fix() {
      return Lack.of(Lack.Why.NO_CONTACT, person).fix(OnCallLevel.PRIMARY);
    }
  }

  /** A scheduled person who left, is disabled or has no role any more. */
  record NotInDirectory(PersonId person) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words("当番表にいる {0} は利用者名簿にいません", "{0} is scheduled but not in the directory")
          .with(person);
    }

    @Override
    public Words fix() {
      return Lack.of(Lack.Why.GONE, person).fix(OnCallLevel.PRIMARY);
    }
  }

  /** A rung of a team's chain with nobody on it. */
  record EmptyLevel(TeamId team, OnCallLevel level) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words("チーム {0} の第 {1} 段に当番がいません", "Nobody is on call for team {0} at level {1}")
          .with(team, level.number());
    }

    @Override
    public Words fix() {
      return Lack.NOBODY.fix(level);
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

    @Override
    public Words fix() {
      return new Words("どちらかの当番を交代してもらってください", "Let somebody else take one of the two turns");
    }
  }

  /** Somebody on call for a team who may not answer on Honbu's pages: a link still works. */
  record NotAResponder(PersonId person) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words(
              "当番の {0} に responder の役割がありません（リンクからは応答できます）",
              "{0} is on call without the role responder (a link still works)")
          .with(person);
    }

    @Override
    public Words fix() {
      return new Words("Keycloak で {0} に responder を付けてください", "Give {0} responder in Keycloak")
          .with(person);
    }
  }

  /** So few people can take a part in an incident that one absence leaves it empty. */
  record TooFew(Role role, int able) implements ReadinessDefect {
    @Override
    public Words words() {
      return new Words(
              "連絡がついて {0} の役割を持つ人は {1} 人だけです", "People who hold {0} and can be reached: {1}")
          .with(role.group(), able);
    }

    @Override
    public Words fix() {
      return new Words(
              "もう一人が {0} になれるように準備し、Keycloak で役割を付けてください",
              "Prepare one more person, and give them {0} in Keycloak")
          .with(role.group());
    }
  }
}
