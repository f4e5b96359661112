package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.honbu.testkit.browser.Chromium;
import org.honbu.testkit.browser.Language;
import org.honbu.testkit.browser.Tasklist;
import org.honbu.testkit.browser.Visitor;
import org.honbu.testkit.needs.Needs;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's tour, walked by people in a browser, in the words of their pages. */
@Needs(Chromium.PROGRAM)
@Tag("any-database")
@CleanSlate(eachTime = true)
class TourStoryIT {

  @ParameterizedTest
  @EnumSource(Language.class)
  void fromTheAlertToTheRecovery(Language language) throws Exception {
    URI honbu = TestPlatform.honbu().url("");
    try (Chromium chromium = Chromium.start(honbu, Path.of("target/screenshots/tour"))) {
      new Walk(chromium, language, Monitoring.raise(honbu, "payment-api-down.json")).all();
    }
  }

  /** Each reader keeps the language and the brightness they chose. */
  @Test
  void whatAReaderChoosesStays() {
    URI honbu = TestPlatform.honbu().url("");
    try (Chromium chromium = Chromium.start(honbu, Path.of("target/screenshots/choices"))) {
      Visitor emma = chromium.visitor(Language.JAPANESE).open("/incidents").signIn("emma");
      emma.sees("いまの当番").picture("1-as-the-device");
      emma.unfold("画面の明るさ").press("暗い");
      assertThat(emma.theme()).isEqualTo("dark");
      emma.picture("2-dark");
      emma.press("English").sees("On call now");
      assertThat(emma.theme()).isEqualTo("dark");
      emma.picture("3-dark-in-english");
      emma.open(Tasklist.PATH).sees("My tasks");
      assertThat(emma.theme()).isEqualTo("dark");
      assertThat(emma.complaints()).isEmpty();
    }
  }

  /** One walk through the tour: everybody has a browser of their own. */
  static final class Walk {
    private final Chromium chromium;
    private final Language language;
    private final String incident;
    private final List<Visitor> everybody = new ArrayList<>();

    Walk(Chromium chromium, Language language, String incident) {
      this.chromium = chromium;
      this.language = language;
      this.incident = incident;
    }

    void all() {
      Visitor misaki = somebody("/outgoing", "misaki");
      misakiAnswersByTheLinkOfHerMessage(misaki);
      sheEscalates(misaki);
      Visitor aoi = somebody(Tasklist.PATH, "aoi");
      aoiTakesCommandInTasklist(aoi);
      Visitor yumi = somebody(Tasklist.PATH, "yumi");
      yumiAnnouncesWhatAoiApproves(yumi, aoi);
      Visitor sakura = somebody(page(), "sakura");
      aoiHandsOverToSakura(aoi, sakura);
      sakuraLeadsItToItsEnd(sakura, yumi);
      assertThat(everybody).flatExtracting(Visitor::complaints).isEmpty();
    }

    private void misakiAnswersByTheLinkOfHerMessage(Visitor misaki) {
      misaki.sees(say("送信", "Outgoing messages")).unfold(incident, say("佐藤 美咲", "Misaki Sato"));
      misaki.picture("1-outgoing");
      Visitor onHerPhone = chromium.visitor(language);
      everybody.add(onHerPhone);
      onHerPhone.open(misaki.target(say("応答ページを開く", "Open the answer page")));
      onHerPhone.sees(incident).picture("2-answer");
      onHerPhone.press(say("応答する", "I have it")).sees(say("応答しました", "You have it"));
      onHerPhone.picture("2-answered");
    }

    private void sheEscalates(Visitor misaki) {
      misaki.open(page()).sees(incident).seesNo(say("【訓練】", "【DRILL】"));
      misaki.press(say("エスカレ", "Escalate"));
      misaki.sees(say("エスカレしました。ウォールームを開きました", "Escalated. The war room is open"));
      misaki.sees(say("暫定", "Acting")).picture("3-war-room");
    }

