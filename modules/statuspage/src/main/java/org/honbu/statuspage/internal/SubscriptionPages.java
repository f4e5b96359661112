package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.Problem;
import org.honbu.kernel.Words;
import org.honbu.notifications.OutsideLetter.Purpose;

/** The few pages on which somebody begins, confirms and ends their e-mails. */
@ApplicationScoped
class SubscriptionPages {
  private static final Words TITLE = new Words("更新を受け取る", "Get updates");

  private final Subscriptions subscriptions;
  private final Boards boards;
  private final StatusConfig config;

  @Inject
  SubscriptionPages(Subscriptions subscriptions, Boards boards, StatusConfig config) {
    this.subscriptions = subscriptions;
    this.boards = boards;
    this.config = config;
  }

  /** What the browser gets. */
  record Answered(int status, StatusFile page) {}

  /** The form. */
  Answered ask(Locale reader) {
    return form(200, "", Optional.empty(), reader);
  }

  /** The form was sent. */
  Answered asked(String typed, Locale reader, String from) {
    Optional<Problem> refused = subscriptions.ask(typed, reader, from);
    if (refused.isPresent()) {
      return form(refused.get().status(), typed, refused, reader);
    }
    return say(
        200,
        reader,
        new Words("確認のメールを送りました", "We have sent you an e-mail"),
        new Words(
            "届いたメールのページを 24 時間以内に開いて、ボタンを押すと登録が終わります。届かないときは、迷惑メールのフォルダーを見てください。",
            "Open the page in it within 24 hours and press the button. If nothing arrives, look in"
                + " your spam folder."));
  }

  /** Somebody, or something, opened a link of a mail. */
  Answered opened(Purpose purpose, String token, Locale reader) {
    if (!subscriptions.isOpen(purpose, token)) {
      return useless(reader);
    }
    boolean confirms = purpose == Purpose.CONFIRM;
    Html button =
        Html.of(
            "<form method=\"post\"><button class=\"btn pri\">{}</button></form>",
            (confirms ? new Words("登録する", "Subscribe") : new Words("メールをやめる", "Unsubscribe"))
                .in(reader));
    Words heading =
        confirms
            ? new Words("更新をメールで受け取りますか？", "Receive updates by e-mail?")
            : new Words("更新のメールをやめますか？", "Stop updates by e-mail?");
    return page(200, reader, heading, button, SubscriptionLinks.path(purpose) + token);
  }

  /** They pressed the button. */
  Answered pressed(Purpose purpose, String token, Locale reader) {
    if (!subscriptions.press(purpose, token)) {
      return useless(reader);
    }
    return purpose == Purpose.CONFIRM
        ? say(
            200,
            reader,
            new Words("登録しました", "You are subscribed"),
            new Words(
                "次のお知らせからメールが届きます。やめるときは、メールの中のリンクを押すだけです。",
                "The next update comes by e-mail. To stop, press the link in any of them."))
        : say(
            200,
            reader,
            new Words("メールをやめました", "You are unsubscribed"),
            new Words("アドレスは消しました。", "Your address has been deleted."));
  }

  private Answered useless(Locale reader) {
    return say(
        StatusProblems.LINK_DOES_NOT_WORK.status(),
        reader,
        new Words("リンクを開けません", "The link cannot be opened"),
        StatusProblems.LINK_DOES_NOT_WORK.words());
  }

  private Answered form(int status, String typed, Optional<Problem> refused, Locale reader) {
    Html why =
        refused
            .map(
                problem ->
                    Html.of(
                        "<p class=\"bad\" id=\"why\" role=\"alert\">{}</p>",
                        problem.words().with(new Words("メールアドレス", "E-mail address")).in(reader)))
            .orElse(Html.NOTHING);
    Html inside =
        subscriptions.areOn()
            ? Html.of(
                "{}<form method=\"post\" action=\"/status/subscribe?lang={}\"><label"
                    + " for=\"address\">{}</label><input id=\"address\" name=\"address\""
                    + " type=\"email\" autocomplete=\"email\" required maxlength=\"254\""
                    + " value=\"{}\"{}><p>{}</p><button class=\"btn pri\">{}</button></form>",
                why,
                reader.getLanguage(),
                new Words("メールアドレス", "E-mail address").in(reader),
                typed,
                new Html(
                    refused.isPresent() ? " aria-describedby=\"why\" aria-invalid=\"true\"" : ""),
                new Words(
                        "確認のメールを送ります。お知らせのほかには使いません。いつでもやめられ、そのときに消します。",
                        "We send an e-mail to confirm. It is used for these updates only, and"
                            + " deleted when you stop.")
                    .in(reader),
                new Words("確認のメールを送る", "Send the e-mail").in(reader))
            : Html.of("<p>{}</p>", StatusProblems.NO_MAIL_HERE.words().in(reader));
    Html feed =
        Html.of(
            "<p>{} <a href=\"{}\">Atom</a></p>",
            new Words("メールのかわりに、フィードでも読めます：", "Or read the feed instead:").in(reader),
            Places.SERVED.file(Places.Files.FEED));
    return page(status, reader, TITLE, Html.all(List.of(inside, feed)), "/subscribe");
  }

  private Answered say(int status, Locale reader, Words heading, Words words) {
    return page(
        status,
        reader,
        heading,
        Html.of("<p role=\"status\">{}</p>", words.in(reader)),
        "/subscribe");
  }

  private Answered page(int status, Locale reader, Words heading, Html inside, String path) {
    var frame = new Frame(config.name(), boards.address(), Places.SERVED, reader);
    Html main =
        Html.of("<section class=\"pan ask\"><h1>{}</h1>{}</section>", heading.in(reader), inside);
    String page =
        frame
            .around(
                heading,
                "/status" + path + "?lang=ja",
                "/status" + path + "?lang=en",
                main,
                Html.NOTHING)
            .markup();
    return new Answered(status, StatusFile.of(Frame.TYPE, page));
  }
}
