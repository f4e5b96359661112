package org.honbu.slack.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ReportId;
import org.honbu.kernel.Words;
import org.honbu.slack.internal.MemoryDatabase;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cards and rooms in a real database by the module's own migrations. */
class JpaChatBookTest {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0042");
  private static final Instant NOW = Instant.parse("2026-11-28T03:00:00.123456Z");

  private final MemoryDatabase database = new MemoryDatabase();
  private final List<String> timeline = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aCardIsReadAsItWasWrittenAndEdited() {
    var card = new ChatBook.Card(INCIDENT, "#alert", "C1", "1.1", "SEV2", Optional.empty());
    in(book -> stands(book, card));
    in(
        book -> {
          book.edited(card, NOW);
          return true;
        });

    assertThatObject(in(book -> book.card(INCIDENT, "#alert")).flatMap(ChatBook.Card::editedAt))
        .isEqualTo(Optional.of(NOW));
    assertThatObject(in(book -> book.cards(INCIDENT).size())).isEqualTo(1);
    assertThatObject(in(book -> book.cards(new ReportId("REP-2026-0001")))).isEqualTo(List.of());
  }

  @Test
  void aRoomIsFoundByItsChannelAndTheTimelineSaysSo() {
    in(
        book ->
            opened(
                book, new ChatBook.Room(INCIDENT, "C7", true, Optional.empty(), Optional.empty())));
    in(
        book -> {
          book.topicSet(INCIDENT, NOW);
          book.archived(INCIDENT, NOW);
          return true;
        });

    assertThatObject(in(book -> book.roomIn("C7"))).isEqualTo(Optional.of(INCIDENT));
    assertThatObject(in(book -> book.roomIn("C8"))).isEqualTo(Optional.empty());
    assertThatObject(in(book -> book.room(INCIDENT)))
        .isEqualTo(
            Optional.of(
                new ChatBook.Room(INCIDENT, "C7", true, Optional.of(NOW), Optional.of(NOW))));
    assertThat(timeline).containsExactly("slack-room The channel #inc-x is ready in Slack");
  }

  @Test
  void theUsualChannelIsNobodysRoom() {
    in(
        book ->
            opened(
                book,
                new ChatBook.Room(INCIDENT, "C1", false, Optional.empty(), Optional.empty())));

    assertThatObject(in(book -> book.roomIn("C1"))).isEqualTo(Optional.empty());
  }

  private static boolean stands(ChatBook book, ChatBook.Card card) {
    book.stands(card);
    return true;
  }

  private static boolean opened(ChatBook book, ChatBook.Room room) {
    book.opened(room, "inc-x");
    return true;
  }

  private <T> T in(Function<ChatBook, T> work) {
    Incidents incidents = Strict.fake(Incidents.class, new Timeline());
    return database.in(manager -> work.apply(new JpaChatBook(manager, incidents)));
  }

  final class Timeline {
    void note(IncidentId incident, String type, Words words, Actor by) {
      timeline.add(type + " " + words.en());
    }
  }
}
