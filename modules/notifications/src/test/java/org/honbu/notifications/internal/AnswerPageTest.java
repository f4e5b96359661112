package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk;
import org.honbu.notifications.AnswerLink;
import org.honbu.notifications.internal.AnswerPage.Answered;
import org.junit.jupiter.api.Test;

class AnswerPageTest {
  private static final AnswerDesk.Person AOI =
      new AnswerDesk.Person(FakePeople.AOI, new Words("中村 葵", "Aoi Nakamura"));

  private final PostOffice office = new PostOffice();
  private final Desk desk = new Desk();
  private final AnswerPage page =
      new AnswerPage(
          office.links,
          office.messages,
          office.memory,
          () -> desk,
          office.people,
          office.settings,
          office.clock);

  @Test
  void calledPersonSeesWhatAndHowLongInTheirLanguage() {
    String token = misakiIsCalled("決済画面で 5xx が急増");
    office.clock.passes(Duration.ofSeconds(68));

    Answered japanese = page.open(token, Locale.JAPANESE);
    Answered english = page.open(token, Locale.ENGLISH);

    assertThat(japanese.status()).isEqualTo(200);
    assertThat(japanese.html())
        .contains("<html lang=\"ja\">", "佐藤さん、あなたの番です", "応答する", "あと 3:52", "SEV1 致命的")
        .contains("INC-2026-0123", "カード決済の 18 % が失敗", "value=\"232\"", "max=\"300\"")
        .doesNotContain("I have it", "訓練", "{{");
    assertThat(english.html())
        .contains("<html lang=\"en\">", "Misaki, it is your turn", "I have it", "in 3:52")
        .doesNotContain("応答する", "{{");
  }

  @Test
  void openingChangesNothingHoweverOften() {
    String token = misakiIsCalled("5xx");

    for (int scanner = 0; scanner < 20; scanner++) {
      page.open(token, Locale.ENGLISH);
    }

    assertThat(desk.answers).isEmpty();
  }

  @Test
  void pressingWithoutAChoiceChangesNothing() {
    String token = misakiIsCalled("5xx");

    Answered again = page.press(token, AnswerPage.choice("TAKE_OVER_THE_WORLD"), Locale.ENGLISH);

    assertThat(desk.answers).isEmpty();
    assertThat(again.html()).contains("I have it");
  }

  @Test
  void pressingAnswersForTheCalledPersonOnly() {
    String token = misakiIsCalled("5xx");
    desk.outcome = new AnswerDesk.Outcome.Yours(PostOffice.START.plusSeconds(64), 3);

    Answered yours = page.press(token, AnswerPage.choice("I_HAVE_IT"), Locale.ENGLISH);

    assertThat(desk.answers)
        .containsExactly(
            new AnswerLink(
                Kind.REAL, PostOffice.INCIDENT, "run-1", 1, FakePeople.MISAKI, PostOffice.START));
    assertThat(yours.html())
        .contains("You have it", "1 min 4 s after the page", "Other rings stopped: 3")
        .contains("href=\"/incidents/INC-2026-0123\"")
        .doesNotContain("<button");
  }

  @Test
  void whoWasCalledToCommandHearsThatTheOnCallIsStillCalled() {
    String token = misakiIsCalled("5xx");
    desk.outcome = new AnswerDesk.Outcome.Commands(PostOffice.START.plusSeconds(64));

    Answered yours = page.press(token, AnswerPage.choice("I_HAVE_IT"), Locale.ENGLISH);

    assertThat(yours.html())
        .contains("You are in command", "1 min 4 s after the page", "still being called")
        .doesNotContain("<button", "has stopped");
  }

  @Test
  void openingACallToCommandShowsWhoCommands() {
    String token = misakiIsCalled("5xx");
    desk.standing = new AnswerDesk.Standing.Commanded(AOI, PostOffice.START);

    assertThat(page.open(token, Locale.ENGLISH).html()).contains("Aoi Nakamura already has it");
  }

