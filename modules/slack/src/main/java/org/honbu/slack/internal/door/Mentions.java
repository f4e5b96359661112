package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.warroom.FocusShield;

/**
 * What becomes of a mention in a room’s channel (DOMAIN 2.6, T16): whoever mentions somebody who
 * works within an accepted time box hears, alone, who answers for them. What the commander or the
 * lead of their topic says reaches them from Honbu as well. Of everybody else nothing is said.
 *
 * <p>That Slack itself shows a mention to whom it names is Slack’s doing and theirs.
 */
@ApplicationScoped
class Mentions {
  /** As much as the shield passes on. */
  private static final int LONGEST = 500;

  private final FocusShield shield;
  private final Reading reading;
  private final People people;

  @Inject
  Mentions(FocusShield shield, Reading reading, People people) {
    this.shield = shield;
    this.reading = reading;
    this.people = people;
  }

  /**
   * Does what is to be done. Joins the caller’s transaction.
   *
   * @return what whoever spoke is to hear; empty when nobody they mentioned is shielded from them
   */
  Optional<Words> answer(Asked asked) {
    Optional<IncidentId> room =
        reading.room(asked).filter(any -> people.hasRole(asked.by(), Role.EMPLOYEE));
    return room.flatMap(incident -> answer(incident, asked));
  }

  private Optional<Words> answer(IncidentId incident, Asked asked) {
    Set<PersonId> mentioned = new LinkedHashSet<>(asked.mentioned().values());
    mentioned.remove(asked.by());
    mentioned.retainAll(shield.over(incident).keySet());
    List<Words> answers = new ArrayList<>();
    for (PersonId focused : mentioned) {
      FocusShield.Answer answer = shield.ask(incident, focused, words(asked), asked.by());
      if (answer instanceof FocusShield.Answer.AskInstead instead) {
        answers.add(instead.words());
      }
    }
    return answers.stream()
        .reduce((all, one) -> new Words(all.ja() + "\n" + one.ja(), all.en() + "\n" + one.en()));
  }

  private static String words(Asked asked) {
    String whole = Reading.named(asked);
    return whole.length() > LONGEST ? whole.substring(0, LONGEST - 1) + "…" : whole;
  }
}
