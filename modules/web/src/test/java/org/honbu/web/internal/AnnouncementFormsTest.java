package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Announcing;
import org.honbu.announcements.ExecutiveSummaries;
import org.honbu.announcements.PrivacyReading;
import org.honbu.announcements.UserFeedback;
import org.honbu.announcements.UserFeedback.Voices;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/**
 * Forms around announcements call their façades with what was written, and say what became of it.
 */
class AnnouncementFormsTest {
  private static final PersonId AOI = new PersonId("aoi");
  private static final Words NO = new Words("だめです", "No");

  private final Hand hand = new Hand();
  private final AnnouncementForms forms =
      new AnnouncementForms(hand.messages(), hand, hand, hand, hand);

  @Test
  void announcingIsGivenToSomebodyByName() {
    assertThat(send("announcer-assign", Map.of("announcer", "yumi")))
        .isInstanceOf(Act.Answer.Done.class);
    assertThat(send("announcer-assign", Map.of("announcer", "emma")))
        .isEqualTo(Act.Answer.refused(NO));
    assertThat(send("announcer-assign", Map.of())).isInstanceOf(Act.Answer.Refused.class);

    assertThat(hand.done).containsExactly("assign yumi by aoi", "assign emma by aoi");
  }

  @Test
  void theCommanderLetsThroughExactlyWhatTheyRead() {
    UUID text = UUID.randomUUID();

    Act.Answer answer =
        send("announcement-let-through", Map.of("subject", text.toString(), "hash", "abc"));

    assertThat(answer).isEqualTo(Act.Answer.refused(NO));
    assertThat(hand.done).containsExactly("let " + text + " abc by aoi");
  }

  @Test
  void whoeverReadsForPrivacyNamesTheTextAndWhyThey() {
    assertThat(send("announcement-privacy", Map.of("subject", "summary-1", "reason", "不在")))
        .isInstanceOf(Act.Answer.Done.class);
    assertThat(send("announcement-privacy", Map.of("subject", "announcement-3")))
        .isEqualTo(Act.Answer.refused(NO));

    assertThat(hand.done)
        .containsExactly("read summary-1 because 不在 by aoi", "read announcement-3 because  by aoi");
  }

  @Test
  void whoeverReadsForPrivacySendsATextBackWithAReason() {
    assertThat(
            send(
                "announcement-privacy-back",
                Map.of("subject", "announcement-3", "reason", "件数を書かない")))
        .isInstanceOf(Act.Answer.Done.class);
    assertThat(send("announcement-privacy-back", Map.of("subject", "announcement-3")))
        .isEqualTo(Act.Answer.refused(NO));

    assertThat(hand.done)
        .containsExactly(
            "back announcement-3 because 件数を書かない by aoi", "back announcement-3 because  by aoi");
  }

  @Test
  void numbersAndTextsAreSentAsWritten() {
    send(
        "users-heard",
        Map.of("newReports", "7", "distinctCustomers", "5", "mostAskedQuestion", "いつ直る？"));
    send("stakeholders-tell", Map.of("text", "状態：調査中"));
    send("announcement-rhythm", Map.of("minutes", "60"));

    assertThat(hand.done)
        .containsExactly(new Voices(7, 5, "", "いつ直る？").toString(), "tell 状態：調査中", "lengthen PT1H");
  }

  private Act.Answer send(String act, Map<String, String> fields) {
    return forms.acts().stream()
        .filter(one -> one.name().equals(act))
        .findFirst()
        .orElseThrow()
        .deed()
        .apply(new Act.Form(AOI, Optional.of("INC-2026-0001"), new LinkedHashMap<>(fields)));
  }

  /** What was asked of the façades. */
  private static final class Hand
      implements Announcing, UserFeedback, ExecutiveSummaries, PrivacyReading {
    private final List<String> done = new ArrayList<>();

    @Override
    public TakeOutcome assign(IncidentId incident, PersonId announcer, PersonId by) {
      done.add("assign " + announcer + " by " + by);
      return announcer.value().equals("yumi")
          ? new TakeOutcome.Taken(Instant.EPOCH)
          : new TakeOutcome.NotAllowed(NO);
    }

    @Override
    public List<Candidate> candidates(IncidentId incident) {
      throw new AssertionError("forms only send");
    }

    @Override
    public Outcome lengthen(IncidentId incident, Duration within, PersonId by) {
      done.add("lengthen " + within);
      return Outcome.done();
    }

    @Override
    public Outcome hear(IncidentId incident, Voices heard, PersonId by) {
      done.add(heard.toString());
      return Outcome.done();
    }

    @Override
    public Outcome tell(IncidentId incident, String text, PersonId by) {
      done.add("tell " + text);
      return Outcome.done();
    }

    @Override
    public boolean owesTheFirst(IncidentId incident) {
      throw new AssertionError("forms only send");
    }

    @Override
    public Pace pace(IncidentId incident) {
      throw new AssertionError("forms only send");
    }

    @Override
    public List<Heard> heard(IncidentId incident) {
      throw new AssertionError("forms only send");
    }

    @Override
    public int customersSince(IncidentId incident, Instant since) {
      throw new AssertionError("forms only send");
    }

    @Override
    public Optional<Instant> askedSince(IncidentId incident) {
      throw new AssertionError("forms only send");
    }

    @Override
    public List<Waiting> waiting(IncidentId incident, PersonId reader) {
      return List.of();
    }

    @Override
    public Outcome approve(IncidentId incident, String key, String reason, PersonId by) {
      done.add("read " + key + " because " + reason + " by " + by);
      return reason.isEmpty() ? new Outcome.NotAllowed(NO) : Outcome.done();
    }

    @Override
    public Outcome sendBack(IncidentId incident, String key, String reason, PersonId by) {
      done.add("back " + key + " because " + reason + " by " + by);
      return reason.isEmpty() ? new Outcome.NotAllowed(NO) : Outcome.done();
    }

    @Override
    public List<Summary> told(IncidentId incident) {
      throw new AssertionError("forms only send");
    }

    /** Of the messages themselves, this form lets one through and does nothing else. */
    Announcements messages() {
      return (Announcements)
          Proxy.newProxyInstance(
              Announcements.class.getClassLoader(),
              new Class<?>[] {Announcements.class},
              (self, method, sent) -> {
                if (!method.getName().equals("letThrough")) {
                  throw new AssertionError("not asked here: " + method);
                }
                done.add("let " + sent[1] + " " + sent[2] + " by " + sent[3]);
                return new Announcements.Outcome.Refused(NO);
              });
    }
  }
}
