package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * E-mail by SMTP: the plain text first and complete, then the same text with one coloured edge and
 * one button.
 *
 * <p>A repetition carries the same {@code Message-ID}, so that mail systems can drop it.
 */
@ApplicationScoped
class SmtpChannel implements Channel {
  /** A host that refuses or hangs is asked again; only a refused recipient is final. */
  private static final Pattern REPLY = Pattern.compile("(?:^|\\s)([45])\\d\\d[ -]");

  private static final String UTF_8 = "UTF-8";

  private final NotificationsSettings settings;
  private final Clock clock;
  private final MailHtml html = new MailHtml();

  /** One for all messages: making it searches the class path for mail libraries. */
  private final Session session;

  @Inject
  SmtpChannel(NotificationsSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    session = Session.getInstance(properties(settings));
  }

  @Override
  public Delivery send(Letter letter) {
    return send(letter, MailForm.ANSWER);
  }

  Delivery send(Letter letter, MailForm form) {
    InternetAddress to;
    try {
      to = new InternetAddress(letter.address(), true);
    } catch (AddressException e) {
      return new Delivery.Undeliverable("not an e-mail address");
    }
    try {
      MimeMessage mail = compose(letter, to, form);
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect();
        transport.sendMessage(mail, new Address[] {to});
      }
      return new Delivery.Sent(mail.getMessageID());
    } catch (SendFailedException e) {
      return isFinal(e)
          ? new Delivery.Undeliverable(why(e))
          : new Delivery.TryLater(Duration.ZERO, why(e));
    } catch (MessagingException e) {
      return new Delivery.TryLater(Duration.ZERO, why(e));
    }
  }

  MimeMessage compose(Letter letter, InternetAddress to, MailForm form) throws MessagingException {
    var mail = new NamedMessage(session, "<" + letter.id() + "@honbu>");
    mail.setFrom(new InternetAddress(settings.smtpFrom(), true));
    mail.setRecipient(Message.RecipientType.TO, to);
    mail.setSubject(Wording.line(letter.subject(), 150), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (letter.severity() <= 2) {
      mail.setHeader("X-Priority", "1");
      mail.setHeader("Importance", "high");
    }
    if (form == MailForm.NEWS && letter.answer().isPresent()) {
      mail.setHeader("List-Unsubscribe", "<" + letter.answer().get() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    var plain = new MimeBodyPart();
    plain.setText(letter.text(), UTF_8, "plain");
    var rich = new MimeBodyPart();
    rich.setText(html.of(letter, form.button()), UTF_8, "html");
    mail.setContent(new MimeMultipart("alternative", plain, rich));
    mail.saveChanges();
    return mail;
  }

  /** Connect, greeting, four commands, the text and good-bye stay together below a lease. */
  private static Properties properties(NotificationsSettings settings) {
    String timeout = String.valueOf(settings.smtpTimeout().toMillis());
    var properties = new Properties();
    properties.put("mail.smtp.host", settings.smtpHost());
    properties.put("mail.smtp.port", String.valueOf(settings.smtpPort()));
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.localhost", "honbu");
    return properties;
  }

  /**
   * Whether the recipient was refused for good; a 4xx anywhere in the chain means: not for good.
   */
  private static boolean isFinal(SendFailedException failure) {
    boolean refused =
        failure.getInvalidAddresses() != null && failure.getInvalidAddresses().length > 0;
    for (@Nullable Exception at = failure; at != null; at = next(at)) {
      Matcher reply = REPLY.matcher(String.valueOf(at.getMessage()));
      if (reply.find() && reply.group(1).equals("4")) {
        return false;
      }
      refused |= reply.reset().find();
    }
    return refused;
  }

  private static String why(MessagingException failure) {
    var all = new StringBuilder();
    for (@Nullable Exception at = failure; at != null; at = next(at)) {
      all.append(at.getMessage()).append("; ");
    }
    return Wording.line(all.toString(), 300);
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException mail ? mail.getNextException() : null;
  }

  /** Keeps the name it was given. */
  private static final class NamedMessage extends MimeMessage {
    private final String name;

    NamedMessage(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", name);
    }
  }
}
