package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;
import org.honbu.incidents.ActivityHeard;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.WorkKind;

/**
 * Somebody changes what runs while a commander leads, and nobody had given them that work: the
 * commander hears of it, and only they (A25). Work was given to somebody from when they accepted to
 * operate until they reported.
 */
@ApplicationScoped
class TellsOfUnassignedWork implements FactHandler<ActivityHeard> {
  private final IncidentBoard board;
  private final Activities activities;
  private final Assignments assignments;
  private final Voice voice;
  private final Whisper whisper;

  @Inject
  TellsOfUnassignedWork(
      IncidentBoard board,
      Activities activities,
      Assignments assignments,
      Voice voice,
      Whisper whisper) {
    this.board = board;
    this.activities = activities;
    this.assignments = assignments;
    this.voice = voice;
    this.whisper = whisper;
  }

  @Override
  public String name() {
    return "response.tells-of-unassigned-work";
  }

  @Override
  public Class<ActivityHeard> fact() {
    return ActivityHeard.class;
  }

  @Override
  public void on(ActivityHeard heard) {
    IncidentView view = board.view(heard.incident());
    Optional<PersonId> commander = view.seat().map(CommandSeat::holder);
    Optional<Activity> work =
        activities
            .find(heard.activity())
            .filter(activity -> activity.work().changesWhatRuns())
            .filter(activity -> !activity.person().equals(commander))
            .filter(activity -> !isGiven(activity, heard.incident()));
    if (commander.isPresent() && work.isPresent()) {
      whisper.once(commander.get(), view, "work:" + heard.activity(), words(work.get()));
    }
  }

  private boolean isGiven(Activity activity, IncidentId incident) {
    return activity.person().isPresent()
        && assignments.of(incident).stream()
            .filter(work -> activity.person().equals(Optional.of(work.owner())))
            .filter(work -> work.kind() == WorkKind.OPERATE)
            .anyMatch(work -> lets(work, activity));
  }

  private static boolean lets(Assignment work, Activity activity) {
    return switch (work.state()) {
      case ACCEPTED -> true;
      case REPORTED, DONE ->
          work.report().filter(report -> !activity.at().isAfter(report.at())).isPresent();
      case PROPOSED, DECLINED, CANCELLED -> false;
    };
  }

  private Words words(Activity activity) {
    Words who =
        activity
            .person()
            .map(voice::name)
            .map(name -> new Words(name.ja() + " さん", name.en()))
            .orElseGet(() -> new Words(activity.who(), activity.who()));
    Words what = activity.work().label();
    String where = activity.component().orElse("—");
    return new Words(
            "{0}：{2}（{4}）。頼んだ仕事でなければ、声をかけて一緒に決めてください",
            "{1}: {3} ({4}). If this is no work you gave, have a word and decide together")
        .with(who.ja(), who.en(), what.ja(), what.en(), where);
  }
}
