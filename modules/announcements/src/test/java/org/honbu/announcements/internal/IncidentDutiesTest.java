package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.NOW;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Audience;
import org.honbu.incidents.Care;
import org.honbu.incidents.Command;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Source;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.Test;

class IncidentDutiesTest {
  private final Told board = new Told();
  private final Duties duties =
      new IncidentDuties(
          Strict.fake(IncidentBoard.class, board),
          Strict.fake(Incidents.class, board),
          Strict.fake(Command.class, board),
          Strict.fake(Care.class, board),
          component -> Optional.of(new Words("決済", "Payments")));

  /** ST-G2: whoever corrects the last message does not hold the incident open with it. */
  @Test
  void aCorrectionLeavesItWhereThePublicWasToldThatItIs() {
    duties.published(said(Phase.RESOLVED));

    duties.published(said(Phase.CORRECTION));

    assertThat(board.told).containsExactly(PublicPhase.RESOLVED, PublicPhase.RESOLVED);
  }

  /** Users read 原因がわかりました once the record says so and a further message tells them. */
  @Test
  void anUpdateSaysThatTheCauseIsKnown() {
    board.told.add(PublicPhase.INVESTIGATING);
    duties.published(said(Phase.UPDATE));
    board.state = IncidentState.IDENTIFIED;

    duties.published(said(Phase.UPDATE));

    assertThat(board.told).endsWith(PublicPhase.INVESTIGATING, PublicPhase.IDENTIFIED);
  }

  /** ST-G2: what users do not read holds nothing open. */
  @Test
  void whatIsToldInsideIsNoNewsForThePublic() {
    duties.published(said(Phase.INITIAL, Audience.INSIDE));

    assertThat(board.told).isEmpty();
    assertThat(board.noted).containsExactly("published-inside");
  }

  @Test
  void whatSupportPassesOnIsNotPublic() {
    duties.published(said(Phase.INITIAL, Audience.SUPPORT));

    assertThat(board.told).isEmpty();
    assertThat(board.noted).containsExactly("published-to-support");
  }

  private static Announcement said(Phase phase) {
    return said(phase, Audience.USERS);
  }

  private static Announcement said(Phase phase, Audience audience) {
    return new Announcement(
        new UUID(0, 1),
        INCIDENT,
        1,
        phase,
        new Words("お知らせ", "News"),
        Optional.empty(),
        "",
        Announcement.State.PUBLISHED,
        YUMI,
        NOW,
        Optional.empty(),
        Optional.of(NOW),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        audience);
  }

  /** What the incident keeps of it. */
  static final class Told {
    private final List<PublicPhase> told = new ArrayList<>();
    private IncidentState state = IncidentState.MONITORING;
    private final List<String> noted = new ArrayList<>();

    public void note(IncidentId incident, String type, Words words, Actor by) {
      noted.add(type);
    }

    public void published(IncidentId incident, PublicPhase phase, Actor by) {
      told.add(phase);
    }

    public IncidentView view(IncidentId incident) {
      return new IncidentView(
          incident,
          "決済が遅い",
          Kind.REAL,
          state,
          Optional.empty(),
          Source.SYSTEM,
          Optional.empty(),
          new TeamId("payments"),
          Actor.honbu("test"),
          Optional.empty(),
          Impact.UNKNOWN,
          Visibility.UNKNOWN,
          told.get(told.size() - 1),
          Room.OPEN,
          Set.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new IncidentView.Signals(0, 0, 0, 0),
          AnnouncementWorld.times(),
          List.of(),
          false);
    }
  }
}
