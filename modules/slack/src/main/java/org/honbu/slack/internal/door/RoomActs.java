package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Delegation;
import org.honbu.warroom.FocusShield;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Roster;
import org.honbu.warroom.ShareStatus;
import org.honbu.warroom.Stance;
import org.honbu.warroom.TopicWish;
import org.honbu.warroom.Topics;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkWish;

/** Acts in the war room: each is one call of the façade that pages and REST call. */
@ApplicationScoped
class RoomActs {
  private final Delegation delegation;
  private final VolunteerCalls calls;
  private final Roster roster;
  private final Topics topics;
  private final CommandLoop loop;
  private final FocusShield shield;
  private final Reading reading;
  private final Telling telling;

  @Inject
  RoomActs(
      Delegation delegation,
      VolunteerCalls calls,
      Roster roster,
      Topics topics,
      CommandLoop loop,
      FocusShield shield,
      Reading reading,
      Telling telling) {
    this.delegation = delegation;
    this.calls = calls;
    this.roster = roster;
    this.topics = topics;
    this.loop = loop;
    this.shield = shield;
    this.reading = reading;
    this.telling = telling;
  }

  List<Act> acts() {
    return List.of(
        new Act(
            List.of("assign", "依頼"),
            new Words(
                "`assign @だれ 10m 何を` 仕事を頼みます（操作・連絡・記録・調整・見張り・再現は、その語から始めます）",
                "`assign @somebody 10m what` gives work (begin with operate, communicate, record,"
                    + " coordinate, watch or reproduce if it is that)"),
            (asked, words) -> assign(asked, words, false)),
        new Act(
            List.of("assign!", "依頼!", "依頼！"),
            new Words("`assign!` 確かめられても頼みます", "`assign!` gives it even when asked back"),
            (asked, words) -> assign(asked, words, true)),
        new Act(
            List.of("free?", "手空き?", "手空き？"),
            new Words(
                "`free? 10m 何を` 手空きの人に聞きます。何もなければ、いま手空きの人を見せます",
                "`free? 10m what for` asks who has hands free; alone, shows who has"),
            this::free),
        new Act(
            List.of("can", "できます"),
            new Words("`can` 「今手空いている人は？」にできると答えます", "`can` answers that you have hands free"),
            this::can),
        new Act(
            List.of("pick", "決める"),
            new Words(
                "`pick @だれ` 手空き確認を、その人に頼んで終えます",
                "`pick @somebody` gives them what hands were wanted for"),
            (asked, words) -> pick(asked, words, false)),
        new Act(
            List.of("pick!", "決める!", "決める！"),
            new Words("`pick!` 確かめられても頼みます", "`pick!` gives it even when asked back"),
            (asked, words) -> pick(asked, words, true)),
        new Act(
            List.of("drop", "取りやめ"),
            new Words("`drop` 手空き確認を取りやめます", "`drop` asks for hands no longer"),
            this::drop),
        new Act(
            List.of("topic", "話題"),
            new Words("`topic @だれ 問い` 話題を分けます", "`topic @lead question` splits a topic off"),
            this::topic),
        new Act(
            List.of("update", "共有"),
            new Words(
                "`update 状況 | やっていること | 必要なこと` 状況を共有します",
                "`update conditions | actions | needs` tells the room how it stands"),
            this::update),
        new Act(
            List.of("tell", "伝える"),
            new Words(
                "`tell @だれ 用件` 本人だけに伝えます。集中している人なら、だれに聞けばよいかが返ります",
                "`tell @somebody what` tells them alone; if they concentrate you hear whom to ask"),
            this::tell),
        new Act(
            List.of("join", "手空き"),
            new Words("`join` 手空きで部屋に入ります", "`join` comes in, free to help"),
            (asked, words) -> join(asked, words, Stance.FREE)),
        new Act(
            List.of("watch", "見学"),
            new Words("`watch` 見学で部屋に入ります", "`watch` comes in to look on"),
            (asked, words) -> join(asked, words, Stance.OBSERVE)));
  }

