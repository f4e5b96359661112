package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpChannelTest {
  private static final URI LINK = URI.create("https://honbu.example.org/a/token");

  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mailServer.start();
  }

  @AfterEach
  void stop() {
    mailServer.stop();
  }

  @Test
  void textComesFirstAndHtmlSaysTheSame() throws Exception {
    Delivery delivery = channel().send(letter("【SEV1】応答してください", "あなたの番です\n" + LINK + "\nでは"));

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    MimeMessage mail = mailServer.getReceivedMessages()[0];
    var parts = (MimeMultipart) mail.getContent();
    BodyPart plain = parts.getBodyPart(0);
    BodyPart html = parts.getBodyPart(1);
    assertThat(mail.getSubject()).isEqualTo("【SEV1】応答してください");
    assertThat(plain.getContentType()).startsWith("text/plain");
    assertThat(plain.getContent().toString()).contains("あなたの番です", LINK.toString());
    assertThat(html.getContentType()).startsWith("text/html");
    assertThat(html.getContent().toString())
        .contains("あなたの番です", "href=\"" + LINK + "\"", "では")
        .doesNotContain("<img", "<script");
  }

  @Test
  void newsCanBeEndedByTheMailProgramAndHasNoButton() throws Exception {
    channel().send(letter("s", "お知らせ\n" + LINK), MailForm.NEWS);

    MimeMessage mail = mailServer.getReceivedMessages()[0];
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + LINK + ">");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains(LINK.toString())
        .doesNotContain("href=", "応答する");
  }

  @Test
  void questionWhetherSomebodyWantsItCanBeAnsweredOnlyByItsButton() throws Exception {
    channel().send(letter("s", "登録\n" + LINK), MailForm.CONFIRM);

    MimeMessage mail = mailServer.getReceivedMessages()[0];
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(1).getContent().toString()).contains("登録する / Subscribe</a>");
  }

  @Test
  void htmlEscapesWhatOthersWrote() throws Exception {
    channel().send(letter("s", "<b onclick=\"x\">fat</b> " + LINK));

    var parts = (MimeMultipart) mailServer.getReceivedMessages()[0].getContent();
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("&lt;b onclick=&quot;x&quot;&gt;fat&lt;/b&gt;");
  }

  @Test
  void subjectCannotBeginAnotherHeader() throws Exception {
    channel()
        .send(
            letter(
                "Checkout down\r\nBcc: thief@example.net\r\n\r\n<h1>hello\u2028X-Evil: 1\u0000",
                "text"));

    MimeMessage[] received = mailServer.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getHeader("Bcc")).isNull();
    assertThat(received[0].getHeader("X-Evil")).isNull();
    assertThat(received[0].getSubject())
        .isEqualTo("Checkout down Bcc: thief@example.net <h1>hello X-Evil: 1");
  }

  @Test
  void addressCannotSmuggleASecondRecipient() {
    Delivery delivery =
        channel().send(letterTo("misaki@example.org\r\nRCPT TO:<thief@example.net>", "s", "text"));

    assertThat(delivery).isInstanceOf(Delivery.Undeliverable.class);
    assertThat(mailServer.getReceivedMessages()).isEmpty();
  }

  @Test
  void repetitionCarriesTheSameName() throws Exception {
    Channel.Letter letter = letter("s", "text");

    channel().send(letter);
    channel().send(letter);

    assertThat(mailServer.getReceivedMessages())
        .extracting(MimeMessage::getMessageID)
        .containsOnly("<" + letter.id() + "@honbu>");
  }

  @Test
  void serverThatIsDownIsAskedLater() {
    SmtpChannel channel = channel();
    mailServer.stop();

    assertThat(channel.send(letter("s", "text"))).isInstanceOf(Delivery.TryLater.class);
  }

  @Test
  void serverThatHangsIsGivenUpWithinALease() throws IOException {
    try (var tarpit = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      long begin = System.nanoTime();

      Delivery delivery =
          channel(tarpit.getLocalPort(), Duration.ofMillis(300)).send(letter("s", "text"));

      assertThat(delivery).isInstanceOf(Delivery.TryLater.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void unknownRecipientIsFinalAndGreylistingIsNot() throws IOException {
    try (var strict = new OneLineServer("550 5.1.1 no such user");
        var grey = new OneLineServer("451 4.7.1 greylisted")) {

      assertThat(channel(strict.port(), Duration.ofSeconds(3)).send(letter("s", "t")))
          .isInstanceOf(Delivery.Undeliverable.class);
      assertThat(channel(grey.port(), Duration.ofSeconds(3)).send(letter("s", "t")))
          .isInstanceOf(Delivery.TryLater.class);
    }
  }

  private SmtpChannel channel() {
    return channel(mailServer.getSmtp().getPort(), Duration.ofSeconds(3));
  }

  private static SmtpChannel channel(int port, Duration timeout) {
    return new SmtpChannel(
        new NotificationsSettingsTest.Asked()
            .with("honbu.notifications.smtp-host", "127.0.0.1")
            .with("honbu.notifications.smtp-port", String.valueOf(port))
            .with("honbu.notifications.smtp-from", "honbu@example.org")
            .with("honbu.notifications.smtp-timeout", timeout.toString())
            .settings(),
        new PostOffice.TestClock());
  }

  private static Channel.Letter letter(String subject, String text) {
    return letterTo("misaki@example.org", subject, text);
  }

  private static Channel.Letter letterTo(String address, String subject, String text) {
    return new Channel.Letter(
        UUID.fromString("00000000-0000-7000-8000-000000000001"),
        Kind.REAL,
        PostOffice.INCIDENT.value(),
        address,
        1,
        subject,
        text,
        "",
        PostOffice.START,
        Optional.of(LINK));
  }

  /** A mail server that says this to every recipient. */
  private static final class OneLineServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String toRecipients;

    OneLineServer(String toRecipients) throws IOException {
      this.toRecipients = toRecipients;
      var thread = new Thread(this::serve);
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      try (Socket client = socket.accept();
          var in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
        say(client, "220 hello");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          say(client, line.startsWith("RCPT") ? toRecipients : "250 ok");
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private static void say(Socket client, String line) throws IOException {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
