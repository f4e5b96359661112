package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.honbu.kernel.HtmlTemplate;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.honbu.notifications.AnswerDesk.Standing;
import org.honbu.notifications.AnswerLink;
import org.honbu.notifications.Page;
import org.honbu.notifications.SignedLinks.Reading;
import org.honbu.notifications.internal.Messages.Paged;
import org.honbu.people.People;
import org.honbu.people.Person;

/**
 * The page behind a signed link: without script, login or Keycloak.
 *
 * <p>Opening it changes nothing, because link scanners open links; only pressing a button does.
 */
@ApplicationScoped
class AnswerPage {
  private static final List<Words> SEVERITIES =
      List.of(
          new Words("致命的", "Critical"),
          new Words("重大", "Major"),
          new Words("中", "Moderate"),
          new Words("軽微", "Minor"),
          new Words("参考", "Note"));

  private static final Pattern WITH_A_NAME = Pattern.compile("（(.*)）$");

  private static final Words FORGED =
      new Words(
          "このリンクは使えません。メールのリンクをそのまま開くか、ログインして応答してください。",
          "This link does not work. Open the link of your message unchanged, or sign in to"
              + " answer.");
  private static final Words EXPIRED =
      new Words(
          "このリンクの期限が切れました。ログインすると、いまの状況がわかります。",
          "This link has expired. Sign in to see how things stand.");

  private static final Words TAKEN_BACK =
      new Words("応答を取り消しました。呼び出しは続いています。", "Your answer was taken back. The calls go on.");

  private final AnswerLinks links;
  private final Messages messages;
  private final Transactions transactions;
  private final Supplier<AnswerDesk> desk;
  private final People people;
  private final NotificationsSettings settings;
  private final Clock clock;
  private final HtmlTemplate template = HtmlTemplate.beside(AnswerPage.class, "answer.html");

  @Inject
  AnswerPage(
      AnswerLinks links,
      Messages messages,
      Transactions transactions,
      Instance<AnswerDesk> desk,
      People people,
      NotificationsSettings settings,
      Clock clock) {
    this(links, messages, transactions, desk::get, people, settings, clock);
  }

  AnswerPage(
      AnswerLinks links,
      Messages messages,
      Transactions transactions,
      Supplier<AnswerDesk> desk,
      People people,
      NotificationsSettings settings,
      Clock clock) {
    this.links = links;
    this.messages = messages;
    this.transactions = transactions;
    this.desk = desk;
    this.people = people;
    this.settings = settings;
    this.clock = clock;
  }

  /** What the browser gets. */
  record Answered(int status, String html) {}

  /** Somebody, or something, opens the link. */
  Answered open(String token, Locale reader) {
    return onlyWithGenuine(
        token, reader, paged -> show(token, reader, paged, ask(paged), Map.of()));
  }

  /** The person pressed a button. */
  Answered press(String token, Optional<Choice> choice, Locale reader) {
    if (choice.isEmpty()) {
      return open(token, reader);
    }
    return onlyWithGenuine(
        token,
        reader,
        paged -> show(token, reader, paged, desk.get().answer(link(paged), choice.get())));
  }

  /** The person pressed “take it back”: it rings again, or the page says why it does not. */
  Answered takeBack(String token, Locale reader) {
    return onlyWithGenuine(
        token,
        reader,
        paged -> {
          Words note = desk.get().takeBack(link(paged)).orElse(TAKEN_BACK);
          return show(token, reader, paged, ask(paged), Map.of("note", note.in(reader)));
        });
  }

  static Optional<Choice> choice(String text) {
    return Arrays.stream(Choice.values()).filter(one -> one.name().equals(text)).findFirst();
  }

  private Answered onlyWithGenuine(String token, Locale reader, Function<Paged, Answered> then) {
    Reading reading = links.read(token);
    if (reading instanceof Reading.Genuine genuine) {
      return transactions
          .inNew(() -> messages.paged(genuine.named()))
          .map(then)
          .orElseGet(() -> refuse(404, reader, FORGED));
    }
    return reading instanceof Reading.Expired
        ? refuse(410, reader, EXPIRED)
        : refuse(404, reader, FORGED);
  }

  private Standing ask(Paged paged) {
    return desk.get().look(link(paged));
  }

  private static AnswerLink link(Paged paged) {
    Page page = paged.page();
    return new AnswerLink(
        page.kind(),
        page.matter().incident(),
        page.call().runId(),
        page.call().step(),
        page.person(),
        paged.pagedAt());
  }

