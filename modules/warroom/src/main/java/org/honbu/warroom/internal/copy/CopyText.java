package org.honbu.warroom.internal.copy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.ImpactWords;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.ContactPoint;
import org.honbu.people.People;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Decision;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Topic;

/**
 * A room as plain text: first in Japanese, then in English, in the order of its page.
 *
 * <p>Times are times of day, because a text does not tick. Whoever only looks on is counted and not
 * named.
 */
@ApplicationScoped
class CopyText {
  private static final Words NOBODY = new Words("まだいません", "nobody yet");
  private static final Words NONE = new Words("ありません", "none");
  private static final Words PRIVATE_HEAD =
      new Words("【非公開】中の人だけが読めます。", "[PRIVATE] Only for those inside.");
  private static final Words DRILL_HEAD = new Words("【訓練】これは訓練です。", "[DRILL] This is a drill.");

  private final People people;
  private final ZoneId zone;

  @Inject
  CopyText(
      People people,
      @ConfigProperty(name = "honbu.web.time.zone", defaultValue = "Asia/Tokyo") ZoneId zone) {
    this.people = people;
    this.zone = zone;
  }

  /** Of a private one what a disk may hold: who commands, who is there, and how to reach them. */
  String sealed(RoomFacts room) {
    return text(room, reader -> new Page(room, reader, true).writeSealed());
  }

  String of(RoomFacts room, boolean withNumbers) {
    return text(room, reader -> new Page(room, reader, withNumbers).write());
  }

  private static String text(RoomFacts room, Function<Locale, String> page) {
    String drill =
        room.incident().kind() == Kind.DRILL ? DRILL_HEAD.ja() + " " + DRILL_HEAD.en() + "\n" : "";
    String closed = room.incident().isPrivate() ? PRIVATE_HEAD.both() + "\n" : "";
    return drill
        + closed
        + page.apply(Locale.JAPANESE)
        + "\n"
        + Columns.rule()
        + drill
        + closed
        + page.apply(Locale.ENGLISH);
  }

  /** The text in one language. */
  private final class Page {
    private final RoomFacts room;
    private final Locale reader;
    private final boolean withNumbers;
    private final StringBuilder text = new StringBuilder();

    Page(RoomFacts room, Locale reader, boolean withNumbers) {
      this.room = room;
      this.reader = reader;
      this.withNumbers = withNumbers;
    }

    String writeSealed() {
      title(room.incident().whatForAll(), room.incident());
      line(new Words("指揮", "Command"), command(room.incident()));
      lines(new Words("部屋の人", "People"), present());
      lines(new Words("連絡先", "Numbers"), numbers());
      return text.toString();
    }

    private void title(String what, IncidentView incident) {
      String severity =
          incident.severity().map(now -> "[SEV" + now.level() + "] ").orElse("[SEV ?] ");
      text.append(Columns.apart(severity + incident.id() + " " + title(what), at(room.at())));
    }

    String write() {
      head();
      lines(new Words("目標", "Goals"), numbered(room.objectives()));
      lines(new Words("判断", "Decision"), room.decision().stream().map(this::decided).toList());
      lines(new Words("仕事", "Work"), room.work().stream().map(this::piece).toList());
      lines(new Words("話題", "Topics"), room.topics().stream().map(this::topic).toList());
      lines(new Words("部屋の人", "People"), present());
      lines(new Words("連絡先", "Numbers"), withNumbers ? numbers() : List.of(said(withheld())));
      return text.toString();
    }

    private void head() {
      IncidentView incident = room.incident();
      title(incident.what(), incident);
      line(new Words("影響", "Impact"), said(ImpactWords.of(incident.impact())));
      line(
          new Words("状態", "State"),
          said(incident.state().label())
              + said(new Words("・開始 {0}", ", since {0}").with(at(began(incident)))));
      line(new Words("指揮", "Command"), command(incident));
      line(
          new Words("約束", "Promises"),
          said(new Words("次のお知らせ {0}", "announcement {0}").with(due(room.usersHear())))
              + said(new Words("・社内の共有 {0}", ", internal update {0}").with(due(room.roomHears()))));
    }

    private String command(IncidentView incident) {
      List<String> all = new ArrayList<>();
      all.add(incident.seat().map(this::commander).orElse(said(NOBODY)));
      incident
          .deputy()
          .ifPresent(who -> all.add(said(new Words("副 {0}", "deputy {0}").with(name(who)))));
      all.add(
          said(
              new Words("告知 {0}", "announcer {0}")
                  .with(incident.announcer().map(this::name).orElse(said(NOBODY)))));
      return String.join(said(new Words("・", ", ")), all);
    }

    private String commander(CommandSeat seat) {
      Words held = new Words("{0}（{1} から）", "{0} (since {1})");
      Words acting = new Words("暫定 {0}（{1} から）", "acting {0} (since {1})");
      return said(
          (seat.standing() == Standing.ACTING ? acting : held)
              .with(name(seat.holder()), at(seat.since())));
    }

