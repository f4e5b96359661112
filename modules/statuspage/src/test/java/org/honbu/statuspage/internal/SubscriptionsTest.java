package org.honbu.statuspage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.statuspage.internal.Shop.DRILL;
import static org.honbu.statuspage.internal.Shop.INCIDENT;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.kernel.Ids;
import org.honbu.kernel.Kind;
import org.honbu.notifications.OutsideLetter;
import org.honbu.notifications.OutsideLetter.Purpose;
import org.honbu.notifications.OutsideMail;
import org.honbu.notifications.SignedLinks;
import org.honbu.outbox.Fact;
import org.honbu.statuspage.internal.SubscriptionPages.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionsTest {
  private static final String NETWORK = "192.0.2.1";

  private final Shop shop = new Shop();
  private final List<OutsideLetter> sent = new ArrayList<>();
  private final Set<UUID> forgotten = new HashSet<>();
  private boolean on = true;
  private final SubscriberStore store = new JpaSubscriberStore(shop.tables.database);
  private final SubscriptionLinks links = new SubscriptionLinks(new Signed());
  private final Subscriptions subscriptions = subscriptionsIn(store);
  private final SubscriptionPages pages =
      new SubscriptionPages(subscriptions, shop.boards, Shop.config(Optional.empty()));
  private final MailsSubscribers mails =
      new MailsSubscribers(
          shop.store, store, shop.boards, new Mail(), shop.outbox, Shop.config(Optional.empty()));

  private Subscriptions subscriptionsIn(SubscriberStore rows) {
    return new Subscriptions(
        rows,
        links,
        new Mail(),
        new AskingLimit(shop.clock),
        Shop.config(Optional.empty()),
        new Ids(shop.clock),
        shop.clock);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void onlyWhoReadsTheMailCanConfirmAndThenTheNextMessageArrives() {
    asks("Reader@Example.net", Locale.JAPANESE);
    String link = linkIn(sent.get(0));
    tells("一");
    assertThat(news()).as("nobody has confirmed").isEmpty();

    Answered opened = open(Purpose.CONFIRM, link);
    assertThat(opened.page().text()).contains("<form method=\"post\">", "登録する");
    tells("二");
    assertThat(news()).as("opening a link changes nothing").isEmpty();

    assertThat(press(Purpose.CONFIRM, link).page().text()).contains("登録しました");
    tells("三");

    OutsideLetter letter = news().get(0);
    assertThat(news()).hasSize(1);
    assertThat(letter.address()).isEqualTo("reader@example.net");
    assertThat(letter.subject()).startsWith("【サンプル商店】続報 2：決済");
    assertThat(letter.before()).contains("三", "次のお知らせ", "/status/incidents/");
    assertThat(letter.before()).doesNotContain("INC-2026", "payment-api");
  }

  @Test
  void pressingTwiceAndHearingTwiceIsOnce() {
    String link = subscribed("reader@example.net");
    press(Purpose.CONFIRM, link);
    tells("一");
    UsersWereTold told = (UsersWereTold) shop.facts.get(0);

    shop.tables.does(() -> mails.on(told));

    assertThat(news()).hasSize(1);
  }

  @Test
  void whomOneForgetsNobodyElseForgetsAtTheSameTime() {
    asks("old@example.net", Locale.ENGLISH);
    Instant later = shop.clock.instant().plus(Duration.ofDays(3));
    var elsewhere = shop.tables.database.getEntityManagerFactory().createEntityManager();
    try (elsewhere) {
      shop.tables.does(
          () -> {
            store.unconfirmed(later, 5).forEach(store::remove);
            shop.store.flush();
            elsewhere.getTransaction().begin();
            assertThat(new JpaSubscriberStore(elsewhere).unconfirmed(later, 5)).isEmpty();
            elsewhere.getTransaction().rollback();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void pressingTwiceAtTheSameTimeIsOnceToo(Purpose purpose) throws Exception {
    asks("reader@example.net", Locale.ENGLISH);
    String token = purpose == Purpose.CONFIRM ? linkIn(sent.get(0)) : newsLink();
    var second = new CompletableFuture<Boolean>();
    var pressing =
        new Thread(() -> second.completeAsync(() -> pressElsewhere(purpose, token), Runnable::run));
    shop.tables.does(
        () -> {
          assertThat(subscriptions.press(purpose, token)).isTrue();
          shop.store.flush();
          pressing.start();
          while (pressing.isAlive() && pressing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
        });

    assertThat(second.get(20, TimeUnit.SECONDS)).isTrue();
  }

  private String newsLink() {
    UUID id = sent.get(0).addressee();
    return links.to(Purpose.NEWS, id, shop.clock.instant()).toString().replaceFirst(".*/", "");
  }

  private boolean pressElsewhere(Purpose purpose, String token) {
    try (var database = shop.tables.database.getEntityManagerFactory().createEntityManager()) {
      database.getTransaction().begin();
      boolean good = subscriptionsIn(new JpaSubscriberStore(database)).press(purpose, token);
      database.getTransaction().commit();
      return good;
    }
  }

  @Test
  void whoHasAMillionAddressesFillsNoMemory() {
    var limit = new AskingLimit(shop.clock);

    long letIn = IntStream.range(0, 2000).filter(i -> limit.lets("2001:db8::" + i)).count();

    assertThat(letIn).isEqualTo(AskingLimit.ALL_AN_HOUR);
    assertThat(limit.remembers()).isEqualTo(AskingLimit.ALL_AN_HOUR);
    shop.clock.passes(Duration.ofHours(1));
    assertThat(limit.lets("2001:db8::1")).isTrue();
    assertThat(limit.remembers()).isEqualTo(1);
  }

  @Test
  void nobodyGetsMailOfADrill() {
    assertThat(subscribed("reader@example.net")).isNotEmpty();
    shop.breaks(DRILL, Kind.DRILL, "payment-api");
    shop.tells(DRILL, Phase.INITIAL, "訓練", "drill");

    assertThat(shop.facts).isEmpty();
    shop.tables.does(
        () -> mails.on(new UsersWereTold(shop.said(DRILL).get(0).id(), new UUID(0, 0))));

    assertThat(news()).isEmpty();
  }

  @Test
  void oneTapEndsItAndTheAddressIsGone() {
    assertThat(subscribed("reader@example.net")).isNotEmpty();
    tells("一");
    OutsideLetter letter = news().get(0);
    String link = linkIn(letter);
    assertThat(open(Purpose.NEWS, link).page().text()).contains("メールをやめる");

    assertThat(press(Purpose.NEWS, link).status()).isEqualTo(200);
    assertThat(press(Purpose.NEWS, link).status()).as("again").isEqualTo(200);

    assertThat(shop.tables.in(() -> store.find(letter.addressee()))).isEmpty();
    assertThat(forgotten).as("with the mail, too").containsExactly(letter.addressee());
    tells("二");
    assertThat(news()).hasSize(1);
  }

  @Test
  void linkIsForOnePurposeAndHasAnEnd() {
    asks("reader@example.net", Locale.ENGLISH);
    String confirm = linkIn(sent.get(0));

    assertThat(press(Purpose.NEWS, confirm).status()).as("not what it is for").isEqualTo(404);
    assertThat(press(Purpose.CONFIRM, "forged").status()).isEqualTo(404);
    shop.clock.passes(SubscriptionLinks.CONFIRM_WITHIN);
    assertThat(press(Purpose.CONFIRM, confirm).status()).as("a day later").isEqualTo(404);
  }

  @Test
  void nobodyLearnsWhetherAnAddressIsKnown() {
    assertThat(subscribed("known@example.net")).isNotEmpty();
    Answered known = asks("known@example.net", Locale.ENGLISH);
    Answered unknown = asks("unknown@example.net", Locale.ENGLISH);

    assertThat(known).isEqualTo(unknown);
    assertThat(known.status()).isEqualTo(200);
  }

  @Test
  void anAddressIsAskedThreeTimesADayAndNobodyIsTold() {
    for (int i = 0; i < 5; i++) {
      assertThat(asks("reader@example.net", Locale.ENGLISH).status()).isEqualTo(200);
    }
    assertThat(sent).hasSize(SubscriberRow.ASKED_A_DAY);

    shop.clock.passes(Duration.ofDays(1));
    assertThat(asks("reader@example.net", Locale.ENGLISH).status()).isEqualTo(200);
    assertThat(sent).hasSize(SubscriberRow.ASKED_A_DAY + 1);
  }

  @Test
  void oneNetworkAsksTenTimesAnHour() {
    for (int i = 0; i < AskingLimit.EACH_AN_HOUR; i++) {
      assertThat(asks("reader" + i + "@example.net", Locale.ENGLISH).status()).isEqualTo(200);
    }

    assertThat(asks("one-more@example.net", Locale.ENGLISH).status()).isEqualTo(429);
    shop.clock.passes(Duration.ofHours(1));
    assertThat(asks("one-more@example.net", Locale.ENGLISH).status()).isEqualTo(200);
  }

  @Test
  void whoNeverConfirmsIsForgotten() {
    asks("reader@example.net", Locale.ENGLISH);
    UUID first = sent.get(0).addressee();
    shop.clock.passes(Subscriptions.FORGOTTEN_AFTER);
    assertThat(shop.tables.in(subscriptions::forgetUnconfirmed)).isFalse();
    assertThat(forgotten).isEmpty();
    shop.clock.passes(Duration.ofMinutes(1));

    assertThat(shop.tables.in(subscriptions::forgetUnconfirmed)).isFalse();

    assertThat(shop.tables.in(() -> store.find(first))).isEmpty();
    assertThat(forgotten).containsExactly(first);
  }

  @Test
  void whatIsNoAddressIsSaidAtTheFieldAndNothingIsSent() {
    for (String bad :
        List.of(
            "",
            "nobody",
            "a@b",
            "a b@example.net",
            "a@example.net\r\nBcc: x@example.net",
            "<script>@example.net",
            "a@example..net",
            "a".repeat(250) + "@example.net")) {
      Answered answer = asks(bad, Locale.ENGLISH);
      assertThat(answer.status()).as(bad).isEqualTo(400);
      assertThat(answer.page().text())
          .contains("E-mail address: write it like", "aria-invalid")
          .doesNotContain("<script");
    }
    assertThat(sent).isEmpty();
  }

  @Test
  void withoutMailThePageSaysSoAndOffersTheFeed() {
    on = false;

    assertThat(pages.ask(Locale.ENGLISH).page().text())
        .contains("Use the Atom feed instead", "/status/feed.atom")
        .doesNotContain("<form method=\"post\"");
    assertThat(asks("reader@example.net", Locale.ENGLISH).status()).isEqualTo(503);
  }

  @Test
  void everybodyGetsItOnceAHundredAtATime() {
    int many = 2 * MailsSubscribers.AT_ONCE + 7;
    for (int i = 0; i < many; i++) {
      UUID id = new Ids(shop.clock).next();
      String address = "reader" + i + "@example.net";
      shop.tables.does(
          () ->
              store
                  .locked(id, address, Locale.ENGLISH, shop.clock.instant())
                  .confirm(shop.clock.instant()));
    }

    tells("一");

    assertThat(news()).hasSize(many);
    Set<String> addresses = new HashSet<>();
    news().forEach(letter -> addresses.add(letter.address()));
    assertThat(addresses).hasSize(many);
  }

  /** As the outbox would: each fact in a transaction of its own. */
  private void tells(String text) {
    if (!shop.said.containsKey(INCIDENT)) {
      shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    }
    Phase phase = shop.said(INCIDENT).isEmpty() ? Phase.INITIAL : Phase.UPDATE;
    int from = shop.facts.size();
    shop.tells(INCIDENT, phase, text, text);
    for (int i = from; i < shop.facts.size(); i++) {
      Fact fact = shop.facts.get(i);
      if (fact instanceof UsersWereTold told) {
        shop.tables.does(() -> mails.on(told));
      }
    }
  }

  private String subscribed(String address) {
    asks(address, Locale.JAPANESE);
    String link = linkIn(sent.get(sent.size() - 1));
    assertThat(press(Purpose.CONFIRM, link).status()).isEqualTo(200);
    return link;
  }

  private Answered asks(String address, Locale reader) {
    return shop.tables.in(() -> pages.asked(address, reader, NETWORK));
  }

  private Answered open(Purpose purpose, String token) {
    return shop.tables.in(() -> pages.opened(purpose, token, Locale.JAPANESE));
  }

  private Answered press(Purpose purpose, String token) {
    return shop.tables.in(() -> pages.pressed(purpose, token, Locale.JAPANESE));
  }

  private List<OutsideLetter> news() {
    return sent.stream().filter(letter -> letter.purpose() == Purpose.NEWS).toList();
  }

  /** As it is made when the letter leaves. */
  private String linkIn(OutsideLetter letter) {
    String path = links.to(letter.purpose(), letter.addressee(), shop.clock.instant()).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private final class Mail implements OutsideMail {
    @Override
    public boolean isOn() {
      return on;
    }

    @Override
    public void forget(UUID addressee) {
      forgotten.add(addressee);
    }

    @Override
    public void send(OutsideLetter letter) {
      boolean known =
          sent.stream()
              .anyMatch(
                  one ->
                      one.addressee().equals(letter.addressee()) && one.key().equals(letter.key()));
      if (!known) {
        sent.add(letter);
      }
    }
  }

  /** Signs by saying everything; forged is what it cannot read. */
  private final class Signed implements SignedLinks {
    @Override
    public String token(String purpose, UUID named, Instant ends) {
      return purpose + "_" + named + "_" + ends.getEpochSecond();
    }

    @Override
    public Reading read(String purpose, String token) {
      String[] parts = token.split("_", -1);
      if (parts.length != 3 || !parts[0].equals(purpose)) {
        return new Reading.Forged();
      }
      return shop.clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2])))
          ? new Reading.Genuine(UUID.fromString(parts[1]))
          : new Reading.Expired();
    }

    @Override
    public URI publicly(String path) {
      return URI.create("https://status.example" + path);
    }
  }
}