  @Test
  void secondAnswererLearnsWhoHasIt() {
    String token = misakiIsCalled("5xx");
    desk.outcome = new AnswerDesk.Outcome.AlreadyTaken(AOI, PostOffice.START);
    office.clock.passes(Duration.ofSeconds(3));

    Answered late = page.press(token, AnswerPage.choice("I_HAVE_IT"), Locale.JAPANESE);

    assertThat(late.html()).contains("すでに 中村 葵 さんが応答済みです", "3 秒前").doesNotContain("<button");
  }

  @Test
  void openingAnAnsweredCallShowsWhoHasIt() {
    String token = misakiIsCalled("5xx");
    desk.standing = new AnswerDesk.Standing.Taken(AOI, PostOffice.START);

    assertThat(page.open(token, Locale.ENGLISH).html()).contains("Aoi Nakamura already has it");
  }

  @Test
  void openingOnesOwnAnsweredCallSaysSo() {
    String token = misakiIsCalled("5xx");
    desk.standing =
        new AnswerDesk.Standing.Taken(
            new AnswerDesk.Person(FakePeople.MISAKI, new Words("佐藤 美咲", "Misaki Sato")),
            PostOffice.START.plusSeconds(5));

    assertThat(page.open(token, Locale.ENGLISH).html()).contains("You have it");
  }

  @Test
  void whoHasJustAnsweredMayTakeItBackAndSeesTheSecondsRunDown() {
    String token = misakiIsCalled("5xx");
    desk.outcome = new AnswerDesk.Outcome.Yours(PostOffice.START, 0);
    desk.standing = mine().undoableUntil(PostOffice.START.plusSeconds(30));
    office.clock.passes(Duration.ofSeconds(5));

    String pressed = page.press(token, AnswerPage.choice("I_HAVE_IT"), Locale.JAPANESE).html();
    String opened = page.open(token, Locale.ENGLISH).html();

    assertThat(pressed)
        .contains("応答しました", "取り消す<span", "（あと", "<b>25\n24\n23\n", "name=\"undo\"")
        .contains("content=\"25;url=/a/" + token)
        .doesNotContain("{{");
    assertThat(opened).contains("Take it back<span", "<b>25\n");
    office.clock.passes(Duration.ofSeconds(25));
    assertThat(page.open(token, Locale.ENGLISH).html()).doesNotContain("Take it back");
  }

  @Test
  void takingItBackByTheLinkShowsThatItRingsAgain() {
    String token = misakiIsCalled("5xx");

    String html = page.takeBack(token, Locale.JAPANESE).html();

    assertThat(desk.takenBack).hasSize(1);
    assertThat(html).contains("応答を取り消しました。呼び出しは続いています", "応答する", "今は無理");
  }

  @Test
  void anAnswerThatStaysSaysWhy() {
    String token = misakiIsCalled("5xx");
    desk.standing = mine();
    desk.stays = Optional.of(new Words("30 秒を過ぎた", "More than 30 seconds ago"));

    String html = page.takeBack(token, Locale.ENGLISH).html();

    assertThat(html).contains("More than 30 seconds ago", "You have it").doesNotContain("<button");
  }

  @Test
  void aForgedOrExpiredLinkTakesNothingBack() {
    String token = misakiIsCalled("5xx");
    office.clock.passes(Duration.ofHours(24));

    assertThat(page.takeBack(token, Locale.ENGLISH).status()).isEqualTo(410);
    assertThat(page.takeBack("A".repeat(75), Locale.ENGLISH).status()).isEqualTo(404);
    assertThat(desk.takenBack).isEmpty();
  }

  private static AnswerDesk.Standing.Taken mine() {
    return new AnswerDesk.Standing.Taken(
        new AnswerDesk.Person(FakePeople.MISAKI, new Words("佐藤 美咲", "Misaki Sato")),
        PostOffice.START);
  }

