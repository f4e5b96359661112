package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.TopicWish;
import org.honbu.warroom.Topics;
import org.junit.jupiter.api.Test;

class TopicFormsTest {
  private static final PersonId AOI = new PersonId("aoi");
  private static final String TOPIC = "018f0000-0000-7000-8000-000000000001";

  private final List<Object> asked = new ArrayList<>();
  private Outcome outcome = Outcome.done();
  private final TopicForms forms =
      new TopicForms(
          (Topics)
              Proxy.newProxyInstance(
                  TopicFormsTest.class.getClassLoader(),
                  new Class<?>[] {Topics.class},
                  (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    asked.addAll(Arrays.asList(arguments));
                    return outcome;
                  }));

  @Test
  void whoIsTickedGoesAlong() {
    Act.Answer answer =
        press(
            "topic-split",
            Map.of(
                "question", "why?", "lead", "ken", "member.yumi", "yes", "member.itsuki", "yes"));

    assertThat(answer).isInstanceOf(Act.Answer.Done.class);
    assertThat(asked)
        .contains(
            "split",
            new TopicWish(
                "why?",
                new PersonId("ken"),
                List.of(new PersonId("itsuki"), new PersonId("yumi"))));
  }

  @Test
  void whatIsMissingOrGoneIsRefusedInWords() {
    assertThat(press("topic-split", Map.of("question", "why?")))
        .isInstanceOf(Act.Answer.Refused.class);
    assertThat(press("topic-close", Map.of("subject", TOPIC, "result", "WON")))
        .isInstanceOf(Act.Answer.Refused.class);
    assertThat(press("topic-join", Map.of("subject", "Alpha")))
        .isInstanceOf(Act.Answer.Refused.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void aRefusalOfTheRoomIsShown() {
    outcome = new Outcome.NotAllowed(new Words("だめです", "No"));

    assertThat(press("topic-floor", Map.of("subject", TOPIC)))
        .isEqualTo(new Act.Answer.Refused(new Words("だめです", "No")));
  }

  private Act.Answer press(String name, Map<String, String> fields) {
    Act act =
        forms.acts().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return act.deed().apply(new Act.Form(AOI, Optional.of("INC-2026-0001"), fields));
  }
}