  private Words assign(Asked asked, String words, boolean anyway) {
    Supplier<ProblemException> how =
        () ->
            SlackProblems.misread(
                new Words(
                    "だれに、何分で、何を頼むかを書いてください。例：`/honbu assign @健 10m 決済ログを見る`",
                    "Say who, how many minutes, and what. For example: `/honbu assign @ken 10m read"
                        + " the payment log`"));
    Reading.Of of = reading.incident(asked, words);
    Reading.Whom whom = reading.whom(asked, of.rest()).orElseThrow(how);
    Reading.HowLong box = Reading.howLong(whom.rest());
    if (box.rest().isEmpty()) {
      throw how.get();
    }
    Work work = Work.of(box.rest());
    var wish =
        new WorkWish(
            work.kind(), work.outcome(), whom.person(), box.time().orElse(WorkWish.USUAL_BOX));
    return telling.given(
        delegation.give(of.id(), wish, anyway, asked.by()), whom.person(), "assign!");
  }

  /** What is to be done; its first word may say of what kind it is. */
  private record Work(WorkKind kind, String outcome) {
    static Work of(String words) {
      String[] parts = words.split("[\\s\\u3000:：]+", 2);
      Optional<WorkKind> named =
          Arrays.stream(WorkKind.values())
              .filter(
                  kind ->
                      kind.label().ja().equals(parts[0])
                          || kind.label().en().equalsIgnoreCase(parts[0]))
              .findFirst();
      return named.isPresent() && parts.length == 2
          ? new Work(named.get(), parts[1])
          : new Work(WorkKind.INVESTIGATE, words);
    }
  }

  private Words free(Asked asked, String words) {
    Reading.Of of = reading.incident(asked, words);
    if (of.rest().isEmpty()) {
      return whoIsFree(of);
    }
    Reading.HowLong box = Reading.howLong(of.rest());
    Work work = Work.of(box.rest());
    var wish = new CallWish(work.kind(), work.outcome(), "", box.time().orElse(WorkWish.USUAL_BOX));
    return telling.told(
        calls.ask(of.id(), wish, asked.by()),
        new Words(
            "部屋に「今手空いている人は？」と聞きました。`/honbu pick @だれ` で一人に頼むか、`/honbu drop` で取りやめてください",
            "Asked the room who has hands free. End it with one name, `/honbu pick @somebody`, or with"
                + " `/honbu drop`"));
  }

  private Words can(Asked asked, String words) {
    Reading.Of of = reading.incident(asked, words);
    int number = call(of.id(), Reading.which(of.rest()));
    return telling.told(
        calls.free(of.id(), number, asked.by()),
        new Words("ありがとうございます。コマンダーが一人を選びます", "Thank you. The commander picks one person"));
  }

  private Words pick(Asked asked, String words, boolean anyway) {
    Reading.Of of = reading.incident(asked, words);
    Reading.Which which = Reading.which(of.rest());
    PersonId person =
        reading
            .whom(asked, which.rest())
            .map(Reading.Whom::person)
            .orElseThrow(
                () ->
                    SlackProblems.misread(
                        new Words(
                            "だれに頼むかを書いてください。例：`/honbu pick @健`",
                            "Say whom you pick. For example: `/honbu pick @ken`")));
    int number = call(of.id(), which);
    return telling.given(calls.pick(of.id(), number, person, anyway, asked.by()), person, "pick!");
  }

  private Words drop(Asked asked, String words) {
    Reading.Of of = reading.incident(asked, words);
    int number = call(of.id(), Reading.which(of.rest()));
    return telling.told(
        calls.drop(of.id(), number, asked.by()),
        new Words("手空き確認を取りやめました", "Nobody is asked any more"));
  }