  @Test
  void notNowSaysWhoIsRungNext() {
    String token = misakiIsCalled("5xx");
    desk.outcome =
        new AnswerDesk.Outcome.PassedOn(Optional.of(new Words("清水 樹", "Itsuki Shimizu")));

    Answered passed = page.press(token, AnswerPage.choice("NOT_NOW"), Locale.JAPANESE);

    assertThat(passed.html()).contains("わかりました", "清水 樹を呼び出しています");
  }

  @Test
  void runThatIsOverNeedsNoAnswer() {
    String token = misakiIsCalled("5xx");
    desk.standing = new AnswerDesk.Standing.Over();

    assertThat(page.open(token, Locale.ENGLISH).html()).contains("This call is over");
  }

  @Test
  void expiredLinkIsRefusedAndAsksNobody() {
    String token = misakiIsCalled("5xx");
    office.clock.passes(Duration.ofHours(24));

    assertThat(page.open(token, Locale.ENGLISH).status()).isEqualTo(410);
    assertThat(page.press(token, AnswerPage.choice("I_HAVE_IT"), Locale.ENGLISH).status())
        .isEqualTo(410);
    assertThat(desk.answers).isEmpty();
  }

  @Test
  void forgedLinkIsRefusedAndAsksNobody() {
    misakiIsCalled("5xx");

    Answered refused = page.press("A".repeat(75), AnswerPage.choice("I_HAVE_IT"), Locale.JAPANESE);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.html()).contains("リンクを開けません").doesNotContain("<button");
    assertThat(desk.answers).isEmpty();
  }

  @Test
  void whatOthersWroteIsShownAndNeverRun() {
    String nasty = "</h1><script>alert(1)</script>{{token}}\" onload='x' &amp; \u202Egnp.exe";
    String token = misakiIsCalled(nasty);

    String html = page.open(token, Locale.ENGLISH).html();

    assertThat(html)
        .doesNotContain("<script", "</h1><", "onload='", "\u202E")
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;{{token}}&quot; onload=&#39;x&#39; &amp;amp;");
  }

  @Test
  void pageKeepsTheStrictPolicyAndIsSmall() {
    String html = page.open(misakiIsCalled("5xx"), Locale.JAPANESE).html();

    assertThat(html).doesNotContain("<script", "style=", "<style", "javascript:", "http://");
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(30_000);
  }

  @Test
  void drillSaysThatItIsOne() {
    String token =
        called(
            PostOffice.page(FakePeople.MISAKI, Kind.DRILL, PostOffice.DRILL, "決済画面で 5xx が急増", 1));

    assertThat(page.open(token, Locale.JAPANESE).html()).contains("これは訓練です");
  }

  private String misakiIsCalled(String title) {
    return called(PostOffice.page(FakePeople.MISAKI, Kind.REAL, PostOffice.INCIDENT, title, 1));
  }

  private String called(org.honbu.notifications.Page what) {
    office.pages(what);
    return office
        .only("inbox")
        .answer()
        .orElseThrow()
        .getPath()
        .substring(AnswerLinks.PATH.length());
  }

  /** Remembers what it was asked. */
  private static final class Desk implements AnswerDesk {
    private final List<AnswerLink> answers = new ArrayList<>();
    private Standing standing =
        new Standing.Ringing(
            Duration.ofMinutes(5),
            PostOffice.START.plusSeconds(300),
            Optional.of(new Words("高橋 健さん", "Ken Takahashi")));
    private Outcome outcome = new Outcome.Over();
    private final List<AnswerLink> takenBack = new ArrayList<>();
    private Optional<Words> stays = Optional.empty();

    @Override
    public Optional<Words> takeBack(AnswerLink link) {
      takenBack.add(link);
      return stays;
    }

    @Override
    public Standing look(AnswerLink link) {
      return standing;
    }

    @Override
    public Outcome answer(AnswerLink link, Choice choice) {
      answers.add(link);
      return outcome;
    }
  }
}
