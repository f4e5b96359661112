package org.honbu.slack.internal.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.ContactPoint;
import org.honbu.people.People;
import org.honbu.slack.internal.wire.Asks;
import org.honbu.slack.internal.wire.Asks.Method;
import org.honbu.slack.internal.wire.Said;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody of Slack is in the directory: the person with the same e-mail address, when Slack
 * says that it is confirmed and that they belong to our own workspace. What somebody of another
 * workspace says of their address proves nothing.
 *
 * <p>The answer is kept for a day, and for a week while Slack is silent. Rights are asked of the
 * directory at every act all the same. Asks Slack: never call it inside a transaction.
 */
@ApplicationScoped
public class SlackPeople {
  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration STALE = Duration.ofDays(7);

  private static final Words NOT_IN_DIRECTORY =
      new Words(
          "Slack のメールアドレスと同じアドレスの人が Honbu にいません。Slack と Keycloak のアドレスをそろえるよう管理者に頼んでください。"
              + "Honbu の画面からはいつでもできます",
          "Nobody in Honbu has the e-mail address you have in Slack. Ask an administrator to make the"
              + " two the same. Honbu’s own pages always work");
  private static final Words OF_ANOTHER_WORKSPACE =
      new Words(
          "ほかのワークスペースの人は、Slack から操作できません。Honbu の画面からお願いします",
          "People of another workspace cannot act from Slack. Use Honbu’s own pages");
  private static final Words NOT_CONFIRMED =
      new Words(
          "Slack のメールアドレスが確認されていません。Slack の設定で確認してから、もう一度お試しください",
          "Your e-mail address in Slack is not confirmed. Confirm it in Slack’s settings and try again");
  private static final Words NO_ADDRESS =
      new Words(
          "Slack がメールアドレスを教えてくれません。アプリに users:read.email の権限を付けるよう管理者に頼んでください",
          "Slack does not tell your e-mail address. Ask an administrator to give the app the scope"
              + " users:read.email");
  private static final Words SILENT =
      new Words(
          "Slack があなたが誰かを教えてくれません。少し待ってもう一度お試しください。Honbu の画面からはいつでもできます",
          "Slack does not say who you are. Wait a little and try again. Honbu’s own pages always work");

  private final KnownStore store;
  private final Asks slack;
  private final People people;
  private final Clock clock;
  private volatile @Nullable String workspace;

  @Inject
  SlackPeople(KnownStore store, Asks slack, People people, Clock clock) {
    this.store = store;
    this.slack = slack;
    this.people = people;
    this.clock = clock;
  }

  /** Who it is. */
  public Identity whoIs(String slackUser) {
    Optional<KnownStore.Known> kept = store.bySlackUser(slackUser);
    if (kept.filter(known -> isYounger(known, FRESH)).isPresent()) {
      return known(kept.get());
    }
    Said said =
        slack.ask(Method.PERSON, Map.of("user", slackUser, "include_locale", String.valueOf(true)));
    if (said instanceof Said.Yes yes) {
      return read(slackUser, yes);
    }
    if (said instanceof Said.NotNow) {
      return kept.filter(known -> isYounger(known, STALE))
          .<Identity>map(SlackPeople::known)
          .orElseGet(() -> new Identity.Unknown(SILENT, Locale.JAPANESE));
    }
    return new Identity.Unknown(NOT_IN_DIRECTORY, Locale.JAPANESE);
  }

  /**
   * Somebody’s name in Slack: of the user who would be heard as them, so that nothing meant for
   * them alone goes to whoever merely claims their address.
   *
   * @return {@link Said.Yes} with {@code user.id}, {@link Said.No} when they are not in Slack
   */
  public Said slackUserOf(PersonId person) {
    Optional<KnownStore.Known> kept =
        store.byPerson(person).filter(known -> isYounger(known, FRESH));
    if (kept.isPresent()) {
      return userCalled(kept.get().slackUser());
    }
    List<String> addresses =
        people.contactPoints(person).stream()
            .filter(point -> point.channel() == ContactPoint.Channel.EMAIL)
            .map(ContactPoint::address)
            .toList();
    Said last = new Said.No("no e-mail address");
    for (String address : addresses) {
      last = slack.ask(Method.PERSON_BY_EMAIL, Map.of("email", address));
      if (last instanceof Said.Yes found) {
        last = provenToBe(person, found.text("user", "id"));
      }
      if (!(last instanceof Said.No)) {
        return last;
      }
    }
    return last;
  }

  private Said provenToBe(PersonId person, String slackUser) {
    Identity found = whoIs(slackUser);
    if (found instanceof Identity.Unknown unknown) {
      return unknown.why().equals(SILENT)
          ? new Said.NotNow(Duration.ZERO, "Slack does not say who " + slackUser + " is")
          : new Said.No("not proven to be them");
    }
    return ((Identity.Known) found).person().equals(person)
        ? userCalled(slackUser)
        : new Said.No("not proven to be them");
  }

  private static Said.Yes userCalled(String slackUser) {
    var user = jakarta.json.Json.createObjectBuilder().add("id", slackUser);
    return new Said.Yes(jakarta.json.Json.createObjectBuilder().add("user", user).build());
  }

  private Identity read(String slackUser, Said.Yes yes) {
    JsonObject user = yes.body().getJsonObject("user");
    Locale reader =
        user.getString("locale", "ja").startsWith("en") ? Locale.ENGLISH : Locale.JAPANESE;
    Optional<Words> objection = objection(user);
    String address = yes.text("user", "profile", "email");
    Optional<PersonId> person = objection.isPresent() ? Optional.empty() : people.meant(address);
    if (person.isEmpty()) {
      store.forget(slackUser);
      return new Identity.Unknown(objection.orElse(NOT_IN_DIRECTORY), reader);
    }
    var known = new KnownStore.Known(slackUser, person.get(), reader, clock.instant());
    store.keep(known);
    return known(known);
  }

  private Optional<Words> objection(JsonObject user) {
    Optional<String> ours = workspace();
    if (ours.isEmpty()) {
      return Optional.of(SILENT);
    }
    boolean isOurs = ours.get().equals(user.getString("team_id", ""));
    if (!isOurs || user.getBoolean("is_bot", false) || user.getBoolean("deleted", false)) {
      return Optional.of(OF_ANOTHER_WORKSPACE);
    }
    if (!user.getBoolean("is_email_confirmed", true)) {
      return Optional.of(NOT_CONFIRMED);
    }
    boolean hasAddress =
        user.containsKey("profile") && user.getJsonObject("profile").containsKey("email");
    return hasAddress ? Optional.empty() : Optional.of(NO_ADDRESS);
  }

  private Optional<String> workspace() {
    String known = workspace;
    if (known == null && slack.ask(Method.WHO_AM_I, Map.of()) instanceof Said.Yes yes) {
      known = yes.text("team_id");
      workspace = known;
    }
    return Optional.ofNullable(known);
  }

  private boolean isYounger(KnownStore.Known known, Duration than) {
    return known.verifiedAt().plus(than).isAfter(clock.instant());
  }

  private static Identity known(KnownStore.Known known) {
    return new Identity.Known(known.person(), known.reader());
  }
}
