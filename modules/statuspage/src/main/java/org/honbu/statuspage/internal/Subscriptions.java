package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.honbu.kernel.Ids;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Problem;
import org.honbu.kernel.Words;
import org.honbu.notifications.OutsideLetter;
import org.honbu.notifications.OutsideLetter.Purpose;
import org.honbu.notifications.OutsideMail;
import org.honbu.notifications.SignedLinks.Reading;

/**
 * Who hears by e-mail. Anybody may type in an address; only who reads its mail can confirm it, and
 * whoever typed never learns whether it was known. Each method is a transaction.
 */
@ApplicationScoped
class Subscriptions {
  /** Who did not confirm by then is forgotten. */
  static final Duration FORGOTTEN_AFTER = Duration.ofDays(2);

  /** So many in one transaction, for each is locked to its end. */
  private static final int FORGOTTEN_AT_ONCE = 100;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\\.)+[A-Za-z]{2,24}");
  private static final int LONGEST_ADDRESS = 254;

  private static final Words SUBJECT =
      new Words("{0} サービスの状況：登録の確認", "{0} service status: please confirm");
  private static final Words ASK =
      new Words(
          """
          サービスの状況の更新を、このメールアドレスで受け取る登録がありました。
          受け取るには、24 時間以内に次のページを開いて、ボタンを押してください。
          """,
          """
          Somebody asked for service status updates to this e-mail address.
          To receive them, open this page within 24 hours and press the button.
          """);
  private static final Words NOT_YOU =
      new Words(
          "心あたりがなければ、何もしなくて大丈夫です。お知らせは届きません。",
          "If that was not you, do nothing. You will receive no updates.");

  private final SubscriberStore store;
  private final SubscriptionLinks links;
  private final OutsideMail mail;
  private final AskingLimit limit;
  private final StatusConfig config;
  private final Ids ids;
  private final Clock clock;

  @Inject
  Subscriptions(
      SubscriberStore store,
      SubscriptionLinks links,
      OutsideMail mail,
      AskingLimit limit,
      StatusConfig config,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.links = links;
    this.mail = mail;
    this.limit = limit;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  boolean areOn() {
    return mail.isOn();
  }

  /**
   * Somebody wants updates to this address. Everything is the same for an address that is known,
   * confirmed or asked too often: the answer, and the work.
   *
   * @param from the network address that asks
   * @return why not, for reasons that say nothing of the address
   */
  @Transactional
  Optional<Problem> ask(String typed, Locale reader, String from) {
    if (!mail.isOn()) {
      return Optional.of(StatusProblems.NO_MAIL_HERE);
    }
    Optional<String> address = readable(typed);
    if (address.isEmpty()) {
      return Optional.of(StatusProblems.NO_ADDRESS);
    }
    if (!limit.lets(from)) {
      return Optional.of(StatusProblems.TOO_OFTEN);
    }
    Instant now = now();
    SubscriberRow row = store.locked(ids.next(), address.get(), reader, now);
    if (row.asks(reader, now)) {
      mail.send(question(row, reader));
    }
    return Optional.empty();
  }

  /**
   * Forgets some who did not confirm.
   *
   * @return whether there may be more
   */
  @Transactional
  boolean forgetUnconfirmed() {
    List<SubscriberRow> some = store.unconfirmed(now().minus(FORGOTTEN_AFTER), FORGOTTEN_AT_ONCE);
    some.forEach(this::forget);
    return some.size() == FORGOTTEN_AT_ONCE;
  }

  /** Whether the link may be pressed; changes nothing, because link scanners open links. */
  @Transactional
  boolean isOpen(Purpose purpose, String token) {
    Optional<UUID> named = named(purpose, token);
    return switch (purpose) {
      case CONFIRM -> named.flatMap(store::find).isPresent();
      // Who is gone already may press it again.
      case NEWS -> named.isPresent();
    };
  }

  /**
   * The reader pressed the button. Pressing again changes nothing.
   *
   * @return whether the link was good
   */
  @Transactional
  boolean press(Purpose purpose, String token) {
    Optional<UUID> named = named(purpose, token);
    Optional<SubscriberRow> row = named.flatMap(store::locked);
    return switch (purpose) {
      case CONFIRM -> {
        row.ifPresent(subscriber -> subscriber.confirm(now()));
        yield row.isPresent();
      }
      case NEWS -> {
        row.ifPresent(this::forget);
        yield named.isPresent();
      }
    };
  }

  /** One spelling for each address, as far as it is ours to say. */
  static Optional<String> readable(String typed) {
    String address = typed.strip();
    if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
      return Optional.empty();
    }
    return Optional.of(address.toLowerCase(Locale.ROOT));
  }

  private void forget(SubscriberRow row) {
    mail.forget(row.id());
    store.remove(row);
  }

  private Optional<UUID> named(Purpose purpose, String token) {
    return links.read(purpose, token) instanceof Reading.Genuine genuine
        ? Optional.of(genuine.named())
        : Optional.empty();
  }

  /** Of no incident, so of nothing that could be a drill. */
  private OutsideLetter question(SubscriberRow row, Locale reader) {
    return new OutsideLetter(
        Kind.REAL,
        row.id(),
        row.address(),
        row.question(),
        Purpose.CONFIRM,
        SUBJECT.with(config.name()).in(reader),
        ASK.in(reader),
        NOT_YOU.in(reader));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
