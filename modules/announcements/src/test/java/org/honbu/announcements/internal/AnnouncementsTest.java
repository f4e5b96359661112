package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.DANIEL;
import static org.honbu.announcements.internal.AnnouncementWorld.EMMA;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.NOW;
import static org.honbu.announcements.internal.AnnouncementWorld.SAKURA;
import static org.honbu.announcements.internal.AnnouncementWorld.TOMOKO;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;
import static org.honbu.announcements.internal.AnnouncementWorld.initial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.AnnouncementPublished;
import org.honbu.announcements.Announcements.Outcome;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.MessageWentOut;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Post;
import org.junit.jupiter.api.Test;

/**
 * What users are told passes two persons' eyes, and exactly as it was read (DOMAIN 2.9, A27, A28).
 */
class AnnouncementsTest {
  private final AnnouncementWorld world = new AnnouncementWorld(Clock.fixed(NOW, ZoneOffset.UTC));
  private final AnnouncementDesk announcements = world.desk;

  @Test
  void whatTheCommanderApprovedIsWhatUsersRead() {
    Announcement draft = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));

    done(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI));
    Announcement published = announcements.publishApproved(INCIDENT).orElseThrow();

    assertThat(published.text().ja()).isEqualTo("決済が不安定です");
    assertThat(world.posted)
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.text())
                    .as("with what every message says")
                    .isEqualTo(
                        new Words(
                            "決済が不安定です 次のお知らせは 10:20 JST 予定です。",
                            "Payments are unstable Next update by 10:20 JST.")));
    assertThat(world.told).containsExactly(published);
    assertThat(world.facts)
        .as("whoever waits for the first one hears of it, and the status page")
        .hasExactlyElementsOfTypes(MessageWentOut.class, AnnouncementPublished.class);
  }

  @Test
  void nothingLeavesWithoutApproval() {
    done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));

    assertThat(announcements.publishApproved(INCIDENT)).isEmpty();
    assertThat(world.posted).isEmpty();
  }

  @Test
  void publishingAgainTellsNobodyTwice() {
    approved(initial("決済が不安定です"));

    announcements.publishApproved(INCIDENT);

    assertThat(announcements.publishApproved(INCIDENT)).isEmpty();
    assertThat(world.posted).hasSize(1);
  }

  @Test
  void nobodyApprovesTheirOwnText() {
    world.commander = Optional.of(YUMI);
    Announcement draft = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));

    Words why =
        refused(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), YUMI));

    assertThat(why.en()).isEqualTo("You cannot approve your own text");
  }

  @Test
  void theDeputyIsTheSecondWhoApproves() {
    world.deputy = Optional.of(SAKURA);
    Announcement draft = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));

    Announcement approved =
        done(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), SAKURA));

    assertThat(approved.approver()).contains(SAKURA);
    assertThat(announcements.publishApproved(INCIDENT)).isPresent();
  }

  @Test
  void aDeputyWhoWroteTheTextDoesNotApproveIt() {
    world.deputy = Optional.of(YUMI);
    Announcement draft = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));

    assertThat(
            refused(
                    announcements.approve(
                        INCIDENT, draft.id(), draft.hash(), Optional.empty(), YUMI))
                .en())
        .isEqualTo("You cannot approve your own text");
  }

  @Test
  void theDeputySendsATextBack() {
    world.deputy = Optional.of(SAKURA);
    Announcement draft = done(announcements.draft(INCIDENT, initial("やり直し"), YUMI));

    done(announcements.sendBack(INCIDENT, draft.id(), SAKURA));

    assertThat(announcements.pending(INCIDENT)).isEmpty();
  }

  @Test
  void onlyCommanderAndDeputyApprove() {
    world.deputy = Optional.of(SAKURA);
    Announcement draft = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));

    assertThat(
            refused(
                    announcements.approve(
                        INCIDENT, draft.id(), draft.hash(), Optional.empty(), DANIEL))
                .en())
        .isEqualTo("Only the commander and the deputy approve");
  }

  /** A34, when the harm is found after the text was written: nobody waits for who was not told. */
  @Test
  void whoReadsForPrivacyIsToldOfATextThatWasWrittenBefore() {
    Announcement draft = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));
    world.dataIsHarmed();

    refused(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI));

    assertThat(world.whispers).hasSize(1).allMatch(line -> line.startsWith("emma: "));
  }

  /** Approving and asking for another text are acts of command; nobody else's word is. */
  @Test
  void whatTheCommanderSaysToADraftIsAnActOfCommand() {
    Announcement draft = done(announcements.draft(INCIDENT, initial("一つ目"), YUMI));
    refused(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), DANIEL));
    assertThat(world.commanded).isEmpty();

    done(announcements.sendBack(INCIDENT, draft.id(), AOI));
    approved(initial("二つ目"));

    assertThat(world.commanded).containsExactly(AOI, AOI);
  }

  @Test
  void oneChangedCharacterVoidsTheApproval() {
    approved(initial("決済が不安定です"));
    announcements.draft(INCIDENT, initial("決済が不安定です。"), YUMI);

    assertThat(announcements.publishApproved(INCIDENT)).isEmpty();
    assertThat(world.posted).isEmpty();
  }

  @Test
  void anApprovalOfAnotherTextIsRefused() {
    Announcement read = done(announcements.draft(INCIDENT, initial("一つ目"), YUMI));
    Announcement waiting = done(announcements.draft(INCIDENT, initial("二つ目"), YUMI));

    assertThat(
            refused(
                    announcements.approve(
                        INCIDENT, waiting.id(), read.hash(), Optional.empty(), AOI))
                .en())
        .contains("The text changed");
    assertThat(
            refused(announcements.approve(INCIDENT, read.id(), read.hash(), Optional.empty(), AOI))
                .en())
        .contains("not waiting for approval");
  }

  @Test
  void aMessageMustPromiseTheNextUnlessItIsOver() {
    var promise = new Draft(Phase.UPDATE, new Words("続報", "Update"), Optional.empty());
    var over = new Draft(Phase.RESOLVED, new Words("復旧", "Resolved"), Optional.empty());

    assertThat(refused(announcements.draft(INCIDENT, promise, YUMI)).en()).contains("next update");
    assertThat(announcements.draft(INCIDENT, over, YUMI)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aPromiseInThePastIsRefused() {
    var late = new Draft(Phase.UPDATE, new Words("続報", "Update"), Optional.of(NOW));

    assertThat(refused(announcements.draft(INCIDENT, late, YUMI)).en()).contains("has passed");
  }

  /** DOMAIN 2.9: users never wait longer than the rhythm of this severity, and hear so in words. */
  @Test
  void aPromiseBeyondTheRhythmIsRefused() {
    var text = new Words("続報", "Update");
    var late = new Draft(Phase.UPDATE, text, Optional.of(NOW.plus(Duration.ofMinutes(22))));
    var sooner = new Draft(Phase.UPDATE, text, Optional.of(NOW.plus(Duration.ofMinutes(10))));

    assertThat(refused(announcements.draft(INCIDENT, late, YUMI)).en())
        .isEqualTo("Promise the next update by 10:20 JST: the rhythm is 20 minutes now");
    assertThat(announcements.draft(INCIDENT, sooner, YUMI)).isInstanceOf(Outcome.Done.class);
    world.severity = 2;
    assertThat(announcements.draft(INCIDENT, late, YUMI)).isInstanceOf(Outcome.Done.class);
  }

  /** What the approver binds to: the same words with another promise are another text. */
  @Test
  void anotherPromiseIsAnotherTextToApprove() {
    Announcement read = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));
    var sooner =
        new Draft(Phase.INITIAL, read.text(), Optional.of(NOW.plus(Duration.ofMinutes(5))));
    Announcement changed = done(announcements.draft(INCIDENT, sooner, YUMI));

    assertThat(
            refused(
                    announcements.approve(
                        INCIDENT, changed.id(), read.hash(), Optional.empty(), AOI))
                .en())
        .isEqualTo("The text changed, so approval starts again");
  }

  @Test
  void bothLanguagesAreWrittenAndFitAPhone() {
    var half = new Draft(Phase.UPDATE, new Words("続報", " "), Optional.of(NOW.plusSeconds(60)));
    var essay = initial("あ".repeat(401));

    assertThat(refused(announcements.draft(INCIDENT, half, YUMI)).en()).contains("English");
    assertThat(refused(announcements.draft(INCIDENT, essay, YUMI)).en()).contains("400");
  }

  @Test
  void onlyTheAnnouncerDrafts() {
    assertThat(refused(announcements.draft(INCIDENT, initial("x"), DANIEL)).en())
        .isEqualTo("Only the announcer writes the text");
    world.announcer = Optional.empty();
    assertThat(refused(announcements.draft(INCIDENT, initial("x"), YUMI)).en())
        .contains("Take “Announce” first");
  }

  @Test
  void onlyTheUntouchedPreparedTextGoesOutUnread() {
    Instant next = NOW.plus(Duration.ofMinutes(20));
    announcements.draft(INCIDENT, initial("自分で書いた第一報"), YUMI);
    assertThat(announcements.releaseFirstText(INCIDENT)).isFalse();

    announcements.draft(INCIDENT, world.proposals.first(INCIDENT, next), YUMI);

    assertThat(announcements.releaseFirstText(INCIDENT)).isTrue();
    Announcement out = announcements.publishApproved(INCIDENT).orElseThrow();
    assertThat(out.approver()).isEmpty();
    assertThat(out.autoInitial()).isTrue();
    assertThat(world.notes).anyMatch(line -> line.en().contains("goes out unapproved"));
    assertThat(out.text().ja()).contains("決済", "10:20 JST");
  }

  @Test
  void aSecondTextNeverGoesOutUnread() {
    approved(initial("一つ目"));
    announcements.publishApproved(INCIDENT);
    Draft prepared = world.proposals.first(INCIDENT, NOW.plus(Duration.ofMinutes(20)));
    announcements.draft(INCIDENT, prepared, YUMI);

    assertThat(announcements.releaseFirstText(INCIDENT)).isFalse();
  }

  @Test
  void aTextThatWasSentBackIsNotPublished() {
    Announcement draft = done(announcements.draft(INCIDENT, initial("やり直し"), YUMI));

    done(announcements.sendBack(INCIDENT, draft.id(), AOI));

    assertThat(announcements.pending(INCIDENT)).isEmpty();
    assertThat(announcements.publishApproved(INCIDENT)).isEmpty();
  }

  // ---- what users should not be told so (TP-L, A30)

  @Test
  void aTextWithSomethingAgainstItIsHeldAndSaysWhatToWriteInstead() {
    Outcome outcome = announcements.draft(INCIDENT, initial("10分で復旧します"), YUMI);

    assertThat(refused(outcome).ja()).contains("10分で復旧します", "次にお知らせする時刻を書いてください");
    assertThat(((Outcome.Refused) outcome).findings())
        .extracting(LintFinding::rule)
        .containsExactly(LintFinding.Rule.RECOVERY_PROMISED, LintFinding.Rule.NUMBERS_DIFFER);
    assertThat(announcements.pending(INCIDENT)).isEmpty();
    assertThat(world.held.of(INCIDENT)).isPresent();
    assertThat(world.acts).containsExactly("announcement-held yumi");
  }

  @Test
  void onlyTheCommanderLetsAHeldTextThroughAndIsOnRecordForIt() {
    world.deputy = Optional.of(SAKURA);
    announcements.draft(INCIDENT, initial("db-03 を調べています"), YUMI);
    Announcement held = world.held.of(INCIDENT).orElseThrow();

    assertThat(refused(world.held.letThrough(INCIDENT, held.id(), held.hash(), SAKURA)).en())
        .contains("Only the commander");
    assertThat(refused(world.held.letThrough(INCIDENT, held.id(), "other", AOI)).en())
        .contains("The text changed");
    done(world.held.letThrough(INCIDENT, held.id(), held.hash(), AOI));

    Announcement waiting = announcements.pending(INCIDENT).orElseThrow();
    assertThat(waiting.letThroughBy()).contains(AOI);
    assertThat(waiting.state()).isEqualTo(Announcement.State.DRAFT);
    assertThat(world.acts).contains("announcement-let-through aoi");
    assertThat(world.notes).last().satisfies(line -> assertThat(line.en()).contains("db-03"));
    assertThat(refused(world.held.letThrough(INCIDENT, held.id(), held.hash(), AOI)).en())
        .contains("not held any more");
  }

  @Test
  void nobodyLetsTheirOwnTextThrough() {
    world.commander = Optional.of(YUMI);
    announcements.draft(INCIDENT, initial("db-03 を調べています"), YUMI);
    Announcement held = world.held.of(INCIDENT).orElseThrow();

    assertThat(refused(world.held.letThrough(INCIDENT, held.id(), held.hash(), YUMI)).en())
        .contains("your own text");
  }

  @Test
  void aHeldTextTakesNothingBackAndABetterOneTakesItsPlace() {
    Announcement good = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));
    announcements.draft(INCIDENT, initial("db-03 を調べています"), YUMI);
    assertThat(announcements.pending(INCIDENT)).contains(good);

    Announcement better = done(announcements.draft(INCIDENT, initial("調べています"), YUMI));

    assertThat(announcements.pending(INCIDENT)).contains(better);
    assertThat(world.held.of(INCIDENT)).isEmpty();
  }

  // ---- where data may be harmed (A34)

  @Test
  void aPrivacyOfficerReadsItBeforeTheCommanderApproves() {
    world.dataIsHarmed();
    Announcement draft = done(announcements.draft(INCIDENT, initial("調べています"), YUMI));
    assertThat(world.whispers).hasSize(1).allMatch(line -> line.startsWith("emma: A text"));

    assertThat(
            refused(
                    announcements.approve(
                        INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI))
                .en())
        .contains("a privacy officer reads it first");
    assertThat(readBy(AOI, draft)).isInstanceOf(org.honbu.incidents.Outcome.NotAllowed.class);
    assertThat(readBy(EMMA, draft)).isInstanceOf(org.honbu.incidents.Outcome.Done.class);
    done(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI));

    assertThat(announcements.publishApproved(INCIDENT).orElseThrow().privacyApprover())
        .contains(EMMA);
    assertThat(world.acts).containsExactly("refused aoi", "announcement-privacy emma");
  }

  @Test
  void whoReadItForPrivacyDoesNotApproveItToo() {
    world.dataIsHarmed();
    world.officers = List.of(AOI);
    world.deputy = Optional.of(SAKURA);
    Announcement draft = done(announcements.draft(INCIDENT, initial("調べています"), YUMI));
    readBy(AOI, draft);

    assertThat(
            refused(
                    announcements.approve(
                        INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI))
                .en())
        .contains("Somebody else");
    done(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), SAKURA));
  }

  @Test
  void anOfficerWhoWroteItDoesNotReadItAndTheOwnersAreAskedAtOnce() {
    world.dataIsHarmed();
    world.officers = List.of(YUMI);
    Announcement draft = done(announcements.draft(INCIDENT, initial("調べています"), YUMI));
    assertThat(world.whispers).singleElement().asString().startsWith("tomoko: No privacy officer");

    assertThat(readBy(YUMI, draft)).isInstanceOf(org.honbu.incidents.Outcome.NotAllowed.class);
    assertThatThrownBy(() -> readBy(TOMOKO, draft)).hasMessageContaining("reason");
    assertThat(world.privacy.approve(INCIDENT, key(draft), "担当者が本人なので", TOMOKO))
        .isInstanceOf(org.honbu.incidents.Outcome.Done.class);

    assertThat(world.acts).contains("privacy-instead tomoko", "refused yumi");
    done(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI));
  }

  @Test
  void whileAnOfficerIsWaitedForTheOwnersDoNotReadIt() {
    world.dataIsHarmed();
    Announcement draft = done(announcements.draft(INCIDENT, initial("調べています"), YUMI));

    assertThat(world.privacy.approve(INCIDENT, key(draft), "急ぎます", TOMOKO))
        .isInstanceOf(org.honbu.incidents.Outcome.NotAllowed.class);
  }

  private static String key(Announcement draft) {
    return "announcement-" + draft.number();
  }

  private org.honbu.incidents.Outcome readBy(PersonId reader, Announcement draft) {
    return world.privacy.approve(INCIDENT, key(draft), "", reader);
  }

  // ---- after the end

  @Test
  void afterTheEndTheLastAnnouncerCorrectsAndTheLastCommanderApproves() {
    approved(initial("カード決済が不安定です"));
    Announcement wrong = announcements.publishApproved(INCIDENT).orElseThrow();
    theRoomHasClosed();
    assertThat(announcements.mayDraft(INCIDENT, YUMI)).isTrue();
    assertThat(announcements.mayApprove(INCIDENT, AOI)).isTrue();
    assertThat(announcements.mayApprove(INCIDENT, DANIEL)).isFalse();

    Announcement correction = done(announcements.draft(INCIDENT, correcting(wrong), YUMI));
    assertThat(
            refused(
                announcements.approve(
                    INCIDENT, correction.id(), correction.hash(), Optional.empty(), DANIEL)))
        .extracting(Words::en)
        .asString()
        .contains("the last commander");
    done(
        announcements.approve(INCIDENT, correction.id(), correction.hash(), Optional.empty(), AOI));
  }

  @Test
  void afterTheEndAProcessOwnerApprovesWhereTheLastCommanderIsAway() {
    approved(initial("カード決済が不安定です"));
    Announcement wrong = announcements.publishApproved(INCIDENT).orElseThrow();
    theRoomHasClosed();
    assertThat(refused(announcements.draft(INCIDENT, correcting(wrong), TOMOKO)).en())
        .contains("Announce");
    Announcement correction = done(announcements.draft(INCIDENT, correcting(wrong), YUMI));

    done(announcements.sendBack(INCIDENT, correction.id(), SAKURA));
    Announcement again = done(announcements.draft(INCIDENT, correcting(wrong), AOI));
    assertThat(
            refused(
                    announcements.approve(
                        INCIDENT, again.id(), again.hash(), Optional.empty(), AOI))
                .en())
        .contains("your own");
    done(announcements.approve(INCIDENT, again.id(), again.hash(), Optional.empty(), TOMOKO));
  }

  private void theRoomHasClosed() {
    world.dataIs(Impact.DataSecurity.NONE, IncidentState.RESOLVED);
    world.former = new Duties.Former(Optional.of(AOI), Optional.of(SAKURA), Optional.of(YUMI));
    world.commander = Optional.empty();
    world.announcer = Optional.empty();
  }

  private static Draft correcting(Announcement wrong) {
    return new Draft(
        Phase.CORRECTION,
        new Words("訂正します。口座振替です", "Correction: it is bank transfer"),
        Optional.of(NOW.plus(Duration.ofMinutes(20))),
        Optional.of(wrong.id()));
  }

  // ---- what nobody has read

  @Test
  void nothingAboutDataGoesOutUnread() {
    world.dataIsHarmed();
    Draft prepared = world.proposals.first(INCIDENT, NOW.plus(Duration.ofMinutes(20)));
    announcements.draft(INCIDENT, prepared, YUMI);

    assertThat(announcements.releaseFirstText(INCIDENT)).isFalse();
  }

  // ---- corrections (TP-4c)

  @Test
  void aCorrectionNamesAPublishedMessage() {
    approved(initial("カード決済が不安定です"));
    Announcement wrong = announcements.publishApproved(INCIDENT).orElseThrow();
    Optional<Instant> next = Optional.of(NOW.plus(Duration.ofMinutes(20)));
    var words = new Words("訂正します", "We correct this");
    var ofNothing = new Draft(Phase.CORRECTION, words, next);
    var ofWhat = new Draft(Phase.CORRECTION, words, next, Optional.of(wrong.id()));
    var update = new Draft(Phase.UPDATE, words, next, Optional.of(wrong.id()));

    assertThat(refused(announcements.draft(INCIDENT, ofNothing, YUMI)).en())
        .contains("Choose the published message");
    assertThat(refused(announcements.draft(INCIDENT, update, YUMI)).en())
        .contains("Only a correction");
    assertThat(done(announcements.draft(INCIDENT, ofWhat, YUMI)).corrects()).contains(wrong.id());
  }

  // ---- for whom it is (DM-5)

  @Test
  void whatOnlyThoseInsideNoticeIsToldInsideAndNowhereElse() {
    world.audience = Audience.INSIDE;
    approved(initial("管理画面が使えません"));

    Announcement said = announcements.publishApproved(INCIDENT).orElseThrow();

    assertThat(said.audience()).isEqualTo(Audience.INSIDE);
    assertThat(world.posted).extracting(post -> post.channel()).containsExactly("#stakeholders");
    assertThat(world.facts)
        .as("nothing for the status page")
        .doesNotHaveAnyElementsOfTypes(AnnouncementPublished.class);
  }

  @Test
  void whatWasWrittenForInsideIsNotApprovedForUsers() {
    world.audience = Audience.INSIDE;
    Announcement inside = done(announcements.draft(INCIDENT, initial("管理画面が使えません"), YUMI));
    world.audience = Audience.USERS;

    Words no =
        refused(announcements.approve(INCIDENT, inside.id(), inside.hash(), Optional.empty(), AOI));
    Announcement anew = done(announcements.draft(INCIDENT, initial("管理画面が使えません"), YUMI));

    assertThat(no.en()).contains("Users, on the status page");
    assertThat(anew.hash()).isNotEqualTo(inside.hash());
    done(announcements.approve(INCIDENT, anew.id(), anew.hash(), Optional.empty(), AOI));
  }

  /** Two people have read it for those inside; that is where it goes. */
  @Test
  void whatWasApprovedForInsideStaysThereWhateverIsKnownSince() {
    world.audience = Audience.INSIDE;
    approved(initial("管理画面が使えません"));
    world.audience = Audience.USERS;

    announcements.publishApproved(INCIDENT);

    assertThat(world.posted).extracting(post -> post.channel()).containsExactly("#stakeholders");
  }

  /** What those inside were told is nothing that users could read corrected. */
  @Test
  void whatWasToldInsideIsNotCorrectedForUsers() {
    world.audience = Audience.INSIDE;
    approved(initial("管理画面が使えません"));
    Announcement inside = announcements.publishApproved(INCIDENT).orElseThrow();
    world.audience = Audience.USERS;

    var correction =
        new Draft(
            Phase.CORRECTION,
            new Words("訂正します", "We correct this"),
            Optional.of(NOW.plus(Duration.ofMinutes(20))),
            Optional.of(inside.id()));

    assertThat(refused(announcements.draft(INCIDENT, correction, YUMI)).en())
        .contains("Choose the published message");
  }

  /** Nobody has read it again since it turned out to be for others. */
  @Test
  void aFirstTextGoesUnapprovedToThoseOnlyForWhomItWasWritten() {
    done(announcements.draft(INCIDENT, prepared(), YUMI));
    world.audience = Audience.INSIDE;
    assertThat(announcements.releaseFirstText(INCIDENT)).isFalse();

    done(announcements.draft(INCIDENT, prepared(), YUMI));
    assertThat(announcements.releaseFirstText(INCIDENT)).isTrue();
  }

  /** Those inside know, and users do not. */
  @Test
  void usersGetTheirFirstTextUnapprovedWhateverWasToldInside() {
    world.audience = Audience.INSIDE;
    approved(initial("管理画面が使えません"));
    announcements.publishApproved(INCIDENT);
    world.audience = Audience.USERS;
    done(announcements.draft(INCIDENT, prepared(), YUMI));

    assertThat(announcements.releaseFirstText(INCIDENT)).isTrue();
  }

  /** Severity 3: the text is support's to pass on, unless whoever approves wants it public. */
  @Test
  void whoApprovesDecidesAboutTheStatusPageWhereTheTableLeavesIt() {
    world.audience = Audience.SUPPORT;
    world.statusPageIsAsked = true;
    Announcement text = done(announcements.draft(INCIDENT, initial("検索が遅くなっています"), YUMI));

    assertThat(refused(approves(text, Optional.empty())).en()).contains("Say whether it goes on");
    assertThat(refused(approves(text, Optional.of(Audience.INSIDE))).en())
        .contains("Say whether it goes on");
    Announcement approved = done(approves(text, Optional.of(Audience.USERS)));

    assertThat(approved.audience()).isEqualTo(Audience.USERS);
    assertThat(approved.hash()).as("approved for others").isNotEqualTo(text.hash());
    announcements.publishApproved(INCIDENT);
    assertThat(world.posted).extracting(Post::channel).contains("status-page");
    assertThat(world.facts).hasAtLeastOneElementOfType(AnnouncementPublished.class);
  }

  @Test
  void whatIsForSupportAloneIsOnNoStatusPage() {
    world.audience = Audience.SUPPORT;
    world.statusPageIsAsked = true;
    Announcement text = done(announcements.draft(INCIDENT, initial("検索が遅くなっています"), YUMI));
    assertThat(announcements.macro(INCIDENT)).as("nobody was told yet").isEmpty();
    done(approves(text, Optional.of(Audience.SUPPORT)));

    announcements.publishApproved(INCIDENT);

    assertThat(world.posted)
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.channel()).isEqualTo("#support");
              assertThat(post.text().ja()).startsWith("お問い合わせいただきありがとうございます。\n検索が遅くなっています");
            });
    assertThat(world.facts)
        .as("nothing for the status page")
        .doesNotHaveAnyElementsOfTypes(AnnouncementPublished.class);
    assertThat(announcements.macro(INCIDENT).orElseThrow().text().en())
        .startsWith("Thank you for contacting us.\nPayments are unstable");
  }

  @Test
  void nobodyElseChoosesForWhomATextIs() {
    Announcement text = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));

    assertThat(refused(approves(text, Optional.of(Audience.SUPPORT))).en())
        .contains("not to be chosen here");
    done(approves(text, Optional.of(Audience.USERS)));
  }

  /** The status page and support, at once; in the app somebody has to paste it. */
  @Test
  void supportGetsWhatUsersAreToldWhereTheTableSaysSo() {
    world.macro = true;
    world.inApp = true;
    approved(initial("決済が不安定です"));

    announcements.publishApproved(INCIDENT);

    assertThat(world.posted).extracting(Post::channel).containsExactly("status-page", "#support");
    assertThat(announcements.macro(INCIDENT).orElseThrow().inApp()).isTrue();
  }

  @Test
  void whatWasToldInsideIsNothingForSupportToPassOn() {
    world.audience = Audience.INSIDE;
    world.macro = true;
    approved(initial("管理画面が使えません"));
    announcements.publishApproved(INCIDENT);

    assertThat(announcements.macro(INCIDENT)).isEmpty();
  }

  /** The table decides who reads it first, not the kind of harm. */
  @Test
  void aPrivacyOfficerReadsItWhereverTheTableSaysSo() {
    world.secondReader = () -> true;
    Announcement text = done(announcements.draft(INCIDENT, initial("決済が不安定です"), YUMI));
    assertThat(refused(approves(text, Optional.empty())).en()).contains("a privacy officer");

    world.secondReader = () -> false;
    world.dataIsHarmed();
    done(approves(text, Optional.empty()));
  }

  private Outcome approves(Announcement text, Optional<Audience> chosen) {
    return announcements.approve(INCIDENT, text.id(), text.hash(), chosen, AOI);
  }

  private Draft prepared() {
    return world.proposals.first(INCIDENT, NOW.plus(Duration.ofMinutes(20)));
  }

  private void approved(Draft text) {
    Announcement draft = done(announcements.draft(INCIDENT, text, YUMI));
    done(announcements.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI));
  }

  private static Announcement done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).announcement();
  }

  private static Words refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why();
  }
}
