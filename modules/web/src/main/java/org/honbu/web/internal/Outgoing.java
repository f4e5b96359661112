package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.OutgoingMessage;

/** 送信 / Outgoing messages: what left, to whom, and what became of it. */
@Named("outgoing")
@RequestScoped
public class Outgoing {
  private static final int NEWEST = 100;
  private final Notifications notifications;
  private final Names names;
  private final Texts texts;

  @Inject
  public Outgoing(Notifications notifications, Names names, Texts texts) {
    this.notifications = notifications;
    this.names = names;
    this.texts = texts;
  }

  public List<Message> getMessages() {
    return notifications.outgoing(NEWEST).stream().map(this::message).toList();
  }

  private Message message(OutgoingMessage message) {
    return new Message(
        message.id().toString(),
        message.writtenAt(),
        message.subject(),
        message.text(),
        message.channel(),
        message.channel().startsWith("#") ? "hash" : "mail",
        message.to().map(names::of).orElse(message.address()),
        texts.of("message.", message.state()),
        style(message.state()),
        message.answer().map(URI::toString).orElse(""),
        message.incident().value(),
        message.attempts().stream()
            .map(attempt -> texts.clock(attempt.at()) + " " + attempt.outcome())
            .toList());
  }

  private static String style(OutgoingMessage.State state) {
    return switch (state) {
      case SENT -> "ok";
      case WAITING -> "act";
      case CANCELLED -> "";
      case UNDELIVERABLE -> "dan";
      case BLOCKED -> "drill";
    };
  }

  /** One message as the page shows it. */
  public record Message(
      String id,
      Instant at,
      String subject,
      String text,
      String channel,
      String icon,
      String to,
      String state,
      String stateStyle,
      String answer,
      String incident,
      List<String> attempts) {}
}
