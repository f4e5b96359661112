package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.HtmlTemplate;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.warroom.SharedLinks;
import org.honbu.warroom.SharedView;

/**
 * The page behind a read-only link: without script, login or Keycloak.
 *
 * <p>Drawing it changes nothing, because link scanners open links. Its picture counts the opening:
 * browsers ask for it, scanners hardly ever.
 */
@ApplicationScoped
class SharedPage {
  private static final Words GONE = new Words("このリンクは開けません", "This link cannot be opened");
  private static final Words GONE_WHY =
      new Words(
          "期限が切れたか、止められたのかもしれません。届いたリンクをそのまま開いてみて、だめなら、送ってくれた人に新しいリンクを頼んでください。",
          "It may have ended or been stopped. Try it once more as you received it; if that does not"
              + " help, ask whoever sent it for another one.");
  private static final Words BUSY = new Words("いま混み合っています", "Very busy right now");
  private static final Words BUSY_WHY =
      new Words("1 分ほど待って、もう一度開いてください。", "Wait about a minute and open it again.");

  private final SharedLinks links;
  private final CardWords words;
  private final Clock clock;
  private final HtmlTemplate page = HtmlTemplate.beside(SharedPage.class, "shared.html");
  private final HtmlTemplate gone = HtmlTemplate.beside(SharedPage.class, "gone.html");

  @Inject
  SharedPage(SharedLinks links, CardWords words, Clock clock) {
    this.links = links;
    this.words = words;
    this.clock = clock;
  }

  /** What the browser gets. */
  record Answered(int status, String html) {}

  /** Somebody, or something, opens the link. */
  Answered open(String token, Locale reader) {
    SharedLinks.Look look = links.look(token);
    if (look instanceof SharedLinks.Look.Seen seen) {
      return new Answered(200, page.fill(values(token, seen.view(), reader)));
    }
    return look instanceof SharedLinks.Look.TooOften
        ? new Answered(429, instead(BUSY, BUSY_WHY, reader))
        : new Answered(404, instead(GONE, GONE_WHY, reader));
  }

  private String instead(Words heading, Words why, Locale reader) {
    return gone.fill(
        Map.of("lang", reader.getLanguage(), "heading", heading.in(reader), "why", why.in(reader)));
  }

  private Map<String, String> values(String token, SharedView view, Locale reader) {
    boolean japanese = "ja".equals(reader.getLanguage());
    Map<String, String> values = new HashMap<>();
    values.put("lang", japanese ? "ja" : "en");
    values.put("ja", japanese ? "yes" : "");
    values.put("token", token);
    values.put("incident", view.incident().value());
    boolean drill = view.kind() == Kind.DRILL;
    values.put("drill", drill ? "yes" : "");
    values.put("mark", drill ? (japanese ? "【訓練】" : "[DRILL] ") : "");
    values.put("title", view.title().in(reader));
    values.put("state", state(view).in(reader));
    values.put("calm", isCalm(view) ? "yes" : "");
    values.put("level", view.severity().map(now -> String.valueOf(now.level())).orElse(""));
    values.put("severity", view.severity().map(now -> now.label().in(reader)).orElse(""));
    values.put("impact", view.impact().in(reader));
    values.put("since", words.at(view.since()).in(reader));
    values.put("ago", words.ago(view.since()).in(reader));
    values.put("mitigated", view.mitigatedAt().map(words::at).map(at -> at.in(reader)).orElse(""));
    values.put("resolved", view.resolvedAt().map(words::at).map(at -> at.in(reader)).orElse(""));
    values.put("commander", view.commander().map(who -> who.in(reader)).orElse(""));
    values.put("announcer", view.announcer().map(who -> who.in(reader)).orElse(""));
    values.put("users", users(view).in(reader));
    values.put("next", view.next().map(words::at).map(at -> at.in(reader)).orElse(""));
    values.put("open", view.state().isOpen() ? "yes" : "");
    values.put("made", words.at(clock.instant()).in(reader));
    values.put("ends", words.at(view.linkEnds()).in(reader));
    return values;
  }

  private static boolean isCalm(SharedView view) {
    return view.state().compareTo(IncidentState.MITIGATED) >= 0;
  }

  /** In words for somebody who has never seen the room. */
  private static Words state(SharedView view) {
    return switch (view.state()) {
      case REPORTED, TRIAGE -> new Words("確認しています", "Being looked at");
      case INVESTIGATING -> new Words("原因を調べています", "Under investigation");
      case IDENTIFIED -> new Words("原因がわかり、対応しています", "The cause is known; being handled");
      case MITIGATED ->
          new Words("影響は止まったようです。確かめています", "The impact seems to have stopped; being verified");
      case MONITORING -> new Words("影響は止まりました。経過を見ています", "The impact has stopped; being watched");
      case RESOLVED, POSTMORTEM, CLOSED -> new Words("復旧しました", "Resolved");
      case FALSE_ALARM ->
          new Words("誤検知でした。影響はありませんでした", "It was a false alarm; there was no impact");
      case MERGED -> new Words("ほかの件とまとめて対応しています", "Handled together with another incident");
      case ABORTED -> new Words("訓練は中止しました", "The drill was stopped");
    };
  }

  private Words users(SharedView view) {
    if (view.users() == PublicPhase.NONE) {
      return new Words("まだお知らせしていません", "Not told yet");
    }
    List<Words> parts =
        view.usersToldAt()
            .map(words::at)
            .map(at -> List.of(at, view.users().label()))
            .orElse(List.of(view.users().label()));
    return parts.size() == 1
        ? parts.get(0)
        : Called.fill(new Words("{0}：{1}", "{0}: {1}"), parts.get(0), parts.get(1));
  }
}
