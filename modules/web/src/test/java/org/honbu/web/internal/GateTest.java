package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.workflow.Directory;
import org.junit.jupiter.api.Test;

class GateTest {
  private final Directory directory =
      new SmallDirectory(Map.of("emma", Set.of("employee"), "kaoru", Set.of("employee", "admin")));

  @Test
  void aStrangerMayReadTheStartPageAndAnswerByLink() {
    assertThat(refusal(Sent.get("/"))).isEmpty();
    assertThat(refusal(Sent.get("/a/some-signed-token"))).isEmpty();
    assertThat(refusal(Sent.get("/s/some-signed-token"))).isEmpty();
    assertThat(refusal(Sent.get("/ready"))).isEmpty();
  }

  @Test
  void aStrangerGetsNothingElse() {
    assertThat(refusal(Sent.get("/api/v1/incidents"))).contains(CurrentPerson.NOT_SIGNED_IN);
    assertThat(refusal(Sent.get("/incidents"))).contains(CurrentPerson.NOT_SIGNED_IN);
    assertThat(refusal(Sent.get("/secrets"))).contains(CurrentPerson.NOT_SIGNED_IN);
  }

  @Test
  void monitoringBringsItsOwnKey() {
    assertThat(refusal(Sent.post("/api/v1/alerts/prometheus"))).isEmpty();
    assertThat(refusal(Sent.post("/api/v1/activity"))).isEmpty();
    assertThat(refusal(Sent.post("/api/v1/slack/commands"))).isEmpty();
    assertThat(refusal(Sent.post("/api/v1/activity/more"))).isNotEmpty();
    assertThat(refusal(Sent.post("/api/v1/changes"))).isEmpty();
    assertThat(refusal(Sent.post("/api/v1/changes/more"))).isNotEmpty();
  }

  @Test
  void signedInWithoutARoleIsNotEnough() {
    assertThat(refusal(Sent.get("/incidents").by("noel"))).contains(WebProblems.NO_ROLE);
    assertThat(refusal(Sent.get("/api/v1/incidents").by("noel"))).contains(WebProblems.NO_ROLE);
  }

  @Test
  void anEmployeeSeesTheBoardButNotTheAdministration() {
    assertThat(refusal(Sent.get("/incidents").by("emma"))).isEmpty();
    assertThat(refusal(Sent.get("/incidents/INC-2026-0001").by("emma"))).isEmpty();
    assertThat(refusal(Sent.get("/admin/integrations").by("emma")))
        .contains(WebProblems.NOT_YOUR_PAGE);
    assertThat(refusal(Sent.get("/admin/integrations").by("kaoru"))).isEmpty();
  }

  private Optional<Problem> refusal(Sent sent) {
    return Gate.refusal(sent.request(), directory);
  }

  private record SmallDirectory(Map<String, Set<String>> roles) implements Directory {
    @Override
    public Optional<Entry> find(PersonId person) {
      return Optional.ofNullable(roles.get(person.value()))
          .map(groups -> new Entry(person, "", "", "", groups));
    }

    @Override
    public List<Entry> everybody() {
      throw new AssertionError("the gate asks for one person only");
    }
  }
}
