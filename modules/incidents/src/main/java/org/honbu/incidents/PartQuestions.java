package org.honbu.incidents;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * What a module asks its own tables to know who {@link TakesPart}: each question selects incidents
 * out of {@code ?1} in which the person {@code ?2} has a part. One query for each, however many
 * incidents there are.
 */
public final class PartQuestions {
  private final List<String> questions;

  /**
   * Questions to one module's unit.
   *
   * @param questions in the words of its entities
   */
  public PartQuestions(String... questions) {
    this.questions = List.of(questions);
  }

  /** Joins the caller's transaction. */
  public Set<IncidentId> ask(EntityManager unit, Set<IncidentId> incidents, PersonId person) {
    List<String> asked = incidents.stream().map(IncidentId::value).toList();
    return questions.stream()
        .flatMap(
            question ->
                unit.createQuery(question, String.class)
                    .setParameter(1, asked)
                    .setParameter(2, person.value())
                    .getResultStream())
        .map(IncidentId::new)
        .collect(Collectors.toSet());
  }
}
