package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.notifications.OutsideLetter;
import org.honbu.notifications.OutsideLetter.Purpose;
import org.honbu.notifications.OutsideMail;
import org.honbu.outbox.FactHandler;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/**
 * Brings a message to everybody who wants to hear, a hundred at a time: each hundred is a
 * transaction of its own, and calls for the on-call go on between them. Nobody gets one twice.
 */
@ApplicationScoped
class MailsSubscribers implements FactHandler<UsersWereTold> {
  static final int AT_ONCE = 100;

  private final StatusStore store;
  private final SubscriberStore subscribers;
  private final Boards boards;
  private final OutsideMail mail;
  private final Outbox outbox;
  private final StatusConfig config;

  @Inject
  MailsSubscribers(
      StatusStore store,
      SubscriberStore subscribers,
      Boards boards,
      OutsideMail mail,
      Outbox outbox,
      StatusConfig config) {
    this.store = store;
    this.subscribers = subscribers;
    this.boards = boards;
    this.mail = mail;
    this.outbox = outbox;
    this.config = config;
  }

  @Override
  public String name() {
    return "statuspage.mails-subscribers";
  }

  @Override
  public Class<UsersWereTold> fact() {
    return UsersWereTold.class;
  }

  @Override
  public void on(UsersWereTold told) {
    Optional<PublicUpdateRow> update = store.update(told.announcement());
    Optional<PublicIncidentRow> incident =
        update.map(PublicUpdateRow::incident).map(IncidentId::new).flatMap(store::incident);
    if (incident.isEmpty() || !mail.isOn()) {
      return;
    }
    List<SubscriberRow> next = subscribers.confirmedAfter(told.after(), AT_ONCE);
    var news = new News(boards.of(incident.get()), update.get().asPublic());
    next.forEach(subscriber -> mail.send(letter(subscriber, incident.get(), news)));
    if (next.size() == AT_ONCE) {
      outbox.announce(
          new UsersWereTold(told.announcement(), next.get(AT_ONCE - 1).id()),
          new Subject(incident.get().incident()));
    }
  }

  private record News(PublicIncident incident, PublicUpdate update) {}

  private OutsideLetter letter(SubscriberRow subscriber, PublicIncidentRow row, News news) {
    Locale reader = subscriber.reader();
    return new OutsideLetter(
        row.kind(),
        subscriber.id(),
        subscriber.address(),
        news.update().id(),
        Purpose.NEWS,
        new Words("【{0}】{1}：{2}", "[{0}] {1}: {2}")
            .with(config.name(), news.incident().label(news.update()), news.incident().name())
            .in(reader),
        text(news, reader),
        "");
  }

  private String text(News news, Locale reader) {
    PublicUpdate update = news.update();
    var clock = new Clockface(config.zone(), update.at());
    String next =
        update
            .next()
            .map(clock::time)
            .map(at -> new Words("\n次のお知らせ：{0}\n", "\nNext update by {0}\n").with(at).in(reader))
            .orElse("");
    return update.text().in(reader)
        + "\n"
        + next
        + "\n"
        + boards.address()
        + "/incidents/"
        + news.incident().id()
        + "?lang="
        + reader.getLanguage()
        + "\n\n"
        + new Words("お知らせのメールをやめる：", "Stop these e-mails:").in(reader)
        + "\n";
  }
}
