package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.Test;

/** What the page of whoever is outside a private incident hears. */
class LiveOutsideTest {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  private static final PersonId OSKAR = new PersonId("oskar");

  private final Set<Object> inside = new HashSet<>();
  private IncidentView incident = PrivatePageTest.view(Standing.ACTING);
  private final LiveOutside outside =
      new LiveOutside(
          proxy(IncidentBoard.class, "find", values -> Optional.of(incident)),
          proxy(Privacy.class, "mayRead", values -> inside.contains(values[1])));

  @Test
  void whoeverIsLetInHearsIt() {
    Glance before = outside.look(INCIDENT, OSKAR);

    inside.add(OSKAR);

    assertThat(outside.look(INCIDENT, OSKAR).since(before)).isEqualTo(News.WHOLE);
  }

  @Test
  void nobodyHearsThatSomebodyElseWasLetIn() {
    Glance before = outside.look(INCIDENT, OSKAR);

    inside.add(new PersonId("emma"));

    assertThat(outside.look(INCIDENT, OSKAR).since(before).isNone()).isTrue();
  }

  @Test
  void whatTheirPageSaysIsTold() {
    Glance before = outside.look(INCIDENT, OSKAR);

    incident = PrivatePageTest.view(Standing.HELD);

    assertThat(outside.look(INCIDENT, OSKAR).since(before)).isEqualTo(News.WHOLE);
  }

  /**
   * What happens there, and how much, is of the timeline: whoever looks from outside asks it not.
   */
  private static <T> T proxy(
      Class<T> type, String only, java.util.function.Function<Object[], Object> answer) {
    InvocationHandler answers =
        (any, asked, values) -> {
          assertThat(asked.getName()).as("all that may be asked").isEqualTo(only);
          return answer.apply(values);
        };
    return type.cast(
        Proxy.newProxyInstance(
            LiveOutsideTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
