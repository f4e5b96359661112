package org.honbu.warroom.internal.card;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.Activity;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.CatchUpCard;
import org.honbu.warroom.Way;

/** What REST callers see of the card; public only because JSON-B has to read it. */
public final class CardDocument {
  private CardDocument() {}

  /** A person, with the name in the reader's language. */
  public record Who(String id, String name) {}

  /** A piece of work. */
  public record Piece(
      int number, String outcome, Who owner, String state, Optional<Instant> until) {}

  /** What was decided last. */
  public record Plan(
      String decision,
      String whatFirst,
      String whereToLook,
      String howToRespond,
      Optional<String> planB,
      Instant at,
      Instant reviewAt) {}

  /** What the room was told last. */
  public record Told(String conditions, String actions, String needs, Instant at) {}

  /** A change to what runs. */
  public record Change(String work, Instant at, Optional<String> link) {}

  /** A line of the timeline that the reader has not seen. */
  public record Missed(Instant at, String type, String words) {}

  /** A line of the card. */
  public record Line(String about, String label, String text) {}

  /**
   * Something the reader may do.
   *
   * @param act of the incident's page, when it takes one tap
   * @param place on that page otherwise
   */
  public record MayDo(String way, String words, Optional<String> act, Optional<String> place) {}

  /** The whole card. */
  public record Card(
      String incident,
      String url,
      Kind kind,
      String what,
      String state,
      String stateLabel,
      Optional<Integer> severity,
      String impact,
      Instant since,
      Optional<Who> commander,
      boolean acting,
      Optional<Who> deputy,
      Optional<Who> announcer,
      List<Who> onCall,
      Optional<Plan> plan,
      List<Piece> excluded,
      List<String> ruledOut,
      List<Piece> openWork,
      List<String> topics,
      Optional<Told> lastUpdate,
      Optional<Instant> nextUpdateAt,
      Optional<Instant> usersToldAt,
      Optional<Instant> nextAnnouncementAt,
      List<Change> changes,
      boolean arriving,
      Optional<Instant> lastLook,
      List<Missed> missed,
      List<Line> lines,
      List<MayDo> ways) {}

  /** Writes documents for one reader. */
  static final class Writer {
    private static final int MISSED = 50;
    private final People people;
    private final Locale reader;

    Writer(People people, Locale reader) {
      this.people = people;
      this.reader = reader;
    }

    Card card(CatchUpCard card) {
      IncidentView incident = card.incident();
      return new Card(
          incident.id().value(),
          "/incidents/" + incident.id(),
          incident.kind(),
          incident.what(),
          incident.state().name(),
          incident.state().label().in(reader),
          incident.severity().map(Severity::level),
          CardWords.impact(incident.impact()).in(reader),
          card.since(),
          incident.seat().map(CommandSeat::holder).map(this::who),
          incident.seat().map(CommandSeat::standing).filter(Standing.ACTING::equals).isPresent(),
          incident.deputy().map(this::who),
          incident.announcer().map(this::who),
          card.onCall().stream().map(this::who).toList(),
          card.decision()
              .map(
                  plan ->
                      new Plan(
                          plan.decision(),
                          plan.whatFirst(),
                          plan.whereToLook(),
                          plan.howToRespond(),
                          plan.planB(),
                          plan.at(),
                          plan.reviewAt())),
          card.excluded().stream().map(this::piece).toList(),
          card.ruledOut().stream().map(topic -> topic.question() + ": " + topic.answer()).toList(),
          card.openWork().stream().map(this::piece).toList(),
          card.topics().stream().map(topic -> topic.name() + ": " + topic.question()).toList(),
          card.lastUpdate()
              .map(told -> new Told(told.conditions(), told.actions(), told.needs(), told.at())),
          card.promises().room(),
          card.promises().toldUsers(),
          card.promises().users(),
          card.changes().stream().map(CardDocument::change).toList(),
          card.visit().arriving(),
          card.visit().before(),
          card.visit().missed().stream()
              .limit(MISSED)
              .map(entry -> new Missed(entry.at(), entry.type(), entry.words().in(reader)))
              .toList(),
          card.lines().stream()
              .map(
                  line ->
                      new Line(
                          line.about().name(),
                          line.about().label().in(reader),
                          line.text().in(reader)))
              .toList(),
          card.ways().stream().map(this::mayDo).toList());
    }

    Who who(PersonId person) {
      return new Who(person.value(), people.name(person, reader));
    }

    private Piece piece(Assignment work) {
      return new Piece(
          work.number(), work.outcome(), who(work.owner()), work.state().name(), work.endsAt());
    }

    private MayDo mayDo(Way way) {
      return new MayDo(way.name(), way.words().in(reader), way.act(), way.place());
    }
  }

  private static Change change(Activity change) {
    return new Change(change.work().name(), change.at(), change.link());
  }
}
