package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Draft;
import org.honbu.escalation.Escalation;
import org.honbu.incidents.Command;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Handovers;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk;
import org.honbu.slack.internal.wire.SlackSettings;

/** Acts on the incident itself: each is one call of the façade that pages and REST call. */
@ApplicationScoped
class IncidentActs {
  private static final int LONGEST_SENTENCE = 140;
  private static final int LONGEST_REASON = 500;

  /** TM19: when users hear again, unless somebody says otherwise on the page. */
  private static final Duration NEXT = Duration.ofMinutes(20);

  private final Incidents incidents;
  private final Command command;
  private final Handovers handovers;
  private final Escalation escalation;
  private final Announcements announcements;
  private final Reading reading;
  private final Telling telling;
  private final SlackSettings settings;
  private final Clock clock;

  @Inject
  IncidentActs(
      Incidents incidents,
      Command command,
      Handovers handovers,
      Escalation escalation,
      Announcements announcements,
      Reading reading,
      Telling telling,
      SlackSettings settings,
      Clock clock) {
    this.incidents = incidents;
    this.command = command;
    this.handovers = handovers;
    this.escalation = escalation;
    this.announcements = announcements;
    this.reading = reading;
    this.telling = telling;
    this.settings = settings;
    this.clock = clock;
  }

  List<Act> acts() {
    return List.of(
        new Act(
            List.of("declare", "宣言"),
            new Words(
                "`declare 何が起きているか` 障害を宣言します（140 字まで）",
                "`declare what is happening` declares an incident (up to 140 characters)"),
            this::declare),
        new Act(
            List.of("answer", "応答"),
            new Words("`answer` 応答します。ほかの呼び出しは止まります", "`answer` you have it; other calls stop"),
            this::answer),
        new Act(
            List.of("escalate", "エスカレ"),
            new Words(
                "`escalate` ウォールームを開きます。理由は要りません",
                "`escalate` opens the war room; no reason needed"),
            this::escalate),
        new Act(
            List.of("take", "指揮"),
            new Words("`take` 指揮を引き受けます", "`take` takes command"),
            this::take),
        new Act(
            List.of("pass", "交代"),
            new Words("`pass @だれ 理由` コマンダーを渡します", "`pass @somebody why` hands command over"),
            this::pass),
        new Act(
            List.of("announce", "告知"),
            new Words(
                "`announce 日本語 / English` 利用者への文章の下書きを出します。文章なしなら、アナウンスを引き受けます",
                "`announce 日本語 / English` drafts a message to users; without a text, takes"
                    + " announcing"),
            this::announce));
  }

  private Words declare(Asked asked, String words) {
    int length = words.codePointCount(0, words.length());
    if (length == 0 || length > LONGEST_SENTENCE) {
      throw SlackProblems.misread(
          new Words(
              "何が起きているか、一文だけ書いてください（140 字まで）。例：`/honbu declare 決済ができない`",
              "Say in one sentence what is happening, up to 140 characters. For example: `/honbu"
                  + " declare payments fail`"));
    }
    IncidentId id =
        incidents.declare(Declaration.of(words, Actor.person(asked.by()), clock.instant()));
    return new Words(
            "{0} を宣言しました。知らせてくれてありがとうございます。{1}", "Declared {0}. Thank you for telling us. {1}")
        .with(id, settings.pageOf(id.value()));
  }

  private Words answer(Asked asked, String words) {
    IncidentId incident = reading.incident(asked, words).id();
    if (!escalation.mayAnswer(incident, asked.by())) {
      throw SlackProblems.refused(
          new Words(
              "呼び出された人か、対応者だけが応答できます", "Only somebody who was called, or a responder, can answer"));
    }
    AnswerDesk.Outcome outcome =
        escalation.answer(incident, AnswerDesk.Choice.I_HAVE_IT, asked.by());
    if (outcome instanceof AnswerDesk.Outcome.Yours) {
      return new Words("応答しました。ほかの呼び出しは止まりました", "You have it. Every other ring has stopped");
    }
    if (outcome instanceof AnswerDesk.Outcome.Commands) {
      return new Words(
          "あなたがコマンダーです。当番の呼び出しは、当番が応答するまで続きます",
          "You are in command. The on-call is still being called until they answer");
    }
    if (outcome instanceof AnswerDesk.Outcome.AlreadyTaken taken) {
      return new Words("すでに {0} が引き受けました。ありがとうございます", "{0} took it already. Thank you")
          .with(taken.by().name());
    }
    return new Words("この障害はもう終わっています", "This incident is over");
  }

  private Words escalate(Asked asked, String words) {
    Reading.Of of = reading.incident(asked, words);
    return telling.told(
        command.escalate(of.id(), asked.by()),
        new Words("エスカレしました。ウォールームを開きました", "Escalated. The war room is open"));
  }

  private Words take(Asked asked, String words) {
    Reading.Of of = reading.anyIncident(asked, words);
    return telling.taken(
        command.take(of.id(), asked.by()),
        new Words("ただいまからあなたがコマンダーです", "You are commander from now"));
  }

  private Words pass(Asked asked, String words) {
    Reading.Of of = reading.incident(asked, words);
    Reading.Whom whom =
        reading
            .whom(asked, of.rest())
            .orElseThrow(
                () ->
                    SlackProblems.misread(
                        new Words(
                            "渡す相手を書いてください。例：`/honbu pass @さくら 疲れました`",
                            "Say to whom. For example: `/honbu pass @sakura I am tired`")));
    if (whom.rest().length() > LONGEST_REASON) {
      throw SlackProblems.misread(
          new Words("理由は 500 字までです", "The reason has up to 500 characters"));
    }
    HandoverWish wish =
        new HandoverWish(
            Optional.of(whom.person()), HandoverReason.PERSONAL, whom.rest(), Map.of());
    return telling.told(
        handovers.offer(of.id(), wish, asked.by()),
        new Words(
                "{0} さんに頼みました。受けるまでは、あなたがコマンダーです。引き継ぎ書を書いてください：{1}",
                "Asked {0}. You command until they accept. Write the briefing: {1}")
            .with(telling.name(whom.person()), settings.pageOf(of.id().value())));
  }

  private Words announce(Asked asked, String words) {
    Reading.Of wanted = reading.anyIncident(asked, words);
    if (wanted.rest().isEmpty()) {
      return telling.taken(
          command.takeAnnouncing(wanted.id(), asked.by()),
          new Words("ただいまからあなたがアナウンス担当です", "You announce from now"));
    }
    Reading.Of of = reading.incident(asked, words);
    Words text = Words.written(of.rest());
    if (text.ja().equals(text.en())) {
      throw SlackProblems.misread(
          new Words(
              "日本語と英語を「 / 」で分けて書いてください。例：`/honbu announce 調査中です / We are investigating`",
              "Write Japanese and English with “ / ” between. For example: `/honbu announce 調査中です /"
                  + " We are investigating`"));
    }
    boolean isFirst =
        announcements.of(of.id()).stream()
            .noneMatch(one -> one.state() == Announcement.State.PUBLISHED);
    Instant next = clock.instant().plus(NEXT);
    Announcement.Phase phase = isFirst ? Announcement.Phase.INITIAL : Announcement.Phase.UPDATE;
    Announcements.Outcome outcome =
        announcements.draft(of.id(), new Draft(phase, text, Optional.of(next)), asked.by());
    return outcome instanceof Announcements.Outcome.Refused no
        ? no.why()
        : new Words("下書きを出しました。別の人が承認します", "The draft is in. Somebody else approves it");
  }
}
