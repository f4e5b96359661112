package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.honbu.alerts.Alerts;
import org.honbu.alerts.Integration;
import org.honbu.outbox.Outbox;
import org.honbu.people.DirectoryState;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.workflow.Diagrams;
import org.honbu.workflow.StalledSteps;

/** What operators and process owners look after. */
@Named("admin")
@RequestScoped
public class Administration {
  private final StalledSteps stalledSteps;
  private final Outbox outbox;
  private final Alerts alerts;
  private final People people;
  private final Diagrams diagrams;
  private final Names names;
  private final Texts texts;
  private final Me me;

  @Inject
  public Administration(
      StalledSteps stalledSteps,
      Outbox outbox,
      Alerts alerts,
      People people,
      Diagrams diagrams,
      Names names,
      Texts texts,
      Me me) {
    this.stalledSteps = stalledSteps;
    this.outbox = outbox;
    this.alerts = alerts;
    this.people = people;
    this.diagrams = diagrams;
    this.names = names;
    this.texts = texts;
    this.me = me;
  }

  /** The sentence that is true now. */
  public String getSentence() {
    int count = getStalledCount();
    return count == 0 ? texts.say("admin.all-runs") : texts.say("admin.stands-still", count);
  }

  public int getStalledCount() {
    return stalledSteps.all().size() + outbox.stuck().size();
  }

  public List<StalledSteps.StalledStep> getStalled() {
    return stalledSteps.all();
  }

  public List<Outbox.Stuck> getStuck() {
    return outbox.stuck();
  }

  public List<Integration> getIntegrations() {
    return alerts.integrations();
  }

  public List<Unread> getDeadLetters() {
    return alerts.deadLetters().stream()
        .map(
            letter ->
                new Unread(
                    letter.id().toString(),
                    letter.integration(),
                    names.in(letter.reason()),
                    letter.lastAt(),
                    letter.times()))
        .toList();
  }

  public List<Diagrams.Ref> getDiagrams() {
    return diagrams.newest();
  }

  public String getDirectory() {
    DirectoryState state = people.directory();
    if (state instanceof DirectoryState.Fresh fresh) {
      return texts.say("directory.fresh", texts.clock(fresh.loadedAt()));
    }
    return state instanceof DirectoryState.Stale stale
        ? texts.say("directory.stale", texts.clock(stale.loadedAt()), stale.why())
        : texts.say("directory.blind", ((DirectoryState.Blind) state).why());
  }

  public List<Colleague> getPeople() {
    return people.everybody().stream().map(this::colleague).toList();
  }

  private Colleague colleague(Person person) {
    return new Colleague(
        Face.of(person, me.getLocale()),
        people.rolesOf(person.id()).stream()
            .sorted()
            .map(role -> texts.of("role.", role.group()))
            .toList(),
        people.teamsOf(person.id()).stream()
            .sorted()
            .map(names::of)
            .collect(Collectors.joining("・")));
  }

  /** A notice nobody could read. */
  public record Unread(String id, String integration, String reason, Instant at, long times) {}

  /** Somebody in the directory. */
  public record Colleague(Face face, List<String> roles, String teams) {}
}
