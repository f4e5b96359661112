package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.honbu.kernel.ProblemException;
import org.honbu.slack.internal.wire.Signature;
import org.honbu.slack.internal.wire.SlackSettings;
import org.jspecify.annotations.Nullable;

/**
 * Slack's door. Its key is the signature over the body as it came, looked at before anything is
 * read; 200 is said once it is kept, and the work comes after. Who takes nothing but JSON is
 * refused for a missing signature all the same, and not for that.
 */
@Path("/slack")
@Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON + ";qs=0.1"})
@ApplicationScoped
public class SlackResource {
  private static final int LARGEST = 256 * 1024;

  /** 200 and no words: the answer comes when it is done. */
  private static final String NOTHING_MORE = "";

  private final SlackSettings settings;
  private final Signature signature;
  private final SlackEar ear;

  @Inject
  public SlackResource(SlackSettings settings, Signature signature, SlackEar ear) {
    this.settings = settings;
    this.signature = signature;
    this.ear = ear;
  }

  /** {@code /honbu …} */
  @POST
  @Path("commands")
  public String command(
      @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
      @HeaderParam("X-Slack-Signature") @Nullable String signed,
      InputStream body) {
    ear.command(SlackReader.form(genuine(timestamp, signed, body)));
    return NOTHING_MORE;
  }

  /** Buttons. */
  @POST
  @Path("interactions")
  public String interaction(
      @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
      @HeaderParam("X-Slack-Signature") @Nullable String signed,
      InputStream body) {
    JsonObject form = SlackReader.form(genuine(timestamp, signed, body));
    ear.interaction(SlackReader.json("payload", SlackReader.needed(form, "payload", LARGEST)));
    return NOTHING_MORE;
  }

  /** Slack asks whether this is our address, or tells that somebody was mentioned. */
  @POST
  @Path("events")
  public String event(
      @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
      @HeaderParam("X-Slack-Signature") @Nullable String signed,
      InputStream body) {
    String text = new String(genuine(timestamp, signed, body), StandardCharsets.UTF_8);
    JsonObject event = SlackReader.json("body", text);
    if ("url_verification".equals(event.getString("type", ""))) {
      return SlackReader.needed(event, "challenge", 1_000);
    }
    ear.event(event);
    return NOTHING_MORE;
  }

  private byte[] genuine(@Nullable String timestamp, @Nullable String signed, InputStream body) {
    if (!settings.isOn() || settings.signingSecret().isEmpty()) {
      throw new ProblemException(SlackProblems.NOT_CONNECTED);
    }
    byte[] bytes = read(body);
    if (timestamp == null || signed == null || !signature.isSlacks(timestamp, signed, bytes)) {
      throw new ProblemException(SlackProblems.NOT_SLACKS);
    }
    return bytes;
  }

  private static byte[] read(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ProblemException(SlackProblems.TOO_LARGE, "body", LARGEST);
      }
      return bytes;
    } catch (IOException e) {
      throw new ProblemException(e, SlackProblems.UNREADABLE, "body");
    }
  }
}
