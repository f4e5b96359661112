package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.ShareOutcome;
import org.honbu.warroom.SharedLink;
import org.honbu.warroom.SharedLinks;
import org.junit.jupiter.api.Test;

class SharingFormsTest {
  private static final PersonId AOI = new PersonId("aoi");
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  private static final UUID LINK = new UUID(1, 2);
  private static final Words WHY = new Words("だれならできるか", "Who can");

  private final Asked links = new Asked();

  @Test
  void oneTapMakesALinkForADay() {
    Act.Answer answer = press("share", Map.of());

    assertThat(links.asked).containsExactly("make INC-2026-0001 PT24H aoi");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Act.Answer.Done.class, done -> assertThat(done.said().en()).contains("24 hours"));
  }

  @Test
  void oneTapStopsIt() {
    assertThat(press("unshare", Map.of("subject", LINK.toString())))
        .isInstanceOf(Act.Answer.Done.class);

    assertThat(links.asked).containsExactly("revoke INC-2026-0001 " + LINK + " aoi");
  }

  @Test
  void aRefusalSaysWhoCan() {
    links.outcome = new ShareOutcome.NotAllowed(WHY);
    assertThat(press("share", Map.of())).isEqualTo(Act.Answer.refused(WHY));

    links.outcome = new ShareOutcome.NotNow(WHY);
    assertThat(press("share", Map.of())).isEqualTo(Act.Answer.refused(WHY));
  }

  @Test
  void nothingIsStoppedThatWasNotNamed() {
    assertThat(press("unshare", Map.of())).isInstanceOf(Act.Answer.Refused.class);
    assertThat(press("unshare", Map.of("subject", "all"))).isInstanceOf(Act.Answer.Refused.class);

    assertThat(links.asked).isEmpty();
  }

  private Act.Answer press(String name, Map<String, String> fields) {
    return new SharingForms(links)
        .acts().stream()
            .filter(act -> act.name().equals(name))
            .findFirst()
            .orElseThrow()
            .deed()
            .apply(new Act.Form(AOI, Optional.of(INCIDENT.value()), fields));
  }

  private static final class Asked implements SharedLinks {
    private final List<String> asked = new ArrayList<>();
    private ShareOutcome outcome =
        new ShareOutcome.Shared(
            new SharedLink(
                LINK,
                INCIDENT,
                URI.create("https://honbu.example.org/s/x"),
                AOI,
                Instant.EPOCH,
                Instant.EPOCH,
                0));

    @Override
    public ShareOutcome make(IncidentId incident, Duration lives, PersonId by) {
      asked.add("make " + incident + " " + lives + " " + by.value());
      return outcome;
    }

    @Override
    public Outcome revoke(IncidentId incident, UUID link, PersonId by) {
      asked.add("revoke " + incident + " " + link + " " + by.value());
      return Outcome.done();
    }

    @Override
    public boolean mayShare(IncidentId incident, PersonId person) {
      throw new UnsupportedOperationException("the façade decides");
    }

    @Override
    public List<SharedLink> of(IncidentId incident) {
      throw new UnsupportedOperationException("an act shows nothing");
    }

    @Override
    public Look look(String token) {
      throw new UnsupportedOperationException("an act opens nothing");
    }

    @Override
    public void opened(String token) {
      throw new UnsupportedOperationException("an act opens nothing");
    }
  }
}
