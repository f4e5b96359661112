package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.slack.internal.chat.ChatBook;
import org.honbu.slack.internal.wire.SlackSettings;

/** Reads whom, which incident and how long somebody means. */
@ApplicationScoped
class Reading {
  private static final Pattern NUMBER =
      Pattern.compile("(?i)(?<=^|\\s)(INC-\\d{4}-\\d{4,7}|DRL-[A-Z0-9-]{1,40}-INC)(?=$|\\s)");
  private static final Pattern MENTION = Pattern.compile("<@([A-Z0-9]+)(?:\\|[^>]*)?>");
  private static final Pattern SOMEBODY =
      Pattern.compile("^(?:" + MENTION.pattern() + "|@?(\\S+))\\s*(.*)$", Pattern.DOTALL);
  private static final Pattern MINUTES =
      Pattern.compile("^(\\d{1,3})\\s*(?:m|min|分)(?=\\s|$)\\s*(.*)$", Pattern.DOTALL);

  private static final Pattern WHICH_ONE = Pattern.compile("(?<=^|\\s)#(\\d{1,6})(?=$|\\s)");

  private static final Words WHICH =
      new Words(
          "どの障害のことか分かりません。番号を付けてください。いま開いているもの：{0}",
          "Which incident do you mean? Add its number. Open now: {0}");
  private static final Words NONE_OPEN =
      new Words(
          "開いている障害はありません。番号を付けるか、`/honbu declare 何が起きているか` で宣言してください",
          "No incident is open. Add a number, or declare one: `/honbu declare what is happening`");
  private static final Words NO_DRILLS =
      new Words(
          "訓練は Slack につながっていません。Honbu の画面から操作してください",
          "Drills are not connected to Slack. Use Honbu’s own pages");
  private static final Words WHO =
      new Words(
          "「{0}」が誰か分かりません。@ で選ぶか、Honbu のログイン名で書いてください",
          "Who is “{0}”? Pick them by @, or write their login name in Honbu");

  private final IncidentBoard board;
  private final Privacy privacy;
  private final ChatBook book;
  private final People people;
  private final SlackSettings settings;

  @Inject
  Reading(
      IncidentBoard board, Privacy privacy, ChatBook book, People people, SlackSettings settings) {
    this.board = board;
    this.privacy = privacy;
    this.book = book;
    this.people = people;
    this.settings = settings;
  }

  /**
   * The incident that is meant.
   *
   * @param rest the words without its number
   */
  record Of(IncidentView incident, String rest) {
    IncidentId id() {
      return incident.id();
    }
  }

  /** Somebody, and the words after their name. */
  record Whom(PersonId person, String rest) {}

  /** Which of several, and the words without it. */
  record Which(Optional<Integer> number, String rest) {}

  /** How long, and the words after it. */
  record HowLong(Optional<Duration> time, String rest) {}

  /** The one whose number stands there, else the one whose room this is, else the only open one. */
  Of incident(Asked asked, String words) {
    Of of = anyIncident(asked, words);
    if (!privacy.mayRead(of.id(), asked.by())) {
      throw SlackProblems.refused(
          new Words("{0} は{1}です。{2}", "{0}: {1}. {2}")
              .with(of.id(), Privacy.TITLE, Privacy.HOW_IN));
    }
    return of;
  }

  /** As {@link #incident}, also a private one that they are outside of: to take what is offered. */
  Of anyIncident(Asked asked, String words) {
    Matcher number = NUMBER.matcher(words);
    if (number.find()) {
      var id = new IncidentId(number.group(1).toUpperCase(Locale.ROOT));
      String rest = words.substring(0, number.start()) + words.substring(number.end());
      return of(id, rest.strip());
    }
    Optional<IncidentId> room = book.roomIn(asked.channel());
    if (room.isPresent()) {
      return of(room.get(), words);
    }
    List<BoardRow> open = board.open();
    if (open.size() == 1) {
      return of(open.get(0).id(), words);
    }
    throw SlackProblems.misread(
        open.isEmpty()
            ? NONE_OPEN
            : WHICH.with(
                String.join(", ", open.stream().limit(10).map(row -> row.id().value()).toList())));
  }

  /** The incident whose room this is, for whoever may read it. */
  Optional<IncidentId> room(Asked asked) {
    return book.roomIn(asked.channel()).filter(incident -> privacy.mayRead(incident, asked.by()));
  }

  private Of of(IncidentId id, String rest) {
    IncidentView view = board.view(id);
    if (settings.channels(view.kind()).isEmpty()) {
      throw SlackProblems.refused(NO_DRILLS);
    }
    return new Of(view, rest);
  }

  /** Everybody whom words mention, as Slack names them. */
  static List<String> mentions(String words) {
    return MENTION.matcher(words).results().map(found -> found.group(1)).distinct().toList();
  }

  /** The words with people called by their login names, as somebody reads them outside of Slack. */
  static String named(Asked asked) {
    return MENTION
        .matcher(asked.words())
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "@"
                        + Optional.ofNullable(asked.mentioned().get(found.group(1)))
                            .map(PersonId::value)
                            .orElse(found.group(1))));
  }

  /** Who is named first. */
  Optional<Whom> whom(Asked asked, String words) {
    Matcher somebody = SOMEBODY.matcher(words);
    if (!somebody.matches()) {
      return Optional.empty();
    }
    Optional<String> mentioned = Optional.ofNullable(somebody.group(1));
    String name = Optional.ofNullable(somebody.group(2)).orElse("");
    PersonId person =
        mentioned
            .flatMap(user -> Optional.ofNullable(asked.mentioned().get(user)))
            .or(() -> people.meant(name))
            .orElseThrow(
                () -> SlackProblems.misread(WHO.with(mentioned.map(u -> "@" + u).orElse(name))));
    return Optional.of(new Whom(person, somebody.group(3).strip()));
  }

  /** {@code 10m}, {@code 10分}. */
  static HowLong howLong(String words) {
    Matcher minutes = MINUTES.matcher(words);
    return minutes.matches()
        ? new HowLong(
            Optional.of(Duration.ofMinutes(Long.parseLong(minutes.group(1)))),
            minutes.group(2).strip())
        : new HowLong(Optional.empty(), words);
  }

  /** {@code #2}, anywhere. */
  static Which which(String words) {
    Matcher found = WHICH_ONE.matcher(words);
    return found.find()
        ? new Which(
            Optional.of(Integer.valueOf(found.group(1))),
            (words.substring(0, found.start()) + words.substring(found.end())).strip())
        : new Which(Optional.empty(), words);
  }
}