  /** The call that is named, else the one that runs. */
  private int call(IncidentId incident, Reading.Which which) {
    return which
        .number()
        .or(() -> calls.open(incident).map(VolunteerCall::number))
        .orElseThrow(
            () ->
                SlackProblems.refused(
                    new Words(
                        "いま手空き確認はありません。`/honbu free? 何を` で部屋に聞けます",
                        "Nobody is asked for hands now. `/honbu free? what for` asks the room")));
  }

  private Words whoIsFree(Reading.Of of) {
    RoomPeople there = roster.people(of.id());
    List<Words> names =
        there.free().stream().map(RoomPeople.Helper::person).map(telling::name).toList();
    return names.isEmpty()
        ? new Words(
            "いま手空きの人はいません。`/honbu free? 何を` で部屋に聞けます",
            "Nobody is free right now. `/honbu free? what for` asks the room")
        : new Words("手空き：{0}", "Free: {0}")
            .with(
                new Words(
                    String.join("、", names.stream().map(Words::ja).toList()),
                    String.join(", ", names.stream().map(Words::en).toList())));
  }

  private Words topic(Asked asked, String words) {
    Reading.Of of = reading.incident(asked, words);
    Optional<Reading.Whom> lead =
        reading.whom(asked, of.rest()).filter(whom -> !whom.rest().isEmpty());
    if (lead.isEmpty()) {
      throw SlackProblems.misread(
          new Words(
              "だれが率いるかと、答えるべき問いを書いてください。例：`/honbu topic @樹 なぜ接続が切れるか`",
              "Say who leads it and which question it has to answer. For example: `/honbu topic"
                  + " @itsuki why do connections drop`"));
    }
    return telling.told(
        topics.split(
            of.id(), new TopicWish(lead.get().rest(), lead.get().person(), List.of()), asked.by()),
        new Words("話題を分け、{0} さんに率いてもらうよう頼みました", "The topic is split off; {0} is asked to lead it")
            .with(telling.name(lead.get().person())));
  }

  private Words tell(Asked asked, String words) {
    Reading.Of of = reading.incident(asked, words);
    Optional<Reading.Whom> whom =
        reading.whom(asked, of.rest()).filter(found -> !found.rest().isEmpty());
    if (whom.isEmpty()) {
      throw SlackProblems.misread(
          new Words(
              "だれに何を伝えるかを書いてください。例：`/honbu tell @樹 いつごろ戻りそうですか`",
              "Say whom and what. For example: `/honbu tell @itsuki when will it be back`"));
    }
    PersonId to = whom.get().person();
    FocusShield.Answer answer = shield.ask(of.id(), to, whom.get().rest(), asked.by());
    return answer instanceof FocusShield.Answer.AskInstead instead
        ? instead.words()
        : new Words("{0} さんに伝えました", "{0} has your message").with(telling.name(to));
  }

  private Words update(Asked asked, String words) {
    Reading.Of of = reading.incident(asked, words);
    String[] parts = of.rest().split("\\s*[|｜\\n]\\s*", -1);
    if (parts.length != 3 || Arrays.stream(parts).anyMatch(String::isBlank)) {
      throw SlackProblems.misread(
          new Words(
              "状況・やっていること・必要なことを「|」で分けて三つ書いてください。例：`/honbu update 決済の 2 割が失敗 | 設定を戻している | なし`",
              "Write conditions, actions and needs with “|” between. For example: `/honbu update 20 %"
                  + " of payments fail | rolling back | nothing`"));
    }
    return telling.told(
        loop.update(
            of.id(), new ShareStatus(parts[0], parts[1], parts[2], Optional.empty()), asked.by()),
        new Words("状況を共有しました", "The room knows how it stands"));
  }

  private Words join(Asked asked, String words, Stance stance) {
    Reading.Of of = reading.incident(asked, words);
    return telling.told(
        roster.join(of.id(), stance, of.rest(), asked.by()),
        stance == Stance.FREE
            ? new Words("手空きで入りました。ありがとうございます", "You are in, free to help. Thank you")
            : new Words("見学で入りました。ようこそ", "You are in to look on. Welcome"));
  }
}
