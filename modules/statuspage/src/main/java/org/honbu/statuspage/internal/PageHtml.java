package org.honbu.statuspage.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Words;
import org.honbu.statuspage.internal.PublicBoard.Condition;

/** Draws the pages users read: without script, session or anything to load but one style. */
final class PageHtml {
  private static final String ICON =
      "<svg class=\"ic\" aria-hidden=\"true\"><use href=\"#{}\"/></svg>";

  private final PublicBoard board;
  private final Places places;
  private final Frame frame;
  private final Locale reader;
  private final Clockface clock;

  PageHtml(PublicBoard board, Places places, Locale reader) {
    this.board = board;
    this.places = places;
    this.reader = reader;
    this.clock = new Clockface(board.zone(), board.madeAt());
    this.frame = new Frame(board.site(), board.address(), places, reader);
  }

  StatusFile page() {
    List<Html> parts = new ArrayList<>();
    List<PublicIncident> open = board.open();
    for (PublicIncident incident : open) {
      parts.add(now(incident, parts.isEmpty() ? "h1" : "h2"));
    }
    if (open.isEmpty()) {
      parts.add(
          Html.of(
              "<article class=\"st-now ok\"><header>{}<div><h1>{}</h1></div></header></article>",
              icon("i-check"),
              say(Condition.WORKING.words())));
    }
    parts.add(components());
    return file(
        new Words("サービスの状況", "Service status"),
        places.page(Locale.JAPANESE),
        places.page(Locale.ENGLISH),
        parts);
  }

  StatusFile history() {
    Map<YearMonth, List<Html>> months = new TreeMap<>(Collections.reverseOrder());
    for (PublicIncident incident : board.incidents()) {
      months
          .computeIfAbsent(clock.month(incident.publishedAt()), month -> new ArrayList<>())
          .add(line(incident));
    }
    List<Html> parts = new ArrayList<>();
    parts.add(Html.of("<h1 class=\"st-h\">{}</h1>", say("過去のお知らせ", "Past incidents")));
    months.forEach(
        (month, lines) ->
            parts.add(
                Html.of(
                    "<section class=\"pan\"><header><h2>{}</h2></header><ul class=\"past\">{}</ul></section>",
                    say(Clockface.name(month)),
                    Html.all(lines))));
    if (months.isEmpty()) {
      parts.add(
          Html.of(
              "<section class=\"pan\"><p class=\"none\">{}</p></section>",
              say("お知らせはまだありません。", "There has been nothing to tell yet.")));
    }
    return file(
        new Words("過去のお知らせ", "Past incidents"),
        places.history(Locale.JAPANESE),
        places.history(Locale.ENGLISH),
        parts);
  }

  StatusFile incident(PublicIncident incident) {
    return file(
        incident.headline(),
        places.incident(incident.id(), Locale.JAPANESE),
        places.incident(incident.id(), Locale.ENGLISH),
        List.of(now(incident, "h1")));
  }

  private StatusFile file(Words title, String japanese, String english, List<Html> parts) {
    String made = say(clock.made());
    Html foot =
        Html.of(
            "<footer><span>{}</span><span><a href=\"{}\">{}</a>・<a href=\"{}\">Atom</a>・<a"
                + " href=\"{}\">JSON</a></span></footer>",
            say(new Words("この写しは {0} に作られました", "This copy was made at {0}").with(made)),
            places.history(reader),
            say("過去のお知らせ", "Past incidents"),
            places.file(Places.Files.FEED),
            places.file(Places.Files.API + "summary.json"));
    String page = frame.around(title, japanese, english, Html.all(parts), foot).markup();
    return StatusFile.of(Frame.TYPE, page, page.replace(made, ""));
  }

  /** What users were told of one incident, the newest first. */
  private Html now(PublicIncident incident, String heading) {
    List<PublicUpdate> newestFirst = new ArrayList<>(incident.oldestFirst());
    Collections.reverse(newestFirst);
    List<Html> updates = newestFirst.stream().map(update -> update(incident, update)).toList();
    Html next =
        incident
            .next()
            .map(clock::time)
            .map(at -> Html.of("・<b>{} {}</b>", say("次のお知らせ", "Next update by"), say(at)))
            .orElse(Html.NOTHING);
    return Html.of(
        "<article class=\"st-now {}\" id=\"i-{}\"><header>{}<div><{}><a href=\"{}\">{}</a></{}>"
            + "<p>{}{}</p></div></header>{}</article>",
        incident.isUnusable() ? "warn" : "ok",
        incident.id(),
        icon(incident.isUnusable() ? "i-triangle-alert" : "i-check"),
        new Html(heading),
        places.incident(incident.id(), reader),
        say(incident.headline()),
        new Html(heading),
        when(incident),
        next,
        Html.all(updates));
  }

  private String when(PublicIncident incident) {
    Words from = clock.withDay(incident.startedAt());
    return incident
        .resolvedAt()
        .map(
            to ->
                new Words("{0} ごろから {1} まで", "From about {0} to {1}").with(from, clock.withDay(to)))
        .orElseGet(() -> new Words("{0} ごろから", "Since about {0}").with(from))
        .in(reader);
  }

  private Html update(PublicIncident incident, PublicUpdate update) {
    boolean newest = update.equals(incident.newest());
    String tone = !newest ? "" : incident.isUnusable() ? " warn" : " ok";
    return Html.of(
        "<section class=\"upd\" id=\"u-{}\"><h3><time datetime=\"{}\">{}</time> <span"
            + " class=\"tag{}\">{}</span></h3><p>{}</p></section>",
        update.id(),
        update.at(),
        say(clock.time(update.at())),
        tone,
        say(incident.label(update)),
        update.text().in(reader));
  }

  private Html components() {
    if (board.components().isEmpty()) {
      return Html.NOTHING;
    }
    var bars = new Bars(board);
    List<Html> lines =
        board.components().stream()
            .map(
                one ->
                    Html.of(
                        "<li><b>{}</b>{}{}</li>",
                        say(one.name()),
                        state(one),
                        bars.drawn(one, reader)))
            .toList();
    return Html.of(
        "<section class=\"pan\"><header><h2>{}</h2><span>{}</span></header><ul class=\"comp\">{}</ul>"
            + "</section>",
        say("サービスごとの状況", "By service"),
        say("90 日・棒が高いほど長い影響", "90 days; taller means longer"),
        Html.all(lines));
  }

  private Html state(PublicComponent component) {
    return board.works(component)
        ? Html.of("<span class=\"tag ok\">{} {}</span>", icon("i-check"), say("正常", "Working"))
        : Html.of(
            "<span class=\"tag warn\">{} {}</span>",
            icon("i-triangle-alert"),
            say("ご利用しづらい", "Degraded"));
  }

  private Html line(PublicIncident incident) {
    String tone =
        incident.isUnusable() ? "warn" : incident.phase() == PublicPhase.RESOLVED ? "ok" : "";
    return Html.of(
        "<li><a href=\"{}\"><b>{}</b></a><span class=\"tag {}\">{}</span><p>{}</p></li>",
        places.incident(incident.id(), reader),
        say(incident.name()),
        tone,
        say(incident.label(incident.newest())),
        when(incident));
  }

  private static Html icon(String name) {
    return Html.of(ICON, name);
  }

  private String say(Words words) {
    return words.in(reader);
  }

  private String say(String ja, String en) {
    return new Words(ja, en).in(reader);
  }
}
