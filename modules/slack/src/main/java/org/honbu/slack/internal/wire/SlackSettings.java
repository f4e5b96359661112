package org.honbu.slack.internal.wire;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.honbu.kernel.Kind;

/**
 * What an operator can set, read once at start. Without a bot token Slack is off and nothing of it
 * is ever called.
 *
 * @param botToken {@code xoxb-…}
 * @param signingSecret proves that a request comes from Slack; without it the web hooks are closed
 * @param appToken {@code xapp-…}: Honbu connects to Slack and needs no address of its own
 * @param api where the Web API is, with a slash at its end
 * @param publicUrl how people reach Honbu; buttons that open it lead there
 * @param channels Slack's channel for each of ours, for what is real
 * @param drillChannels the same for drills; none: no drill is ever spoken of in Slack
 */
public record SlackSettings(
    String botToken,
    String signingSecret,
    String appToken,
    URI api,
    URI publicUrl,
    Map<String, String> channels,
    Map<String, String> drillChannels) {
  static final String CHANNELS = "honbu.slack.channels";
  static final String DRILL_CHANNELS = "honbu.slack.drill-channels";
  private static final String USUAL = "#alert=#alert, #war_room=#war_room, #support=#support";

  public SlackSettings {
    if (!api.toString().endsWith("/") || api.getHost() == null) {
      throw new IllegalArgumentException("honbu.slack.url is https://…/, not " + api);
    }
    channels = Map.copyOf(channels);
    drillChannels = Map.copyOf(drillChannels);
  }

  /** Reads them. */
  public static SlackSettings from(Config config) {
    return new SlackSettings(
        text(config, "honbu.slack.bot-token", ""),
        text(config, "honbu.slack.signing-secret", ""),
        text(config, "honbu.slack.app-token", ""),
        URI.create(text(config, "honbu.slack.url", "https://slack.com/api/")),
        URI.create(text(config, "honbu.public-url", "http://localhost:8080")),
        pairs(CHANNELS, text(config, CHANNELS, USUAL)),
        pairs(DRILL_CHANNELS, text(config, DRILL_CHANNELS, "")));
  }

  /** Whether a workspace is connected. */
  public boolean isOn() {
    return !botToken.isEmpty();
  }

  /** Whether people's buttons and commands can reach us. */
  public boolean hears() {
    return isOn() && !(signingSecret.isEmpty() && appToken.isEmpty());
  }

  /** Slack's channel for each of ours, for incidents of a kind. */
  public Map<String, String> channels(Kind kind) {
    return switch (kind) {
      case REAL -> channels;
      case DRILL -> drillChannels;
    };
  }

  /** Whether this is an address of Slack's at which somebody is answered. */
  public boolean isSlacks(URI address) {
    boolean isHook =
        "hooks.slack.com".equals(address.getHost()) && "https".equals(address.getScheme());
    boolean isApi =
        api.getRawAuthority().equals(address.getRawAuthority())
            && api.getScheme().equals(address.getScheme());
    return isHook || isApi;
  }

  /** The page of an incident. */
  public String pageOf(String incident) {
    return publicUrl.toString().replaceAll("/+$", "") + "/incidents/" + incident;
  }

  private static String text(Config config, String key, String otherwise) {
    return config
        .getOptionalValue(key, String.class)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElse(otherwise);
  }

  /** {@code #alert=C0123, #war_room=C0456}. */
  private static Map<String, String> pairs(String key, String text) {
    var found = new TreeMap<String, String>();
    for (String pair : Arrays.stream(text.split(",")).map(String::strip).toList()) {
      String[] sides = pair.split("=", -1);
      if (pair.isEmpty()) {
        continue;
      }
      if (sides.length != 2 || !sides[0].startsWith("#") || sides[1].isBlank()) {
        throw new IllegalArgumentException(
            "%s is “#ours=slacks, …”, not %s".formatted(key, pair.toLowerCase(Locale.ROOT)));
      }
      found.put(sides[0].strip(), sides[1].strip());
    }
    return found;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SlackSettings[on=%s, hears=%s, channels=%s, drillChannels=%s]"
        .formatted(isOn(), hears(), channels, drillChannels);
  }
}
