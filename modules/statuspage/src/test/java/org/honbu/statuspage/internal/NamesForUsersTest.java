package org.honbu.statuspage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.statuspage.internal.Shop.INCIDENT;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.Component.Function;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.statuspage.ShownComponent;
import org.honbu.statuspage.StatusPage.Outcome;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamesForUsersTest {
  private static final PersonId TAKUMI = new PersonId("takumi");
  private static final PersonId MISAKI = new PersonId("misaki");

  private final Shop shop = new Shop();
  private final NamesForUsers names =
      new NamesForUsers(
          shop.store, Strict.fake(People.class, new Staff()), shop.ids, shop.outbox, shop.clock);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void processOwnerGivesAComponentANameAndTheCopyFollows() {
    assertThat(shows(TAKUMI, "mail-sender", "お知らせメール", 0)).isInstanceOf(Outcome.Done.class);

    assertThat(shop.served("index.ja.html")).contains("お知らせメール");
    assertThat(shop.facts).hasOnlyElementsOfType(StatusPageChanged.class).hasSize(1);
    assertThat(shop.board().components().get(0).name().ja()).as("its place").isEqualTo("お知らせメール");
  }

  @Test
  void nobodyElseDecidesWhatUsersSee() {
    assertThat(shows(MISAKI, "mail-sender", "お知らせメール", 3)).satisfies(is("HB-6501"));
    assertThat(shop.tables.in(() -> names.hide("payment-api", MISAKI))).satisfies(is("HB-6501"));
    assertThat(shop.board().components()).hasSize(2);
  }

  @Test
  void whatIsInternalOrUnknownOrWithoutANameIsRefused() {
    assertThat(shows(TAKUMI, "nothing", "名前", 1)).satisfies(is("HB-6502"));
    assertThat(shows(TAKUMI, "admin-console", "管理", 1)).satisfies(is("HB-6503"));
    assertThat(shows(TAKUMI, "mail-sender", " ", 1)).satisfies(is("HB-6504"));
    assertThat(shows(TAKUMI, "mail-sender", "名".repeat(81), 1)).satisfies(is("HB-6504"));
    assertThat(shows(TAKUMI, "mail-sender", "名前", 1000)).satisfies(is("HB-6504"));
    assertThat(shop.board().components()).hasSize(2);
  }

  @Test
  void hiddenComponentTakesItsNameWithIt() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "調査しています", "Investigating");

    assertThat(shop.tables.in(() -> names.hide("payment-api", TAKUMI)))
        .isInstanceOf(Outcome.Done.class);

    assertThat(shop.served("index.ja.html")).contains("一部のサービスがご利用しづらい状況です").doesNotContain("決済");
    assertThat(shop.tables.in(() -> names.pathOf(INCIDENT)))
        .contains("/status/incidents/" + shop.only().id());
  }

  private Outcome shows(PersonId by, String component, String name, int place) {
    return shop.tables.in(
        () -> names.show(new ShownComponent(component, new Words(name, name), place), by));
  }

  private static org.assertj.core.api.ThrowingConsumer<Outcome> is(String code) {
    return outcome -> assertThat(((Outcome.Refused) outcome).problem().code()).isEqualTo(code);
  }

  static final class Staff {
    private static final Map<String, Function> CATALOGUE =
        Map.of(
            "payment-api",
            Function.CORE,
            "mail-sender",
            Function.MINOR,
            "admin-console",
            Function.INTERNAL);

    Set<Role> rolesOf(PersonId person) {
      return person.equals(TAKUMI) ? Set.of(Role.PROCESS_OWNER) : Set.of(Role.RESPONDER);
    }

    Optional<Component> component(String id) {
      return Optional.ofNullable(CATALOGUE.get(id))
          .map(does -> new Component(id, does, new TeamId("platform"), Optional.empty()));
    }
  }
}
