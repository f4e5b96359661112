package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandCandidate;
import org.honbu.incidents.CommandCandidates;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Standing;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.CommanderScore;
import org.honbu.people.Eligibility;
import org.jspecify.annotations.Nullable;

/**
 * Who could command next, on an incident's page: the panel while nobody holds command, and the
 * choice when command is handed over.
 */
@Named("candidates")
@RequestScoped
public class CandidatesPart {
  private final IncidentId incident;
  private final CommandCandidates candidates;
  private final Optional<CommandSeat> seat;
  private final PersonId reader;
  private final Names names;
  private CommandCandidates.@Nullable Candidates all;
  private @Nullable String advice;

  @Inject
  public CandidatesPart(
      HttpServletRequest request,
      CommandCandidates candidates,
      Command command,
      CurrentPerson reader,
      Names names) {
    this(incidentOf(request), candidates, command.seat(incidentOf(request)), reader.id(), names);
  }

  CandidatesPart(
      IncidentId incident,
      CommandCandidates candidates,
      Optional<CommandSeat> seat,
      PersonId reader,
      Names names) {
    this.incident = incident;
    this.candidates = candidates;
    this.seat = seat;
    this.reader = reader;
    this.names = names;
  }

  private static IncidentId incidentOf(HttpServletRequest request) {
    return new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
  }

  /** Whether the panel is there: somebody is wanted, and the reader may see who it could be. */
  public boolean isWanted() {
    return seat.map(CommandSeat::standing).filter(Standing.ACTING::equals).isPresent()
        && candidates.mayRead(incident, reader);
  }

  /** Those who come into question, who fits best first. */
  public List<Row> getEligible() {
    return rows(one -> one.eligibility().isEligible());
  }

  /** The others, each with the reason. */
  public List<Row> getOthers() {
    return rows(one -> !one.eligibility().isEligible());
  }

  /** What should count and Honbu does not know. */
  public List<String> getUnknown() {
    return all().unknown().stream().map(names::in).toList();
  }

  /** What the reader should heed when they command or are about to; empty when nothing. */
  public String getAdvice() {
    if (advice == null) {
      boolean concerned = commands(reader) || (isWanted() && couldTake(reader));
      advice = concerned ? candidates.advice(incident, reader).map(names::in).orElse("") : "";
    }
    return advice;
  }

  private boolean couldTake(PersonId person) {
    return all().people().stream().anyMatch(one -> one.person().equals(person) && one.mayTake());
  }

  /** Whom the commander may ask to take over, who fits best first. */
  public List<Row> getSuccessors() {
    return rows(one -> one.eligibility().isEligible() && !commands(one.person()));
  }

  /** Whom they may ask as well, though there is a reason not to. */
  public List<Row> getRatherNot() {
    return rows(one -> !one.eligibility().isEligible() && one.mayTake() && !commands(one.person()));
  }

  /** Whom the commander may ask to stand by as deputy, who fits best first. */
  public List<Face> getDeputies() {
    Set<PersonId> holder = seat.map(CommandSeat::holder).map(Set::of).orElseGet(Set::of);
    return all().next(holder).stream().map(names::face).toList();
  }

  private boolean commands(PersonId person) {
    return seat.map(CommandSeat::holder).filter(person::equals).isPresent();
  }

  private List<Row> rows(Predicate<CommandCandidate> which) {
    return all().people().stream().filter(which).map(this::row).toList();
  }

  private CommandCandidates.Candidates all() {
    if (all == null) {
      all = candidates.of(incident);
    }
    return all;
  }

  private Row row(CommandCandidate one) {
    return new Row(
        names.face(one.person()),
        one.person().equals(reader),
        one.eligibility().verdict() == Eligibility.Verdict.WITH_COACH,
        one.eligibility().reason() == Eligibility.Reason.QUALIFIED
            ? ""
            : names.in(one.eligibility().why()),
        plain(one.score().total()),
        one.score().parts().stream().map(this::term).toList());
  }

  private Term term(CommanderScore.Part part) {
    return new Term(
        names.in(part.term().label()),
        part.known() ? signed(part.points()) : "?",
        names.in(part.why()),
        style(part),
        part.points().abs(),
        Math.max(1, Math.abs(part.most())));
  }

  private static String style(CommanderScore.Part part) {
    return switch (part.points().signum()) {
      case 1 -> "gives";
      case -1 -> "takes";
      default -> "none";
    };
  }

  /** 75 or 35.4: digits as everywhere on the page. */
  private static String plain(BigDecimal points) {
    return new DecimalFormat("0.#;−0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(points);
  }

  private static String signed(BigDecimal points) {
    return points.signum() > 0 ? "+" + plain(points) : plain(points);
  }

  /**
   * A person of the list.
   *
   * @param you whether it is the reader
   * @param why why they come into question, or why not; empty for the role, which goes without
   *     saying
   * @param total the sum of the terms
   */
  public record Row(
      Face face, boolean you, boolean coached, String why, String total, List<Term> terms) {}

  /**
   * One term of the sum.
   *
   * @param points signed, “?” when what it asks is not known
   * @param style {@code gives}, {@code takes} or {@code none}
   * @param size how long its bar is, of {@code most}
   */
  public record Term(
      String label, String points, String why, String style, BigDecimal size, int most) {}
}