    private String decided(Decision decision) {
      return said(
          new Words(
                  "{0}。何から：{1}。どこを：{2}。どう：{3}。見直し {4}",
                  "{0}. First: {1}. Where: {2}. How: {3}. Review {4}")
              .with(
                  title(decision.decision()),
                  decision.whatFirst(),
                  decision.whereToLook(),
                  decision.howToRespond(),
                  at(decision.reviewAt())));
    }

    private String piece(Assignment work) {
      String until =
          work.endsAt()
              .map(end -> said(new Words("{0} まで", "until {0}").with(at(end))))
              .orElse(said(new Words("返事待ち", "waiting for a yes")));
      return said(
          new Words("#{0} {1}：{2}、{3}", "#{0} {1}: {2}, {3}")
              .with(work.number(), name(work.owner()), title(work.outcome()), until));
    }

    private String topic(Topic topic) {
      String lead =
          topic.state() == Topic.State.LEADERLESS
              ? said(new Words("リードなし", "no lead"))
              : name(topic.lead());
      String floor = topic.floor() ? said(new Words("（主）", " (floor)")) : "";
      return said(
          new Words("{0}{1}：{2}、{3}", "{0}{1}: {2}, {3}")
              .with(topic.name(), floor, title(topic.question()), lead));
    }

    private List<String> present() {
      RoomPeople there = room.people();
      List<String> all = new ArrayList<>();
      all.add(said(new Words("{0} 人", "{0} in all").with(there.count())));
      all.add(group(new Words("手空き：", "free: "), there.free()));
      all.add(group(new Words("情報あり：", "has context: "), there.informed()));
      all.add(said(new Words("見学 {0} 人", "{0} observing").with(there.observing().size())));
      return all;
    }

    private String group(Words label, List<RoomPeople.Helper> helpers) {
      return said(label)
          + (helpers.isEmpty()
              ? said(NONE)
              : helpers.stream()
                  .map(RoomPeople.Helper::person)
                  .map(this::name)
                  .collect(Collectors.joining(said(new Words("、", ", ")))));
    }

    /** Of whoever leads, works or could: to be called when nothing else works. */
    private List<String> numbers() {
      Set<PersonId> wanted = new LinkedHashSet<>();
      room.incident().seat().map(CommandSeat::holder).ifPresent(wanted::add);
      Stream.of(
              room.people().duties().stream().map(RoomPeople.Holder::person),
              room.work().stream().map(Assignment::owner),
              room.topics().stream().map(Topic::lead),
              room.people().free().stream().map(RoomPeople.Helper::person),
              room.people().informed().stream().map(RoomPeople.Helper::person))
          .flatMap(people -> people)
          .forEach(wanted::add);
      return wanted.stream()
          .map(person -> name(person) + said(new Words("：", ": ")) + reached(person))
          .toList();
    }

    private String reached(PersonId person) {
      List<ContactPoint> known = people.contactPoints(person);
      Stream<String> numbers =
          known.stream()
              .filter(point -> point.channel() == ContactPoint.Channel.PHONE)
              .map(ContactPoint::address);
      Stream<String> otherwise = known.stream().map(ContactPoint::address);
      return Stream.concat(numbers, otherwise).findFirst().orElse(said(NONE));
    }

    private static Words withheld() {
      return new Words("運用者だけが見られます", "for operators only");
    }

    private static List<String> numbered(List<String> goals) {
      List<String> all = new ArrayList<>();
      goals.forEach(goal -> all.add((all.size() + 1) + " " + goal));
      return all;
    }

    private void lines(Words label, List<String> all) {
      if (all.isEmpty()) {
        line(label, said(NONE));
        return;
      }
      line(label, all.get(0));
      all.stream().skip(1).forEach(next -> text.append(Columns.labelled("", next)));
    }

    private void line(Words label, String what) {
      text.append(Columns.labelled(said(label), what));
    }

    private String said(Words words) {
      return words.in(reader);
    }

    private String title(String written) {
      return Words.written(written).in(reader);
    }

    private String name(PersonId person) {
      return people.name(person, reader);
    }

    private String due(Optional<Instant> promised) {
      return promised.map(this::at).orElse("—");
    }

    /** 03:46 JST, with the day when it is another. */
    private String at(Instant moment) {
      boolean sameDay =
          LocalDate.ofInstant(moment, zone).equals(LocalDate.ofInstant(room.at(), zone));
      String pattern = sameDay && !moment.equals(room.at()) ? "HH:mm z" : "yyyy-MM-dd HH:mm z";
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone).format(moment);
    }
  }

  private static Instant began(IncidentView incident) {
    return incident.times().startedAt().orElse(incident.times().declaredAt());
  }
}
