package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.NamesUsersKnow;
import org.honbu.incidents.Care;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

@ApplicationScoped
class IncidentDuties implements Duties {
  private static final Actor ANNOUNCEMENTS = Actor.honbu("announcements");
  private static final Words TOLD_INSIDE =
      new Words("社内に知らせました。利用者には出していません", "The organisation was told, and users were not");

  private static final Words TOLD_SUPPORT =
      new Words(
          "サポートに定型文を渡しました。ステータスページには出していません",
          "Customer support has the text to pass on, and the status page does not");

  private final IncidentBoard board;
  private final Incidents incidents;
  private final Command command;
  private final Care care;
  private final NamesUsersKnow names;

  @Inject
  IncidentDuties(
      IncidentBoard board, Incidents incidents, Command command, Care care, NamesUsersKnow names) {
    this.board = board;
    this.incidents = incidents;
    this.command = command;
    this.care = care;
    this.names = names;
  }

  @Override
  public Situation locked(IncidentId incident) {
    command.lockSeat(incident);
    return now(incident);
  }

  @Override
  public Situation now(IncidentId incident) {
    IncidentView view = board.view(incident);
    return new Situation(
        view.kind(),
        view.severity().map(severity -> severity.level()).orElse(1),
        view.component().map(this::asUsersKnowIt),
        view.times().startedAt().orElse(view.times().declaredAt()),
        view.seat().map(CommandSeat::holder),
        view.deputy(),
        view.announcer(),
        new Former(
            last(view, DutyKind.COMMANDER),
            last(view, DutyKind.DEPUTY),
            last(view, DutyKind.ANNOUNCER)),
        new Course(
            view.state(),
            view.impact(),
            view.times(),
            view.triaged()
                .filter(triaged -> triaged.answer() == Triage.Answer.FALSE_ALARM)
                .isPresent()));
  }

  private Words asUsersKnowIt(String component) {
    return names.of(component).orElseGet(() -> new Words(component, component));
  }

  private static Optional<PersonId> last(IncidentView view, DutyKind kind) {
    return view.duties().stream()
        .filter(duty -> duty.kind() == kind)
        .max(Comparator.comparing(Duty::from))
        .map(Duty::person);
  }

  @Override
  public boolean usersMayNotice(IncidentId incident) {
    return switch (board.view(incident).visibility()) {
      case CUSTOMER_VISIBLE, UNKNOWN -> true;
      case INTERNAL -> false;
    };
  }

  @Override
  public void published(Announcement announcement) {
    switch (announcement.audience()) {
      case USERS ->
          incidents.published(
              announcement.incident(), phase(announcement), Actor.person(announcement.author()));
      case SUPPORT ->
          note(
              announcement.incident(), "published-to-support", TOLD_SUPPORT, announcement.author());
      case INSIDE ->
          note(announcement.incident(), "published-inside", TOLD_INSIDE, announcement.author());
    }
  }

  @Override
  public void commanded(IncidentId incident, PersonId by) {
    care.commanded(incident, by);
  }

  @Override
  public void note(IncidentId incident, String type, Words words) {
    incidents.note(incident, type, words, ANNOUNCEMENTS);
  }

  @Override
  public void note(IncidentId incident, String type, Words words, PersonId by) {
    incidents.note(incident, type, words, Actor.person(by));
  }

  /** Status-page words for what was said; a correction says nothing new about where it stands. */
  private PublicPhase phase(Announcement said) {
    return switch (said.phase()) {
      case INITIAL, RECURRED -> PublicPhase.INVESTIGATING;
      case UPDATE ->
          board.view(said.incident()).state() == IncidentState.IDENTIFIED
              ? PublicPhase.IDENTIFIED
              : PublicPhase.INVESTIGATING;
      case MITIGATED -> PublicPhase.MONITORING;
      case RESOLVED, NO_IMPACT -> PublicPhase.RESOLVED;
      case CORRECTION -> board.view(said.incident()).publicPhase();
    };
  }
}
