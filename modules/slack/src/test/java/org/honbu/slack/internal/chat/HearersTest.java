package org.honbu.slack.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.slack.internal.chat.Wall.AOI;
import static org.honbu.slack.internal.chat.Wall.INCIDENT;
import static org.honbu.slack.internal.chat.Wall.MISAKI;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.AnnouncingTaken;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.IncidentAcknowledged;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Room;
import org.honbu.incidents.RoomOpened;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.notifications.ChatErrand;
import org.honbu.warroom.CallMoved;
import org.honbu.warroom.MemberJoined;
import org.honbu.warroom.StatusShared;
import org.honbu.warroom.VolunteerCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Slack is given to do when something has happened. */
class HearersTest {
  private static final Instant AT = Instant.parse("2026-11-28T03:00:00Z");

  private final Wall wall = new Wall();
  private final List<ChatErrand> errands = new ArrayList<>();
  private final TellsSlack tells =
      new TellsSlack(errands::add, wall.board, wall.calls, wall.standing);

  @AfterEach
  void close() {
    wall.close();
  }

  @Test
  void anAnswerEditsAndWithARoomInvites() {
    wall.answeredBy = Optional.of(MISAKI);
    var fact = new IncidentAcknowledged(INCIDENT, Kind.REAL, MISAKI, AT);

    new Hearers.OfTheAnswer(tells).on(fact);
    assertThat(where()).containsExactly("edit");
    assertThat(errands.get(0).text().ja()).isEqualTo("応答：misaki さん・トリアージ中");

    wall.roomOpens(MISAKI);
    new Hearers.OfTheAnswer(tells).on(fact);
    assertThat(where()).containsExactly("edit", "edit", "invite misaki");
  }

  @Test
  void aRoomOpensItsChannelForThoseWhoAreInIt() {
    wall.answeredBy = Optional.of(MISAKI);
    wall.roomOpens(AOI);

    new Hearers.OfRooms(tells).on(new RoomOpened(INCIDENT, Kind.REAL, AOI, AT));

    assertThat(where()).containsExactly("open", "topic", "edit", "invite misaki", "invite aoi");
    assertThat(errands.get(0).text().ja()).startsWith("🚨 本番 SEV2");
  }

  @Test
  void whatStandsAloneAgainGetsItsChannelBackAndItsPeople() {
    wall.answeredBy = Optional.of(MISAKI);
    wall.room = Room.NONE;
    var fact = new IncidentParted(INCIDENT, Kind.REAL, new IncidentId("INC-2026-0001"), AT, AT);

    new Hearers.OfPartings(tells).on(fact);
    assertThat(where()).isEmpty();
    wall.roomOpens(AOI);
    new Hearers.OfPartings(tells).on(fact);

    assertThat(where()).containsExactly("topic", "edit", "invite misaki", "invite aoi");
  }

  @Test
  void aRoomThatWasTakenBackAtOnceIsNotOpened() {
    wall.room = Room.CLOSED;

    new Hearers.OfRooms(tells).on(new RoomOpened(INCIDENT, Kind.REAL, AOI, AT));
    new Hearers.OfSlips(tells).on(new TakenBack(INCIDENT, Kind.REAL, Undoable.ESCALATION, AOI, AT));

    assertThat(where()).containsExactly("edit");
  }

  @Test
  void commandAnnouncingAndComingInviteAndNameTheCommander() {
    wall.roomOpens(AOI);

    new Hearers.OfCommand(tells)
        .on(
            new CommandTaken(
                INCIDENT, Kind.REAL, MISAKI, AOI, org.honbu.incidents.Standing.HELD, 2, AT));
    new Hearers.OfAnnouncers(tells).on(new AnnouncingTaken(INCIDENT, Kind.REAL, MISAKI, AT));
    new Hearers.OfMembers(tells).on(new MemberJoined(INCIDENT, Kind.REAL, MISAKI, AT));
    new Hearers.OfStatus(tells).on(new StatusShared(INCIDENT, Kind.REAL, AT, AT));

    assertThat(where())
        .containsExactly("topic", "edit", "invite aoi", "invite misaki", "invite misaki", "topic");
  }

  @Test
  void whoIsFreeAndWhoGotTheWorkEditsWhatAskedForThem() {
    wall.roomOpens(AOI);
    var fact = new CallMoved(INCIDENT, Kind.REAL, new UUID(0, 2), AT);
    wall.asks(1, VolunteerCall.State.DROPPED);
    wall.asks(2, VolunteerCall.State.ASKING);
    new Hearers.OfCalls(tells).on(fact);
    assertThat(errands).as("nothing is said yet").isEmpty();

    wall.asks(2, VolunteerCall.State.ASKING, "ken", "yumi");
    new Hearers.OfCalls(tells).on(fact);
    wall.asks(2, VolunteerCall.State.NAMED, "ken", "yumi");
    new Hearers.OfCalls(tells).on(fact);

    assertThat(where()).containsExactly("hands 2", "hands 2");
    assertThat(errands).extracting(ChatErrand::key).doesNotHaveDuplicates();
    assertThat(errands)
        .extracting(errand -> errand.text().ja())
        .containsExactly("手が空いている：ken さん、yumi さん", "✅ ken さんに頼みました");
  }

  @Test
  void theEndIsSaidAndOnlyTheVeryEndArchives() {
    wall.state = IncidentState.RESOLVED;
    new Hearers.OfMoves(tells)
        .on(
            new IncidentMoved(
                INCIDENT, Kind.REAL, IncidentState.MONITORING, IncidentState.RESOLVED, AT));
    assertThat(where()).containsExactly("edit");

    wall.state = IncidentState.CLOSED;
    new Hearers.OfMoves(tells)
        .on(
            new IncidentMoved(
                INCIDENT, Kind.REAL, IncidentState.RESOLVED, IncidentState.CLOSED, AT));
    assertThat(where()).containsExactly("edit", "edit", "archive");
  }

  @Test
  void aDrillsErrandsSayThatTheyAreADrills() {
    wall.kind = Kind.DRILL;
    wall.roomOpens(AOI);

    new Hearers.OfRooms(tells).on(new RoomOpened(INCIDENT, Kind.DRILL, AOI, AT));

    assertThat(errands).allMatch(errand -> errand.kind() == Kind.DRILL);
    assertThat(errands.get(0).text().ja()).startsWith("🚨 訓練");
  }

  private List<String> where() {
    return errands.stream().map(ChatErrand::where).toList();
  }
}
