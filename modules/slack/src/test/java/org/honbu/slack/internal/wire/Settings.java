package org.honbu.slack.internal.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.honbu.testkit.process.Strict;
import org.honbu.testkit.slack.FakeSlack;

/** Settings as an operator writes them. */
public final class Settings {
  private Settings() {}

  /** Connected to the fake, by web hooks; drills have a channel. */
  public static SlackSettings of(FakeSlack slack) {
    return of(slack, Map.of("honbu.slack.drill-channels", "#drill-alert=#drill-alert"));
  }

  public static SlackSettings of(FakeSlack slack, Map<String, String> more) {
    var all =
        new HashMap<>(
            Map.of(
                "honbu.slack.bot-token", FakeSlack.BOT_TOKEN,
                "honbu.slack.signing-secret", FakeSlack.SIGNING_SECRET,
                "honbu.slack.app-token", FakeSlack.APP_TOKEN,
                "honbu.slack.url", slack.api().toString()));
    all.putAll(more);
    return with(all);
  }

  static SlackSettings with(Map<String, String> values) {
    return SlackSettings.from(Strict.fake(Config.class, new Values(values)));
  }

  /** The real client, with the fake at the other end and a patience that costs no time. */
  public static SlackLine line(FakeSlack slack, StandingClock clock) {
    var web = new SlackWeb(of(slack), clock, clock::passes);
    return new SlackLine(web, web);
  }

  /** The client's two halves. */
  public record SlackLine(Asks asks, Speaks speaks) {}

  record Values(Map<String, String> values) {
    <T> Optional<T> getOptionalValue(String key, Class<T> type) {
      return Optional.ofNullable(values.get(key)).map(type::cast);
    }
  }
}