    private void aoiTakesCommandInTasklist(Visitor aoi) {
      aoi.tasklist()
          .filter(say("コマンダー待ち", "Waiting for a commander"))
          .open(say("指揮する", "Lead the incident"), incident)
          .claim();
      aoi.picture("4-lead");
      aoi.open(page()).sees(say("（あなた）", "(you)"));
      aoi.isNotOffered(say("指揮を引き受ける", "Take command")).picture("4-commander");
    }

    private void yumiAnnouncesWhatAoiApproves(Visitor yumi, Visitor aoi) {
      yumi.tasklist()
          .filter(say("アナウンス担当待ち", "Waiting for an announcer"))
          .open(say("アナウンスする", "Announce"), incident)
          .claim();
      yumi.picture("5-announce");
      yumi.open(page());
      announces(yumi, aoi, say("第一報", "First announcement"));
      yumi.picture("5-published");
    }

    /** Nobody approves their own text. */
    private void announces(Visitor author, Visitor commander, String kind) {
      author
          .fill(say("日本語", "Japanese"), "決済についてのお知らせです：" + kind)
          .fill(say("英語", "English"), "About payments: " + kind)
          .choose(say("種類", "Kind"), kind)
          .press(say("承認に出す", "Ask for approval"));
      author.sees(say("下書きを出しました。別の人が承認します", "The draft is in. Somebody else approves it"));
      author.isNotOffered(say("承認して公開", "Approve and publish"));
      commander.press(say("承認して公開", "Approve and publish"));
      commander.sees(say("承認しました。公開されます", "Approved. It is being published"));
      author.sees(say("利用者へのお知らせ", "What users were told"));
      author.sees(say("決済についてのお知らせです：" + kind, "About payments: " + kind));
    }

    private void aoiHandsOverToSakura(Visitor aoi, Visitor sakura) {
      String handOver = say("コマンダーを渡す", "Hand over");
      aoi.press(handOver);
      aoi.choose(say("次のコマンダー", "Next commander"), say("渡辺 さくら", "Sakura Watanabe"));
      aoi.picture("6-hand-over").pressInDialog(handOver);
      aoi.sees(say("引き受けるまで、コマンダーはあなたです", "Until they accept, you are in command"));
      sakura
          .tick(say("当面の目標", "Current objective"))
          .tick(say("動いている仕事の数", "Pieces of work under way"))
          .tick(say("次のお知らせ", "Next announcement"))
          .tick(say("いちばんの危険", "Biggest risk"));
      sakura.picture("6-read-back").press(say("引き受けます", "I take command"));
      sakura.sees(say("ただいまからあなたがコマンダーです", "You are commander from now"));
      sakura.picture("6-accepted");
      aoi.seesNo(say("引き受けるまで、コマンダーはあなたです", "Until they accept, you are in command"));
    }

    private void sakuraLeadsItToItsEnd(Visitor sakura, Visitor yumi) {
      sakura.press(say("影響が止まった", "Impact stopped"));
      sakura.sees(say("影響が止まったと記録しました", "Noted that the impact has stopped"));
      Visitor ken = somebody(page(), "ken");
      ken.press(say("影響が止まったと確かめた", "I verified it has stopped"));
      ken.sees(say("確かめました。経過を見ます", "Verified. It is being watched now")).picture("7-verified");
      announces(yumi, sakura, say("復旧", "Resolved"));
      String resolve = say("復旧を宣言する", "Declare resolved");
      sakura.press(resolve);
      sakura.fill(say("何が起きて、どう収まったか", "What happened and how it ended"), "設定を戻した / Rolled back");
      sakura.picture("8-resolve").pressInDialog(resolve);
      sakura.sees(say("復旧を宣言しました。おつかれさまでした", "Declared resolved. Thank you"));
      sakura.picture("8-resolved");
    }

    private Visitor somebody(String path, String name) {
      Visitor visitor = chromium.visitor(language);
      everybody.add(visitor);
      return visitor.open(path).signIn(name);
    }

    private String page() {
      return "/incidents/" + incident;
    }

    private String say(String ja, String en) {
      return language.say(ja, en);
    }
  }
}
