package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Severity;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Page;
import org.honbu.notifications.Post;
import org.honbu.people.People;
import org.honbu.workflow.TaskHandler.Step;

/** Speaks in the channels and calls people; repeating a step says nothing twice. */
@ApplicationScoped
class Voice {
  /** TM05: what a called person is given before somebody else would be. */
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

  private final Notifications notifications;
  private final People people;
  private final Clock clock;

  @Inject
  Voice(Notifications notifications, People people, Clock clock) {
    this.notifications = notifications;
    this.people = people;
    this.clock = clock;
  }

  /** A line for everybody who watches alerts. */
  void alert(IncidentView view, Step step, Words text) {
    say(view, step, view.kind() == Kind.DRILL ? "#drill-alert" : "#alert", text);
  }

  /** A line for the war room. */
  void room(IncidentView view, Step step, Words text) {
    say(view, step, view.kind() == Kind.DRILL ? "#drill-war-room" : "#war_room", text);
  }

  /** As above, once for each matter that is named so. */
  void room(IncidentView view, String matter, Words text) {
    post(view, view.kind() == Kind.DRILL ? "#drill-war-room" : "#war_room", matter, text);
  }

  /** A line for one channel; a step that comes again later may say it again. */
  void say(IncidentView view, Step step, String channel, Words text) {
    String key =
        step.elementId() + ":" + step.runId() + ":" + clock.instant().getEpochSecond() / 60;
    post(view, channel, key, text);
  }

  private void post(IncidentView view, String channel, String key, Words text) {
    notifications.post(
        new Post(view.kind(), view.id(), severity(view), channel, key, headed(view, text)));
  }

  private static Words headed(IncidentView view, Words text) {
    String head = "[" + view.id() + "] ";
    return new Words(head + text.ja(), head + text.en());
  }

  /** Calls all of them at once; whoever answers has the incident. */
  void call(IncidentView view, Step step, Words level, Collection<PersonId> called) {
    call(view, step.runId() + ":" + step.elementId(), level, called);
  }

  /** As above, once for each run that is named so. */
  void call(IncidentView view, String run, Words level, Collection<PersonId> called) {
    var matter =
        new Page.Matter(view.id(), severity(view), view.what(), Optional.empty(), view.component());
    for (PersonId person : called) {
      List<PersonId> others = called.stream().filter(other -> !other.equals(person)).toList();
      var call =
          new Page.Call(
              run, 1, level, clock.instant().plus(ANSWER_WITHIN), Optional.empty(), others);
      notifications.page(new Page(view.kind(), matter, person, call));
    }
  }

  Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  static int severity(IncidentView view) {
    return view.severity().map(Severity::level).orElse(1);
  }
}