  private Answered show(
      String token, Locale reader, Paged paged, Standing standing, Map<String, String> note) {
    if (standing instanceof Standing.Ringing ringing) {
      return ringing(token, reader, paged, ringing, note);
    }
    if (standing instanceof Standing.Taken taken) {
      return taken.by().id().equals(paged.page().person())
          ? yours(token, reader, paged, taken, 0, note)
          : theirs(reader, paged, taken.by(), taken.at(), note);
    }
    if (standing instanceof Standing.Commanded commanded) {
      return commanded.by().id().equals(paged.page().person())
          ? commands(reader, paged, commanded.at(), note)
          : theirs(reader, paged, commanded.by(), commanded.at(), note);
    }
    return over(reader, paged);
  }

  private Answered show(String token, Locale reader, Paged paged, Outcome outcome) {
    if (outcome instanceof Outcome.Yours yours) {
      Standing.Taken taken =
          ask(paged) instanceof Standing.Taken now
              ? now
              : new Standing.Taken(
                  new AnswerDesk.Person(paged.page().person(), new Words("", "")), yours.at());
      return yours(token, reader, paged, taken, yours.stopped(), Map.of());
    }
    if (outcome instanceof Outcome.Commands commands) {
      return commands(reader, paged, commands.at(), Map.of());
    }
    if (outcome instanceof Outcome.AlreadyTaken taken) {
      return theirs(reader, paged, taken.by(), taken.at(), Map.of());
    }
    if (outcome instanceof Outcome.PassedOn passed) {
      var more = new HashMap<String, String>();
      more.put("done", say(reader, "わかりました", "All right"));
      more.put(
          "quiet",
          passed
              .next()
              .map(next -> new Words("{0}を呼び出しています。", "Ringing {0} now.").with(next.in(reader)))
              .orElse(new Words("ほかの人の返事を待っています。", "Others of your level may still answer."))
              .in(reader));
      return page(200, reader, paged, more);
    }
    return over(reader, paged);
  }

  private Answered ringing(
      String token,
      Locale reader,
      Paged paged,
      Standing.Ringing ringing,
      Map<String, String> note) {
    Page page = paged.page();
    Duration left = Duration.between(clock.instant(), ringing.answerBy());
    boolean late = left.isNegative();
    var more = new HashMap<>(note);
    more.put("ringing", "yes");
    more.put("token", token);
    more.put("lead", lead(reader, page.person()));
    more.put("impact", page.matter().impact().orElse(say(reader, "確かめています", "Being confirmed")));
    more.put("where", where(reader, page.matter()));
    more.put("level", page.call().level().in(reader));
    more.put(
        "otherwise",
        ringing
            .otherwise()
            .map(next -> new Words("応答がなければ {0}へ", "No answer: goes to {0}").with(next.in(reader)))
            .orElse(new Words("これが最後の段です", "This is the last level"))
            .in(reader));
    String clockLeft = late ? "0:00" : "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    more.put("left", new Words("あと {0}", "in {0}").with(clockLeft).in(reader));
    more.put("leftSeconds", String.valueOf(late ? 0 : left.toSeconds()));
    more.put("allSeconds", String.valueOf(Math.max(1, ringing.answerWithin().toSeconds())));
    return page(200, reader, paged, more);
  }

  private Answered yours(
      String token,
      Locale reader,
      Paged paged,
      Standing.Taken taken,
      int stopped,
      Map<String, String> note) {
    var more = new HashMap<>(note);
    taken.undoUntil().ifPresent(until -> more.putAll(undo(token, until)));
    more.put("done", say(reader, "応答しました", "You have it"));
    more.putAll(inHand(reader, paged, taken.at()));
    more.put(
        "quiet",
        (stopped > 0
                ? new Words("ほかの {0} つの呼び出しを止めました。", "Other rings stopped: {0}.").with(stopped)
                : new Words("ほかの呼び出しは止まっています。", "Every other ring has stopped."))
            .in(reader));
    return page(200, reader, paged, more);
  }

  /** A room has no commander to lose while its on-call sleeps: their own page rings on. */
  private Answered commands(Locale reader, Paged paged, Instant at, Map<String, String> note) {
    var more = new HashMap<>(note);
    more.put("done", say(reader, "あなたがコマンダーです", "You are in command"));
    more.putAll(inHand(reader, paged, at));
    more.put(
        "quiet",
        say(
            reader,
            "当番の呼び出しは、当番が応答するまで続きます。",
            "The on-call is still being called until they answer."));
    return page(200, reader, paged, more);
  }

  /** When it was, and the way on. */
  private Map<String, String> inHand(Locale reader, Paged paged, Instant at) {
    Duration took = Duration.between(paged.pagedAt(), at);
    return Map.of(
        "doneAt",
        new Words("{0}・呼び出しから {1} 分 {2} 秒", "{0} • {1} min {2} s after the page")
            .with(wall(at), took.toMinutes(), took.toSecondsPart())
            .in(reader),
        "goOn",
        say(reader, "インシデントを開く", "Open the incident"),
        "goOnWhy",
        say(reader, "ここからはログインが要ります", "From here on you sign in"));
  }

