package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.incidents.AnnouncementPromises;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.CommandPromises;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverBoard.ToReadBack;
import org.honbu.incidents.Impact;
import org.honbu.incidents.ImpactWords;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.OpenWork;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Words;

/** Writes a briefing from what is on record, in both languages (DOMAIN 2.8 step 1, TP-6). */
@ApplicationScoped
class BriefingDraft {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH).withZone(ZoneId.of("Asia/Tokyo"));

  /** What happened, as far as the next commander asks for it first. */
  private static final Set<String> MILESTONES =
      Set.of("declared", "room-opened", "command-taken", "command-forced", "recurred", "published");

  private static final Set<String> DECISIONS =
      Set.of("triaged", "rated", "identified", "mitigated", "verified", "decided");

  private static final int LINES = 3;

  private final IncidentStore store;
  private final AnnouncementPromises promises;
  private final OpenWork work;
  private final CommandPromises command;
  private final Names names;

  @Inject
  BriefingDraft(
      IncidentStore store,
      AnnouncementPromises promises,
      OpenWork work,
      CommandPromises command,
      Names names) {
    this.store = store;
    this.promises = promises;
    this.work = work;
    this.command = command;
    this.names = names;
  }

  Briefing of(Incident record) {
    List<TimelineEntry> timeline = store.timeline(record.id());
    Map<Topic, List<Words>> room = command.known(record.id());
    Hands hands = hands(record);
    return Briefing.empty()
        .with(Topic.SITUATION, fit(situation(record)))
        .with(Topic.SO_FAR, fit(lines(timeline, MILESTONES)))
        .with(Topic.OBJECTIVES, objective(record))
        .with(Topic.DECISIONS, fit(lines(timeline, DECISIONS)))
        .with(Topic.HYPOTHESES, fit(known(room, Topic.HYPOTHESES)))
        .with(Topic.OPEN_WORK, fit(openWork(hands)))
        .with(Topic.ORGANISATION, fit(organisation(record, hands), known(room, Topic.ORGANISATION)))
        .with(Topic.CALLED, fit(called(record), known(room, Topic.CALLED)))
        .with(Topic.ANNOUNCEMENTS, fit(announcements(record, hands, timeline), waiting(record)))
        .with(Topic.RISKS, risk(record));
  }

  /**
   * What there is to read back: the briefing's words where it has some, numbers as they are now.
   */
  ToReadBack toReadBack(Incident record, Briefing briefing) {
    return new ToReadBack(
        said(briefing, Topic.OBJECTIVES, objective(record)),
        hands(record).pieces(),
        nextAnnouncement(record),
        said(briefing, Topic.RISKS, risk(record)));
  }

  /** A line each; nothing when nothing is known. */
  private static Words known(Map<Topic, List<Words>> room, Topic topic) {
    List<Words> lines = room.getOrDefault(topic, List.of());
    return new Words(
        lines.stream().map(Words::ja).collect(Collectors.joining("\n")),
        lines.stream().map(Words::en).collect(Collectors.joining("\n")));
  }

  private Words waiting(Incident record) {
    return promises
        .waiting(record.id())
        .map(text -> Names.fill(new Words("承認・公開待ち：{0}", "Waiting to go out: {0}"), text))
        .orElse(same(""));
  }

  private static Words said(Briefing briefing, Topic topic, Words otherwise) {
    return briefing.topics().getOrDefault(topic, otherwise);
  }

  private Words situation(Incident record) {
    Words severity =
        record
            .severity()
            .map(now -> new Words("SEV" + now.level(), "SEV" + now.level()))
            .orElse(new Words("重大度は未判定", "not rated yet"));
    List<ReceivedSignal> signals = store.signals(record.id());
    long customers =
        signals.stream().flatMap(signal -> signal.customer().stream()).distinct().count();
    return Names.fill(
        new Words(
            "{0}・{1}：{2}。{3}。{4}。知らせ {5} 件、お客様 {6} 人",
            "{0}, {1}: {2}. {3}. {4}. Signals: {5}, customers: {6}"),
        severity,
        record.state().label(),
        Words.written(record.what()),
        ImpactWords.of(record.impact()),
        visible(record.visibility()),
        same(String.valueOf(signals.size())),
        same(String.valueOf(customers)));
  }

  private static Words visible(Visibility visibility) {
    return switch (visibility) {
      case CUSTOMER_VISIBLE -> new Words("お客様に見えています", "Customers can see it");
      case INTERNAL -> new Words("社内だけです", "Internal only");
      case UNKNOWN -> new Words("お客様に見えるかは不明です", "Not known whether customers see it");
    };
  }

  private Words objective(Incident record) {
    return command.objectives(record.id()).orElseGet(() -> byState(record));
  }

  private static Words byState(Incident record) {
    return switch (record.state()) {
      case MITIGATED -> new Words("影響が止まったと確かめる", "Verify that the impact has stopped");
      case MONITORING -> new Words("ぶり返さないか見届ける", "Watch that it does not come back");
      case REPORTED,
          TRIAGE,
          INVESTIGATING,
          IDENTIFIED,
          RESOLVED,
          POSTMORTEM,
          CLOSED,
          FALSE_ALARM,
          MERGED,
          ABORTED ->
          new Words("利用者への影響を止める", "Stop the impact on users");
    };
  }

  private static Words risk(Incident record) {
    Impact.DataSecurity data = record.impact().dataSecurity();
    if (data == Impact.DataSecurity.CONFIRMED || data == Impact.DataSecurity.SUSPECTED) {
      return new Words("データや安全が損なわれているおそれ", "Data or security may be harmed");
    }
    if (record.state().compareTo(IncidentState.IDENTIFIED) < 0) {
      return new Words("原因がまだわかっていません", "The cause is not known yet");
    }
    return record.state() == IncidentState.IDENTIFIED
        ? new Words("影響がまだ続いています", "The impact goes on")
        : new Words("ぶり返すかもしれません", "It may come back");
  }

  /**
   * Who is at it.
   *
   * @param serving everybody's duties that have not ended
   * @param given work that somebody was given, piece by piece
   */
  private record Hands(List<Service> serving, List<Words> given) {

    int pieces() {
      return given.isEmpty() ? workers().size() : given.size();
    }

    /** Until work is assigned piece by piece, whoever responds is one. */
    List<Service> workers() {
      return with(DutyKind.ONCALL, DutyKind.RESPONDER);
    }

    List<Service> with(DutyKind... kinds) {
      return serving.stream().filter(s -> Set.of(kinds).contains(s.kind())).toList();
    }
  }

  private Hands hands(Incident record) {
    return new Hands(
        store.services(record.id()).stream().filter(Service::isOpen).toList(),
        work.of(record.id()));
  }

  private Words openWork(Hands hands) {
    return Names.fill(
        new Words("{0} 件。{1}", "{0}. {1}"),
        same(String.valueOf(hands.pieces())),
        hands.given().isEmpty() ? people(hands.workers()) : below(hands.given()));
  }

  /** Each on a line of its own. */
  private static Words below(List<Words> lines) {
    return new Words(
        lines.stream().map(line -> "\n" + line.ja()).collect(Collectors.joining()),
        lines.stream().map(line -> "\n" + line.en()).collect(Collectors.joining()));
  }

  private Words people(List<Service> services) {
    List<Words> all =
        services.stream()
            .map(
                s ->
                    Names.fill(
                        new Words("{0} さん（{1}）", "{0} ({1})"),
                        names.of(s.person()),
                        part(s.kind())))
            .toList();
    return new Words(
        all.stream().map(Words::ja).collect(Collectors.joining("、")),
        all.stream().map(Words::en).collect(Collectors.joining(", ")));
  }

  private static Words part(DutyKind kind) {
    return switch (kind) {
      case ONCALL -> new Words("当番", "on call");
      case COMMANDER -> new Words("コマンダー", "commander");
      case DEPUTY -> new Words("副コマンダー", "deputy");
      case ANNOUNCER -> new Words("アナウンス担当", "announcer");
      case RESPONDER -> new Words("対応者", "responder");
    };
  }

  private Words organisation(Incident record, Hands hands) {
    Words commander =
        store
            .seat(record.id())
            .map(
                seat ->
                    Names.fill(
                        new Words("{0} さん（コマンダー）", "{0} (commander)"), names.of(seat.holder())))
            .orElse(same("—"));
    Words others = people(hands.with(DutyKind.DEPUTY, DutyKind.ANNOUNCER));
    return others.ja().isEmpty()
        ? commander
        : new Words(commander.ja() + "、" + others.ja(), commander.en() + ", " + others.en());
  }

  private Words called(Incident record) {
    return record
        .answeredBy()
        .map(
            first -> Names.fill(new Words("最初に応答：{0} さん", "First to answer: {0}"), names.of(first)))
        .orElse(new Words("まだ誰も応答していません", "Nobody has answered yet"));
  }

  private Words announcements(Incident record, Hands hands, List<TimelineEntry> timeline) {
    Words who =
        hands.with(DutyKind.ANNOUNCER).stream()
            .map(Service::person)
            .findFirst()
            .map(
                person ->
                    Names.fill(new Words("公開するのは {0} さん", "{0} publishes it"), names.of(person)))
            .orElse(new Words("アナウンス担当はまだいません", "Nobody announces yet"));
    return Names.fill(
        new Words("{0}。{1}。最後の告知：{2}。{3}", "{0}. {1}. Users were told: {2}. {3}"),
        nextAnnouncement(record),
        who,
        lastTold(record, timeline),
        nextUpdate(record));
  }

  private static Words lastTold(Incident record, List<TimelineEntry> timeline) {
    Words phase = record.publicPhase().label();
    return timeline.stream()
        .filter(entry -> entry.type().equals("published"))
        .reduce((earlier, later) -> later)
        .map(entry -> Names.fill(new Words("{0} {1}", "{1}, {0}"), clock(entry.at()), phase))
        .orElse(phase);
  }

  private Words nextUpdate(Incident record) {
    return command
        .nextUpdate(record.id())
        .map(BriefingDraft::clock)
        .map(at -> Names.fill(new Words("社内の状況共有は {0} まで", "Internal update by {0}"), at))
        .orElse(new Words("社内の状況共有の約束はありません", "No internal update is promised"));
  }

  private Words nextAnnouncement(Incident record) {
    return promises
        .next(record.id())
        .map(BriefingDraft::clock)
        .orElse(new Words("約束したお知らせはありません", "Nothing is promised"));
  }

  /** The latest of these, each with its time. */
  private static Words lines(List<TimelineEntry> timeline, Set<String> types) {
    List<TimelineEntry> all = new ArrayList<>(timeline);
    all.removeIf(entry -> !types.contains(entry.type()));
    List<TimelineEntry> last = all.subList(Math.max(0, all.size() - LINES), all.size());
    return new Words(
        last.stream()
            .map(entry -> clock(entry.at()).ja() + " " + entry.words().ja())
            .collect(Collectors.joining("\n")),
        last.stream()
            .map(entry -> clock(entry.at()).en() + " " + entry.words().en())
            .collect(Collectors.joining("\n")));
  }

  private static Words clock(Instant at) {
    return same(CLOCK.format(at));
  }

  /** One below the other, where there is another. */
  private static Words fit(Words said, Words below) {
    return fit(
        below.ja().isEmpty()
            ? said
            : new Words(said.ja() + "\n" + below.ja(), said.en() + "\n" + below.en()));
  }

  private static Words fit(Words said) {
    return new Words(fit(said.ja()), fit(said.en()));
  }

  private static String fit(String text) {
    return text.length() <= Briefing.LENGTH ? text : text.substring(0, Briefing.LENGTH - 1) + "…";
  }

  private static Words same(String text) {
    return new Words(text, text);
  }
}
