package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.NOW;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.testkit.process.Strict;
import org.honbu.testkit.records.Some;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** Whom a message is for, by what the table says and what was told. */
class ReachTableTest {
  private final Board board = new Board();
  private final Rows rows = new Rows();
  private Facts table = Facts.of("announce", true).and("channels", "organisation");
  private final ReachTable reach =
      new ReachTable(
          Strict.fake(IncidentBoard.class, board), (name, inputs) -> List.of(table), rows);

  @Test
  void aMessageStaysInsideOnlyWhereTheTableNamesNobodyElse() {
    assertThat(reach.now(INCIDENT)).isEqualTo(Audience.INSIDE);

    table = Facts.of("announce", true).and("channels", "organisation, status-page");
    assertThat(reach.now(INCIDENT)).isEqualTo(Audience.USERS);
  }

  @Test
  void whoeverWasToldOnTheStatusPageHearsThereHowItEnds() {
    board.phase = PublicPhase.INVESTIGATING;

    assertThat(reach.now(INCIDENT)).isEqualTo(Audience.USERS);
  }

  /** It became smaller; its end is no news for users who never heard that it began. */
  @Test
  void whoeverWasToldInsideHearsThereHowItEnds() {
    table = Facts.of("announce", false).and("channels", "none");
    assertThat(reach.now(INCIDENT)).isEqualTo(Audience.USERS);

    rows.published(Audience.INSIDE);
    assertThat(reach.now(INCIDENT)).isEqualTo(Audience.INSIDE);

    table = Facts.of("announce", true).and("channels", "status-page");
    assertThat(reach.now(INCIDENT)).as("customers see it").isEqualTo(Audience.USERS);
  }

  /** DM-5, severity 3: support has a text, and whoever approves decides about the status page. */
  @Test
  void whatOnlySupportPassesOnIsAskedAboutWhereTheTableLeavesItOpen() {
    table = Facts.of("announce", true).and("channels", "cs-macro,status-page-by-choice");
    assertThat(reach.of(INCIDENT))
        .isEqualTo(new Reach.Need(Audience.SUPPORT, true, false, false, false));

    table = Facts.of("announce", true).and("channels", "cs-macro");
    assertThat(reach.of(INCIDENT).statusPageIsAsked()).isFalse();
    assertThat(reach.now(INCIDENT)).isEqualTo(Audience.SUPPORT);

    rows.published(Audience.SUPPORT);
    table = Facts.of("announce", false).and("channels", "none");
    assertThat(reach.now(INCIDENT)).as("to the end").isEqualTo(Audience.SUPPORT);

    table = Facts.of("announce", true).and("channels", "cs-macro,status-page-by-choice");
    board.phase = PublicPhase.INVESTIGATING;
    assertThat(reach.of(INCIDENT))
        .as("it is public, and stays so")
        .isEqualTo(new Reach.Need(Audience.USERS, false, false, true, false));
  }

  @Test
  void theTableSaysWhoReadsItFirstAndWhereElseItBelongs() {
    table =
        Facts.of("announce", true)
            .and("channels", "status-page,in-app,cs-macro")
            .and("approvers", "incident-commander");
    assertThat(reach.of(INCIDENT))
        .isEqualTo(new Reach.Need(Audience.USERS, false, false, true, true));

    table = table.and("approvers", "incident-commander,privacy-officer");
    assertThat(reach.of(INCIDENT).secondReader()).isTrue();
  }

  /** An incident that says how users were told of it. */
  static final class Board {
    private PublicPhase phase = PublicPhase.NONE;

    public IncidentView view(IncidentId incident) {
      return Some.of(
          IncidentView.class,
          Map.of(
              "id",
              incident,
              "team",
              new TeamId("payments"),
              "reporter",
              Actor.honbu("test"),
              "publicPhase",
              phase));
    }
  }

  private static final class Rows implements AnnouncementStore {
    private final List<AnnouncementRow> rows = new ArrayList<>();

    void published(Audience audience) {
      var draft = new Draft(Phase.INITIAL, new Words("お知らせ", "News"), Optional.of(NOW));
      var row = new AnnouncementRow(new UUID(0, 1), INCIDENT, 1, draft, audience, YUMI, NOW);
      row.publish(NOW);
      rows.add(row);
    }

    @Override
    public List<AnnouncementRow> of(IncidentId incident) {
      return rows;
    }

    @Override
    public void add(AnnouncementRow row) {
      rows.add(row);
    }

    @Override
    public void flush() {
      // Nothing waits here.
    }
  }
}