  /** Whole seconds that run down on the page without script; nothing once they are over. */
  private Map<String, String> undo(String token, Instant until) {
    long left = Duration.between(clock.instant(), until).toSeconds();
    if (left <= 0) {
      return Map.of();
    }
    String digits =
        LongStream.rangeClosed(0, left)
            .mapToObj(past -> String.valueOf(left - past))
            .collect(Collectors.joining("\n"));
    return Map.of("undo", digits, "undoSeconds", String.valueOf(left), "token", token);
  }

  private Answered theirs(
      Locale reader, Paged paged, AnswerDesk.Person by, Instant at, Map<String, String> note) {
    Duration since = Duration.between(at, clock.instant());
    String ago =
        since.toMinutes() > 0
            ? new Words("{0} 分前", "{0} min ago").with(since.toMinutes()).in(reader)
            : new Words("{0} 秒前", "{0} s ago").with(Math.max(0, since.toSeconds())).in(reader);
    var more = new HashMap<>(note);
    more.put(
        "done",
        new Words("すでに {0} さんが応答済みです", "{0} already has it").with(by.name().in(reader)).in(reader));
    more.put("doneAt", new Words("{0}（{1}）", "{0} ({1})").with(wall(at), ago).in(reader));
    more.put("quiet", say(reader, "あなたがすることはありません。休んでください。", "Nothing to do for you. Rest well."));
    return page(200, reader, paged, more);
  }

  private Answered over(Locale reader, Paged paged) {
    var more = new HashMap<String, String>();
    more.put("done", say(reader, "この呼び出しは終わりました", "This call is over"));
    more.put("quiet", say(reader, "応答は要りません。", "No answer is needed any more."));
    more.put("goOn", say(reader, "インシデントを開く", "Open the incident"));
    more.put("goOnWhy", say(reader, "ログインが要ります", "You sign in first"));
    return page(200, reader, paged, more);
  }

  private Answered refuse(int status, Locale reader, Words why) {
    Map<String, String> values = blank(reader);
    values.put("heading", say(reader, "リンクを開けません", "The link cannot be opened"));
    values.put("refused", why.in(reader));
    return new Answered(status, template.fill(values));
  }

  private Answered page(int status, Locale reader, Paged paged, Map<String, String> more) {
    Page page = paged.page();
    Page.Matter matter = page.matter();
    Map<String, String> values = blank(reader);
    values.put("severity", String.valueOf(matter.severity()));
    values.put("sev" + matter.severity(), "yes");
    values.put("severityWord", SEVERITIES.get(matter.severity() - 1).in(reader));
    values.put("incident", matter.incident().value());
    values.put("heading", Words.written(matter.title()).in(reader));
    values.put("calledAt", wall(paged.pagedAt()));
    values.put("drill", page.kind() == Kind.REAL ? "" : "yes");
    values.putAll(more);
    return new Answered(status, template.fill(values));
  }

  /** “payment-api（決済 / Payments）”: the name of the team in the reader's language alone. */
  private static String where(Locale reader, Page.Matter matter) {
    Matcher named = WITH_A_NAME.matcher(matter.where().orElse(""));
    return named.replaceFirst(
        inner -> Matcher.quoteReplacement("（" + Words.written(inner.group(1)).in(reader) + "）"));
  }

  private static Map<String, String> blank(Locale reader) {
    var values = new HashMap<String, String>();
    for (String name :
        List.of(
            "severity",
            "sev1",
            "sev2",
            "sev3",
            "sev4",
            "sev5",
            "severityWord",
            "incident",
            "heading",
            "calledAt",
            "drill",
            "ringing",
            "token",
            "lead",
            "impact",
            "where",
            "level",
            "otherwise",
            "left",
            "leftSeconds",
            "allSeconds",
            "done",
            "doneAt",
            "quiet",
            "goOn",
            "goOnWhy",
            "note",
            "undo",
            "undoSeconds",
            "refused")) {
      values.put(name, "");
    }
    boolean japanese = "ja".equals(reader.getLanguage());
    values.put("ja", japanese ? "yes" : "");
    values.put("lang", japanese ? "ja" : "en");
    return values;
  }

  private String lead(Locale reader, PersonId id) {
    Person person = people.find(id).orElseGet(() -> Person.unknown(id));
    String called =
        "ja".equals(reader.getLanguage())
            ? person.family()
            : person.english().map(name -> name.split(" ", 2)[0]).orElse(person.given());
    return new Words("{0}さん、あなたの番です", "{0}, it is your turn")
        .with(called.isEmpty() ? person.family() : called)
        .in(reader);
  }

  private String wall(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm:ss zzz", Locale.ENGLISH)
        .format(at.atZone(settings.zone()));
  }

  private static String say(Locale reader, String ja, String en) {
    return new Words(ja, en).in(reader);
  }
}
