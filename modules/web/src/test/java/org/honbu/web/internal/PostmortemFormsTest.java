package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionItems;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Postmortems;
import org.honbu.learning.Section;
import org.honbu.learning.WriteOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody wrote is never lost, whatever becomes of it. */
class PostmortemFormsTest {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0123");
  private static final Words BETWEEN = new Words("先に保存されました", "Somebody saved first");

  private final Map<String, Object> session = new HashMap<>();
  private final KeptTexts kept = new KeptTexts(fake(HttpServletRequest.class, this::request));
  private WriteOutcome outcome = new WriteOutcome.Written(review());
  private boolean fails;
  private int edition;

  @Test
  void whatIsSavedIsNotKept() {
    Act.Answer answer = write();

    assertThat(answer).isInstanceOf(Act.Answer.Done.class);
    assertThat(edition).isEqualTo(3);
    assertThat(kept.take(INCIDENT)).isEmpty();
  }

  @Test
  void whatComesTooLateIsShownOnTheNextPageOnce() {
    outcome = new WriteOutcome.Outdated(review(), BETWEEN);

    assertThat(write()).isEqualTo(new Act.Answer.Refused(BETWEEN));
    assertThat(kept.take(INCIDENT)).containsExactly(Map.entry(Section.SUMMARY, "私の文章"));
    assertThat(kept.take(INCIDENT)).isEmpty();
  }

  @Test
  void whatFailsIsKeptAsWell() {
    fails = true;

    assertThatThrownBy(this::write).isInstanceOf(IllegalStateException.class);
    assertThat(kept.take(INCIDENT)).hasSize(1);
  }

  private Act.Answer write() {
    var forms =
        new PostmortemForms(
            fake(Postmortems.class, this::reviews),
            fake(
                ActionItems.class,
                (method, given) -> {
                  throw new UnsupportedOperationException(method);
                }),
            kept);
    var form =
        new Act.Form(
            new PersonId("misaki"),
            Optional.of(INCIDENT.value()),
            Map.of("act", "pm-write", "edition", "3", "text-SUMMARY", "私の文章"));
    return forms.acts().stream()
        .filter(act -> act.name().equals("pm-write"))
        .findFirst()
        .orElseThrow()
        .deed()
        .apply(form);
  }

  private static Postmortem review() {
    return new Postmortem(
        INCIDENT,
        Postmortem.Form.FULL,
        Postmortem.State.DRAFT,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Map.of(),
        4,
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private @Nullable Object reviews(String method, List<Object> given) {
    if (!method.equals("write")) {
      throw new UnsupportedOperationException(method);
    }
    edition = (int) given.get(1);
    if (fails) {
      throw new IllegalStateException("the database is away");
    }
    return outcome;
  }

  private @Nullable Object request(String method, List<Object> given) {
    if (!method.equals("getSession")) {
      throw new UnsupportedOperationException(method);
    }
    return fake(HttpSession.class, this::remembered);
  }

  private @Nullable Object remembered(String method, List<Object> given) {
    return switch (method) {
      case "setAttribute" -> session.put((String) given.get(0), given.get(1));
      case "getAttribute" -> session.get(given.get(0));
      case "removeAttribute" -> session.remove(given.get(0));
      default -> throw new UnsupportedOperationException(method);
    };
  }

  /** What the hand does not speak of fails. */
  private static <T> T fake(Class<T> port, Hand hand) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, given) ->
                hand.does(method.getName(), given == null ? List.of() : Arrays.asList(given))));
  }

  /** Answers a call. */
  @FunctionalInterface
  private interface Hand {
    @Nullable Object does(String method, List<Object> given);
  }
}
