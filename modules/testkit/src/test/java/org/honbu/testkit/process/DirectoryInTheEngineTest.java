package org.honbu.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and groups as Tasklist asks the engine for them. */
class DirectoryInTheEngineTest {
  private final EngineHarness engine = EngineHarness.ofTexts(DutyDiagram.files()).start();
  private final IdentityService identity = engine.engine().getIdentityService();

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void eachNameIsInTheOrderOfItsOwner() {
    assertThat(shown("misaki")).isEqualTo("佐藤 美咲");
    assertThat(shown("grace")).isEqualTo("Grace Miller");
  }

  @Test
  void noAddressIsTold() {
    assertThat(identity.createUserQuery().list()).isNotEmpty().allMatch(u -> u.getEmail() == null);
  }

  @Test
  void groupsAreThoseOfThisMoment() {
    assertThat(groups("riku")).contains("team:search", "commander-trainee");

    engine.people().take("riku", "commander-trainee");

    assertThat(groups("riku")).contains("team:search").doesNotContain("commander-trainee");
    assertThat(identity.createUserQuery().memberOfGroup("team:search").list())
        .extracting(User::getId)
        .containsExactly("riku", "sho");
  }

  @Test
  void strangersAndOddNamesAreNobody() {
    assertThat(identity.createUserQuery().userId("noel").singleResult()).isNull();
    assertThat(identity.createUserQuery().userId("../etc/passwd").singleResult()).isNull();
    assertThat(identity.createUserQuery().userFirstNameLike("%美咲%").count()).isEqualTo(1);
  }

  @Test
  void nobodyHasAPasswordAndNothingCanBeWritten() {
    assertThat(identity.isReadOnly()).isTrue();
    assertThat(identity.checkPassword("misaki", "honbu")).isFalse();
  }

  private String shown(String login) {
    User user = identity.createUserQuery().userId(login).singleResult();
    return (user.getFirstName() + " " + user.getLastName()).strip();
  }

  private java.util.List<String> groups(String login) {
    return identity.createGroupQuery().groupMember(login).list().stream()
        .map(Group::getId)
        .toList();
  }
}
