package org.honbu.context.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.honbu.context.internal.Shop.EMMA;
import static org.honbu.context.internal.Shop.ITSUKI;
import static org.honbu.context.internal.Shop.MISAKI;
import static org.honbu.context.internal.Shop.NOW_BROKEN;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.honbu.context.Change;
import org.honbu.context.ContextPack;
import org.honbu.context.ContextPack.Neighbour;
import org.honbu.context.ContextPack.OnCall;
import org.honbu.context.ContextPack.RecentChange;
import org.honbu.context.ContextPack.SimilarIncident;
import org.honbu.context.Knowledge.Outcome;
import org.honbu.context.Likeness;
import org.honbu.context.Missing;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.ProblemException;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.ContactPoint.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeTest {
  private final Shop shop = new Shop();

  @Test
  void oneNeighbourMoreIsNotOneQuestionMore() {
    shop.pack();
    int withFew = shop.questions;
    for (int i = 0; i < 40; i++) {
      shop.put(
          Shop.component("shop-" + i, Shop.PAYMENTS, "https://runbooks.example/x", "payment-api"));
    }
    shop.questions = 0;

    assertThat(shop.pack().neededBy()).hasSizeGreaterThan(39);

    assertThat(shop.questions).isEqualTo(withFew);
  }

  @Test
  void ownerRunbookAndNeighboursComeFromTheCatalogue() {
    shop.open.put("postgres", new IncidentId("INC-2026-0008"));

    ContextPack pack = shop.pack();

    assertThat(pack.owner()).isEqualTo(Shop.PAYMENTS);
    assertThat(pack.runbook()).contains(URI.create("https://runbooks.example/payment-api"));
    assertThat(pack.needs())
        .containsExactly(
            new Neighbour(
                "postgres",
                Optional.of(Shop.PLATFORM),
                Optional.of(new IncidentId("INC-2026-0008"))));
    assertThat(pack.neededBy())
        .containsExactly(new Neighbour("checkout", Optional.of(Shop.PAYMENTS), Optional.empty()));
  }

  @Test
  void aPrivateIncidentIsNeitherANeighboursNorAnythingToCompareWithForWhoIsOutside() {
    IncidentId past =
        shop.before("決済 API が応答しません", "payment-api", Duration.ofDays(3), "identified");
    IncidentId open = new IncidentId("INC-2026-0008");
    shop.open.put("postgres", open);
    assertThat(shop.pack().similar()).extracting(SimilarIncident::id).containsExactly(past);

    shop.hidden.add(past);
    shop.hidden.add(open);

    assertThat(shop.pack().similar()).isEmpty();
    assertThat(shop.pack().needs()).extracting(Neighbour::broken).containsExactly(Optional.empty());
  }

  @Test
  void whoIsOnCallIsOneTapAwayTelephoneFirst() {
    List<OnCall> onCall = shop.pack().onCall();

    assertThat(onCall).extracting(OnCall::person).containsExactly(MISAKI, ITSUKI);
    assertThat(onCall.get(0).ways())
        .extracting(ContactPoint::channel)
        .containsExactly(Channel.PHONE, Channel.EMAIL);
  }

  @Test
  void onlookersAndDrillsLearnNoAddresses() {
    assertThat(shop.knowledge.of(NOW_BROKEN, EMMA).onCall())
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.ways()).isEmpty());

    shop.kind = Kind.DRILL;
    assertThat(shop.pack().onCall()).hasSize(2).allSatisfy(one -> assertThat(one.ways()).isEmpty());
  }

  @Test
  void itsOwnChangesGoFirstAndTheLastBeforeItBrokeIsMarked() {
    Change days = shop.changed("payment-api", Duration.ofHours(25));
    Change morning = shop.changed("payment-api", Duration.ofHours(9));
    Change justBefore = shop.changed("payment-api", Duration.ofMinutes(12));
    Change after = shop.changed("payment-api", Duration.ofMinutes(-20));
    Change beneath = shop.changed("postgres", Duration.ofMinutes(1));
    shop.changed("checkout", Duration.ofMinutes(1));

    List<RecentChange> changes = shop.pack().changes();

    assertThat(changes)
        .extracting(RecentChange::change)
        .containsExactly(after, justBefore, morning, beneath)
        .doesNotContain(days);
    assertThat(changes.stream().filter(RecentChange::lastBefore).map(RecentChange::change))
        .containsExactly(justBefore);
    assertThat(changes.get(3).itself()).isFalse();
  }

  @Test
  void whenItWasNotChangedItselfTheLastChangeBeneathItIsMarked() {
    Change beneath = shop.changed("postgres", Duration.ofMinutes(1));
    shop.changed("payment-api", Duration.ofMinutes(-1));

    assertThat(
            shop.pack().changes().stream()
                .filter(RecentChange::lastBefore)
                .map(RecentChange::change))
        .containsExactly(beneath);
  }

  @Test
  void whatPeopleDoToTheRealThingIsNoNewsInADrill() {
    shop.changed("payment-api", Duration.ofMinutes(12));
    shop.kind = Kind.DRILL;

    assertThat(shop.pack().changes()).isEmpty();
    assertThat(shop.pack().missing()).doesNotContain(Missing.CHANGES);
  }

  @Test
  void threeThatAreMostAlikeAreToldWithWhyAndWhatHelped() {
    shop.cried(NOW_BROKEN, "alertname=PaymentApiDown, severity=critical");
    IncidentId mail = shop.before("メールが届きません", "mail-sender", Duration.ofDays(2));
    IncidentId old = shop.before("決済 API が応答しません", "payment-api", Duration.ofDays(200), "resolved");
    IncidentId twin =
        shop.before(
            "決済 API が応答しません / Payment API does not answer",
            "payment-api",
            Duration.ofDays(30),
            "identified",
            "mitigated",
            "resolved");
    shop.cried(twin, "alertname=PaymentApiDown, severity=critical");
    IncidentId other = shop.before("返金できません", "payment-api", Duration.ofDays(300));
    shop.before("請求書の金額が違います", "payment-api", Duration.ofDays(360));

    List<SimilarIncident> similar = shop.pack().similar();

    assertThat(similar)
        .extracting(SimilarIncident::id)
        .containsExactly(twin, old, other)
        .doesNotContain(mail);
    assertThat(similar.get(0).likeness())
        .extracting(ContextPack.Term::reason)
        .containsExactly(
            Likeness.COMPONENT,
            Likeness.ALERT,
            Likeness.WORDING,
            Likeness.LABELS,
            Likeness.RECENCY);
    assertThat(similar.get(0).points()).isEqualTo(99);
    assertThat(similar.get(0).cause().map(TimelineEntry::type)).contains("identified");
    assertThat(similar.get(0).remedy().map(TimelineEntry::type)).contains("mitigated");
    assertThat(similar.get(1).remedy().map(TimelineEntry::type)).contains("resolved");
    assertThat(similar.get(2).remedy()).isEmpty();
  }

  @Test
  void aFullRoomDoesNotAskThePastAtEveryTurn() {
    IncidentId twin = shop.before("決済 API が応答しません", "payment-api", Duration.ofDays(30));
    assertThat(shop.pack().similar()).hasSize(1);

    shop.before("決済 API が応答しません", "payment-api", Duration.ofDays(20));
    assertThat(shop.pack().similar()).extracting(SimilarIncident::id).containsExactly(twin);

    shop.component = Optional.of("checkout");
    assertThat(shop.pack().similar()).as("another question").hasSize(2);
  }

  @Test
  void whatNobodyWroteDownIsSaidWithTheFix() {
    shop.onCall.clear();
    shop.catalogue.put(
        "payment-api",
        new Component("payment-api", Component.Function.CORE, Shop.PAYMENTS, Optional.empty()));

    assertThat(shop.pack().missing())
        .containsExactly(Missing.RUNBOOK, Missing.DEPENDENCIES, Missing.ON_CALL, Missing.CHANGES);

    shop.catalogue.clear();
    assertThat(shop.pack().missing()).contains(Missing.CATALOGUE);
    assertThat(shop.pack().owner()).as("the team that has it").isEqualTo(Shop.PAYMENTS);

    shop.component = Optional.empty();
    assertThat(shop.pack().missing()).containsExactly(Missing.COMPONENT, Missing.ON_CALL);
  }

  @Test
  void whoeverMissesTheRunbookAddsItAndTheTimelineSaysSo() {
    shop.catalogue.put(
        "payment-api",
        new Component("payment-api", Component.Function.CORE, Shop.PAYMENTS, Optional.empty()));

    assertThat(add(EMMA)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(add(MISAKI)).isInstanceOf(Outcome.Done.class);
    assertThat(add(ITSUKI)).isInstanceOf(Outcome.NotNow.class);

    assertThat(shop.notes).containsExactly("refused", "runbook-added", "refused");
    assertThat(shop.pack().runbook()).contains(URI.create("https://wiki.example/pay"));
    shop.catalogue.clear();
    assertThat(add(MISAKI)).isInstanceOf(Outcome.NotNow.class);
  }

  private Outcome add(org.honbu.kernel.PersonId by) {
    return shop.knowledge.addRunbook(NOW_BROKEN, " https://wiki.example/pay ", by);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wiki", "javascript:alert(1)", "https://", "https://a b"})
  void aRunbookIsAnAddressOfTheWeb(String url) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> shop.knowledge.addRunbook(NOW_BROKEN, url, MISAKI));

    assertThat(refused.problem().code()).isEqualTo("HB-8501");
    assertThat(refused.field()).contains("url");
    assertThat(shop.notes).isEmpty();
  }
}
