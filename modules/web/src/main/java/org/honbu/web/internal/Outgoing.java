package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Veil;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.OutgoingMessage;

/** 送信 / Outgoing messages: what left, to whom, and what became of it. */
@Named("outgoing")
@RequestScoped
public class Outgoing {
  private static final int NEWEST = 100;
  private final Notifications notifications;
  private final Privacy privacy;
  private final CurrentPerson reader;
  private final Demo demo;
  private final Names names;
  private final Texts texts;

  @Inject
  public Outgoing(
      Notifications notifications,
      Privacy privacy,
      CurrentPerson reader,
      Demo demo,
      Names names,
      Texts texts) {
    this.notifications = notifications;
    this.privacy = privacy;
    this.reader = reader;
    this.demo = demo;
    this.names = names;
    this.texts = texts;
  }

  public List<Message> getMessages() {
    List<OutgoingMessage> newest = readable(notifications.outgoing(NEWEST), reader.id());
    Veil veil =
        privacy.over(
            newest.stream().flatMap(message -> incident(message).stream()).toList(), reader.id());
    return visible(newest, veil, reader.id()).stream().map(this::message).toList();
  }

  /** What was said of a private incident is for those inside it, and for whom it was said to. */
  static List<OutgoingMessage> visible(List<OutgoingMessage> all, Veil veil, PersonId reader) {
    return all.stream()
        .filter(
            message ->
                incident(message).filter(veil::hides).isEmpty()
                    || message.to().filter(reader::equals).isPresent())
        .toList();
  }

  private static Optional<IncidentId> incident(OutgoingMessage message) {
    return message.about() instanceof IncidentId id ? Optional.of(id) : Optional.empty();
  }

  /** What is said to one person alone is shown to them alone, demo or not. */
  static List<OutgoingMessage> readable(List<OutgoingMessage> messages, PersonId reader) {
    return messages.stream().filter(message -> message.isFor(reader)).toList();
  }

  private Message message(OutgoingMessage message) {
    return new Message(
        message.id().toString(),
        message.writtenAt(),
        message.subject(),
        message.text(),
        channel(message),
        message.channel().startsWith("#") ? "hash" : "mail",
        message.to().map(names::of).orElse(""),
        texts.of("message.", message.state()),
        style(message.state()),
        key(message, reader.id(), demo.isOn()).map(URI::toString).orElse(""),
        message.about().value(),
        message.attempts().stream()
            .map(attempt -> texts.clock(attempt.at()) + " " + attempt.outcome())
            .toList());
  }

  /**
   * The link that answers in its addressee's name. It is a key, so nobody else gets it; a newcomer
   * trying the demo is everybody at once.
   */
  static Optional<URI> key(OutgoingMessage message, PersonId reader, boolean demo) {
    boolean theirs = message.to().filter(reader::equals).isPresent();
    return demo || theirs ? message.answer() : Optional.empty();
  }

  private String channel(OutgoingMessage message) {
    return message.channel().startsWith("#")
        ? message.channel()
        : texts.of("channel.", message.channel(), message.channel());
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
