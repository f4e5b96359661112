package org.honbu.slack.internal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.ImpactWords;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.slack.internal.wire.SlackSettings;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.StatusUpdate;
import org.honbu.warroom.VolunteerCall;

/** Says in a line or two how an incident stands, for those who only look at Slack. */
@ApplicationScoped
class Standing {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'JST'", Locale.ENGLISH).withZone(ZoneId.of("Asia/Tokyo"));
  private static final Words NOT_SAID = new Words("未定", "not said yet");

  private final IncidentBoard board;
  private final CommandLoop loop;
  private final People people;
  private final SlackSettings settings;

  @Inject
  Standing(IncidentBoard board, CommandLoop loop, People people, SlackSettings settings) {
    this.board = board;
    this.loop = loop;
    this.people = people;
    this.settings = settings;
  }

  /** Empty while nobody has it and nothing has moved. */
  Optional<Words> so(Subject about) {
    return about instanceof IncidentId incident
        ? board.find(incident).flatMap(this::so)
        : Optional.empty();
  }

  Optional<Words> so(IncidentView view) {
    var parts = new ArrayList<Words>();
    view.answeredBy()
        .map(this::name)
        .ifPresent(name -> parts.add(new Words("応答：{0} さん", "{0} has it").with(name)));
    view.seat()
        .filter(seat -> view.room() == Room.OPEN)
        .ifPresent(
            seat ->
                parts.add(
                    new Words("指揮：{0} さん{1}", "{0} commands{1}")
                        .with(name(seat.holder()), standing(seat))));
    if (!parts.isEmpty() || !view.state().isOpen()) {
      parts.add(view.state().label());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts));
  }

  /** What came of a call for free hands so far; empty while nobody has said anything. */
  Optional<Words> so(VolunteerCall call) {
    return switch (call.state()) {
      case ASKING ->
          call.free().isEmpty()
              ? Optional.empty()
              : Optional.of(new Words("手が空いている：{0}", "Free: {0}").with(names(call.free())));
      case NAMED ->
          call.named()
              .map(this::name)
              .map(name -> new Words("✅ {0} さんに頼みました", "✅ {0} is asked to do it").with(name));
      case DROPPED -> Optional.of(new Words("取りやめました", "It was called off"));
    };
  }

  private Words names(List<PersonId> people) {
    List<Words> names = people.stream().map(this::name).toList();
    return new Words(
        String.join("、", names.stream().map(name -> name.ja() + " さん").toList()),
        String.join(", ", names.stream().map(Words::en).toList()));
  }

  /** Of a private incident, for whoever reads a channel: that there is something, and where. */
  Words privately(IncidentId incident) {
    return new Words("🔒 {0} {1}：{2}", "🔒 {0} {1}: {2}")
        .with(incident, Privacy.TITLE, settings.pageOf(incident.value()));
  }

  /** TP-9: the room is open, and how to come in. */
  Words roomOpened(IncidentView view) {
    Words mode =
        switch (view.kind()) {
          case REAL -> new Words("本番", "Real");
          case DRILL -> new Words("訓練", "Drill");
        };
    return new Words(
            "🚨 {0} SEV{1} {2} — 影響: {3} / 暫定コマンダー: {4} / 参加: {5}（見学歓迎・手伝える人は「手空き」を）"
                + " / 次の共有: {6}",
            "🚨 {0} SEV{1} {2} — impact: {3} / acting commander: {4} / join: {5} (observers welcome;"
                + " free hands, say so) / next update: {6}")
        .with(
            mode,
            severity(view),
            view.what(),
            ImpactWords.of(view.impact()),
            view.seat().map(CommandSeat::holder).map(this::name).orElse(NOT_SAID),
            settings.pageOf(view.id().value()),
            next(view));
  }

  /** What the room's topic says: who leads, and when the room hears again. */
  Words topic(IncidentView view) {
    return new Words("SEV{0}・指揮: {1}・次の共有: {2}", "SEV{0}, commander: {1}, next update: {2}")
        .with(
            severity(view),
            view.seat().map(seat -> joinedUp(name(seat.holder()), standing(seat))).orElse(NOT_SAID),
            next(view));
  }

  static int severity(IncidentView view) {
    return view.severity().map(org.honbu.incidents.Severity::level).orElse(3);
  }

  private Words next(IncidentView view) {
    List<StatusUpdate> told = loop.updates(view.id());
    Optional<Instant> next = told.stream().findFirst().map(StatusUpdate::nextAt);
    return next.map(at -> new Words(CLOCK.format(at), CLOCK.format(at))).orElse(NOT_SAID);
  }

  private static Words standing(CommandSeat seat) {
    return switch (seat.standing()) {
      case ACTING -> new Words("（暫定）", " (acting)");
      case HELD -> new Words("", "");
    };
  }

  Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  private static Words joinedUp(Words one, Words other) {
    return new Words(one.ja() + other.ja(), one.en() + other.en());
  }

  private static Words joined(List<Words> parts) {
    return new Words(
        String.join("・", parts.stream().map(Words::ja).toList()),
        String.join(", ", parts.stream().map(Words::en).toList()));
  }
}
