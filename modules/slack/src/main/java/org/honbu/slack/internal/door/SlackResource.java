package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.honbu.kernel.ProblemException;
import org.honbu.slack.internal.wire.Signature;
import org.honbu.slack.internal.wire.SlackSettings;
import org.jspecify.annotations.Nullable;

/**
 * Slack's door. Its key is the signature over the body as it came, looked at before anything is
 * read; 200 is said once it is kept, and the work comes after.
 */
@Path("/slack")
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
  public Response command(
      @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
      @HeaderParam("X-Slack-Signature") @Nullable String signed,
      InputStream body) {
    ear.command(SlackReader.form(genuine(timestamp, signed, body)));
    return said(NOTHING_MORE);
  }

  /** Buttons. */
  @POST
  @Path("interactions")
  public Response interaction(
      @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
      @HeaderParam("X-Slack-Signature") @Nullable String signed,
      InputStream body) {
    JsonObject form = SlackReader.form(genuine(timestamp, signed, body));
    ear.interaction(SlackReader.json("payload", SlackReader.needed(form, "payload", LARGEST)));
    return said(NOTHING_MORE);
  }

  /** Slack asks whether this is our address; of other events Honbu uses none. */
  @POST
  @Path("events")
  public Response event(
      @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
      @HeaderParam("X-Slack-Signature") @Nullable String signed,
      InputStream body) {
    String text = new String(genuine(timestamp, signed, body), StandardCharsets.UTF_8);
    JsonObject event = SlackReader.json("body", text);
    return said(
        "url_verification".equals(event.getString("type", ""))
            ? SlackReader.needed(event, "challenge", 1_000)
            : NOTHING_MORE);
  }

  /** Plain text, whatever the sender says it likes best: Slack shows what it gets. */
  private static Response said(String words) {
    return Response.ok(words, MediaType.TEXT_PLAIN_TYPE).build();
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
