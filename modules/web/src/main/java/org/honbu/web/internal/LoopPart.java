package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Decide;
import org.honbu.warroom.Decision;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.Round;
import org.honbu.warroom.Round.Step;
import org.honbu.warroom.StatusUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The part of an incident's page that shows where the commander's loop stands, what was decided and
 * what the room was told; for the commander, the next move with one button.
 */
@Named("loop")
@RequestScoped
public class LoopPart {
  private static final int UPDATES = 5;

  private final Optional<Round> round;
  private final List<String> objectives;
  private final Optional<Decision> decision;
  private final List<StatusUpdate> updates;
  private final boolean yours;
  private final boolean deputy;
  private final Names names;
  private final Texts texts;
  private final Clock clock;

  @Inject
  public LoopPart(
      HttpServletRequest request,
      IncidentBoard incidents,
      CommandLoop loop,
      CurrentPerson reader,
      Names names,
      Texts texts,
      Clock clock) {
    this(
        incidents.view(new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)))),
        loop,
        reader.id(),
        names,
        texts,
        clock);
  }

  LoopPart(
      IncidentView incident,
      CommandLoop loop,
      PersonId reader,
      Names names,
      Texts texts,
      Clock clock) {
    Optional<PersonId> commander = incident.seat().map(CommandSeat::holder);
    this.round = loop.round(incident.id());
    this.objectives = loop.objectives(incident.id());
    this.decision = loop.decision(incident.id());
    this.updates = loop.updates(incident.id());
    this.yours = commander.filter(reader::equals).isPresent();
    this.deputy = commander.isPresent() && incident.deputy().filter(reader::equals).isPresent();
    this.names = names;
    this.texts = texts;
    this.clock = clock;
  }

  /** Whether the commander leads people through rounds now. */
  public boolean isOn() {
    return round.isPresent();
  }

  /** Whether the reader commands. */
  public boolean isYours() {
    return yours;
  }

  /** Whether the reader may tell the room. */
  public boolean isMayTell() {
    return yours || deputy;
  }

  /** The five steps, in their order. */
  public List<StepLook> getSteps() {
    return round.map(Round::step).stream()
        .flatMap(now -> Arrays.stream(Step.values()).map(step -> look(step, now)))
        .toList();
  }

  private StepLook look(Step step, Step now) {
    boolean done = step.compareTo(now) < 0;
    return new StepLook(
        names.in(step.label()),
        done ? "check" : icon(step),
        done ? "done" : step == now ? "now" : "",
        step == now ? "step" : null);
  }

  private static String icon(Step step) {
    return switch (step) {
      case ASSESS -> "search";
      case DECIDE -> "list-checks";
      case ASSIGN -> "users";
      case UPDATE -> "activity";
      case REVIEW -> "target";
    };
  }

  /** What to do next, in a sentence; empty while there are no rounds. */
  public String getNextMove() {
    return round.map(now -> texts.of("loop.next.", now.step())).orElse("");
  }

  /** What the button beside it says. */
  public String getNextDo() {
    return round.map(now -> texts.of("loop.do.", now.step())).orElse("");
  }

  /** The dialog that the button opens; empty when the next move is somebody else's. */
  public String getNextDialog() {
    return round
        .map(Round::step)
        .filter(step -> yours || (deputy && step == Step.UPDATE))
        .map(
            step ->
                switch (step) {
                  case ASSESS -> "ask-assess";
                  case DECIDE -> "ask-decide";
                  case ASSIGN -> "ask-work";
                  case UPDATE -> "ask-update";
                  case REVIEW -> "ask-review";
                })
        .orElse("");
  }

  /** Whether the reader may say that nobody is to do anything yet, and why. */
  public boolean isMayWait() {
    return yours && round.filter(now -> now.step() == Step.ASSIGN).isPresent();
  }

  /** At most three, most important first. */
  public List<Aim> getObjectives() {
    List<Aim> aims = new ArrayList<>();
    objectives.forEach(aim -> aims.add(new Aim(aims.size() + 1, aim)));
    return aims;
  }

  /** Three places to write objectives into, the present ones in them. */
  public List<String> getAims() {
    List<String> places = new ArrayList<>(objectives);
    while (places.size() < 3) {
      places.add("");
    }
    return places;
  }

  /** What was decided last; null while nothing is. */
  public @Nullable Choice getDecision() {
    return decision.map(this::choice).orElse(null);
  }

  /** The last decision, to be changed; blank while nothing is decided. */
  public Choice getBefore() {
    return decision
        .map(this::choice)
        .orElseGet(() -> new Choice(clock.instant(), "", "", "", "", "", clock.instant(), ""));
  }

  private Choice choice(Decision now) {
    return new Choice(
        now.at(),
        now.decision(),
        now.whatFirst(),
        now.whereToLook(),
        now.howToRespond(),
        now.planB().orElse(""),
        now.reviewAt(),
        round.flatMap(Round::weighing).map(Decide.Weighing::strongObjections).orElse(""));
  }

  /** Why nobody is given work for it; empty when that is not so. */
  public String getWaitsFor() {
    return round.flatMap(Round::waitsFor).orElse("");
  }

  /** What was seen last, to be changed; nothing while nothing was. */
  public AssessSituation getSeen() {
    return round
        .flatMap(Round::assessment)
        .orElse(new AssessSituation("", "", AssessSituation.Trend.UNKNOWN, "", ""));
  }

  /** What the room was told, newest first. */
  public List<Told> getUpdates() {
    return updates.stream().limit(UPDATES).map(this::told).toList();
  }

  private Told told(StatusUpdate update) {
    return new Told(
        update.at(), names.of(update.by()), update.conditions(), update.actions(), update.needs());
  }

  /** When the room hears again; null while nobody waits. */
  public @Nullable Instant getNextUpdate() {
    return round.map(Round::nextUpdate).orElse(null);
  }

  public boolean isLate() {
    return round.map(Round::nextUpdate).filter(due -> due.isBefore(clock.instant())).isPresent();
  }

  /** In how many minutes it may hear again. */
  public List<Long> getIntervals() {
    long most = round.map(now -> now.updateWithin().toMinutes()).orElse(20L);
    return Stream.of(10L, 15L, 20L, 30L, 60L, most)
        .filter(minutes -> minutes <= most)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  public List<Option> getTrends() {
    return Arrays.stream(AssessSituation.Trend.values())
        .map(trend -> new Option(trend.name(), names.in(trend.label())))
        .toList();
  }

  public List<Option> getEffects() {
    return Arrays.stream(ReviewEffect.Effect.values())
        .map(effect -> new Option(effect.name(), names.in(effect.label())))
        .toList();
  }

  public List<Option> getNexts() {
    return Arrays.stream(ReviewEffect.Next.values())
        .map(next -> new Option(next.name(), names.in(next.label())))
        .toList();
  }

  /**
   * A step of the loop.
   *
   * @param style {@code done}, {@code now} or nothing
   * @param current {@code step} for the one it is at, for whoever listens to the page
   */
  public record StepLook(String label, String icon, String style, @Nullable String current) {}

  /** An objective. */
  public record Aim(int number, String text) {}

  /** A decision. */
  public record Choice(
      Instant at,
      String text,
      String first,
      String where,
      String how,
      String planB,
      Instant reviewAt,
      String objections) {}

  /** What the room was told. */
  public record Told(Instant at, String by, String conditions, String actions, String needs) {}

  /** One of several. */
  public record Option(String name, String label) {}
}
