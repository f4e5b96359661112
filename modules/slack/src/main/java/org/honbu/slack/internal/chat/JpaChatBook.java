package org.honbu.slack.internal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Subject;
import org.honbu.kernel.Words;

@ApplicationScoped
@Transactional
class JpaChatBook implements ChatBook {
  private static final Words OPENED =
      new Words("Slack のチャンネル #{0} を用意しました", "The channel #{0} is ready in Slack");
  private static final Words NONE_OF_ITS_OWN =
      new Words(
          "Slack に部屋のチャンネルを作れなかったので、いつものチャンネルを使います",
          "Slack let no channel be made for the room, so the usual one is used");

  @PersistenceContext(unitName = "slack")
  private EntityManager database;

  private final Incidents incidents;

  @Inject
  JpaChatBook(Incidents incidents) {
    this.incidents = incidents;
  }

  JpaChatBook(EntityManager database, Incidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  @Override
  public Optional<Card> card(Subject about, String place) {
    return Optional.ofNullable(database.find(CardRow.class, CardRow.id(about, place)))
        .map(CardRow::card);
  }

  @Override
  public List<Card> cards(Subject about) {
    return database
        .createQuery("select c from CardRow c where c.about = ?1 order by c.place", CardRow.class)
        .setParameter(1, about.value())
        .getResultStream()
        .map(CardRow::card)
        .toList();
  }

  @Override
  public void stands(Card card) {
    database.merge(new CardRow(card));
  }

  @Override
  public void edited(Card card, Instant asOf) {
    Optional.ofNullable(database.find(CardRow.class, CardRow.id(card.about(), card.place())))
        .ifPresent(row -> row.edited(micros(asOf)));
  }

  @Override
  public Optional<Room> room(IncidentId incident) {
    return row(incident).map(RoomRow::room);
  }

  @Override
  public Optional<IncidentId> roomIn(String channel) {
    return database
        .createQuery("select r from RoomRow r where r.channel = ?1 and r.own = true", RoomRow.class)
        .setParameter(1, channel)
        .getResultStream()
        .map(row -> row.room().incident())
        .findFirst();
  }

  @Override
  public void opened(Room room, String name) {
    database.merge(new RoomRow(room));
    Words said = room.own() ? OPENED.with(name) : NONE_OF_ITS_OWN;
    incidents.note(room.incident(), "slack-room", said, Actor.honbu("slack"));
  }

  @Override
  public void topicSet(IncidentId incident, Instant asOf) {
    row(incident).ifPresent(row -> row.topicSet(micros(asOf)));
  }

  @Override
  public void archived(IncidentId incident, Instant at) {
    row(incident).ifPresent(row -> row.archived(micros(at)));
  }

  private Optional<RoomRow> row(IncidentId incident) {
    return Optional.ofNullable(database.find(RoomRow.class, incident.value()));
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
