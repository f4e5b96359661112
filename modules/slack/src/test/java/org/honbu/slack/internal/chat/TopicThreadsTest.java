package org.honbu.slack.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.slack.internal.chat.Wall.AOI;

import java.util.List;
import java.util.UUID;
import org.honbu.testkit.slack.FakeSlack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T14 in Slack: each topic has a thread of its own in the room’s channel. */
class TopicThreadsTest {
  private static final UUID ALPHA = UUID.fromString("01900000-0000-7000-8000-00000000000a");
  private static final UUID BRAVO = UUID.fromString("01900000-0000-7000-8000-00000000000b");

  private final Wall wall = new Wall();

  @BeforeEach
  void open() {
    wall.slack.channel("war_room");
    wall.roomOpens(AOI);
  }

  @AfterEach
  void close() {
    wall.close();
  }

  @Test
  void aTopicsLinesStandInItsThreadAndInTheChannel() {
    says("topic-opened:" + ALPHA, "話題 Alpha");
    says("topic-opened:" + BRAVO, "話題 Bravo");
    says("topic-led:" + ALPHA + ":1", "リードは樹さん");
    says("topic-report:" + BRAVO + ":1", "報告");
    says("topic-floor:" + ALPHA + ":1790000000", "本会の話題");
    says("topic-closed:" + ALPHA, "終えました");

    List<FakeSlack.Message> said = messages();
    assertThat(said.get(0).text()).startsWith("話題 Alpha\n🧵 ");
    assertThat(said)
        .extracting(FakeSlack.Message::thread)
        .containsExactly(
            "", "", said.get(0).ts(), said.get(1).ts(), said.get(0).ts(), said.get(0).ts());
    assertThat(said.subList(2, 6)).allMatch(FakeSlack.Message::alsoInChannel);
  }

  @Test
  void otherLinesAndAnEmptyFloorStandInTheChannelAlone() {
    says("topic-floor:none:1790000000", "本会は全体の話に戻りました");
    says("work:1", "仕事");

    assertThat(messages()).allMatch(message -> message.thread().isEmpty()).hasSize(2);
    assertThat(messages()).noneMatch(message -> message.text().contains("🧵"));
  }

  @Test
  void aHeadThatIsCarriedTwiceStandsOnceAndIsNeverEdited() {
    says("topic-opened:" + ALPHA, "話題 Alpha");
    says("topic-opened:" + ALPHA, "話題 Alpha");
    wall.carries("edit", "応答：misaki さん");

    assertThat(messages()).hasSize(1).allMatch(message -> message.edits() == 0);
  }

  @Test
  void inANewChannelTheThreadBeginsAnew() {
    says("topic-opened:" + ALPHA, "話題 Alpha");
    wall.carries("archive", "閉じる");
    wall.room = org.honbu.incidents.Room.CLOSED;
    wall.carries("archive", "閉じる");
    wall.room = org.honbu.incidents.Room.OPEN;
    wall.slack.refuses("conversations.unarchive", "not_allowed");

    says("topic-report:" + ALPHA + ":1", "報告");
    says("topic-closed:" + ALPHA, "終えました");

    List<FakeSlack.Message> second = wall.channel("inc-2026-0042-payment-api-2").messages();
    assertThat(second)
        .extracting(FakeSlack.Message::thread)
        .containsExactly("", second.get(0).ts());
  }

  private void says(String matter, String text) {
    wall.carries("#war_room", text, matter, wall.clock.instant());
  }

  private List<FakeSlack.Message> messages() {
    return wall.channel("inc-2026-0042").messages();
  }
}
