package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.warroom.SpanOfControl;
import org.honbu.warroom.SpanOfControl.Level;
import org.honbu.warroom.SpanOfControl.Proposal;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/**
 * A step of {@code CommandCare}, and looked at whenever work moves: a commander to whom too many
 * people report is told, and they alone; once a term for each level (A22).
 */
@ApplicationScoped
class LookAtSpan implements TaskHandler {
  private final Command command;
  private final Span span;
  private final Speaker speaker;

  @Inject
  LookAtSpan(Command command, Span span, Speaker speaker) {
    this.command = command;
    this.span = span;
    this.speaker = speaker;
  }

  @Override
  public String name() {
    return "lookAtSpan";
  }

  @Override
  public Facts perform(Step step) {
    look(new IncidentId(step.subject()));
    return Facts.none();
  }

  void look(IncidentId incident) {
    Optional<CommandSeat> seat = command.seat(incident);
    SpanOfControl now = span.of(incident);
    if (seat.isPresent() && now.level() != Level.FINE) {
      speaker.whisper(
          incident,
          seat.get().holder(),
          "span:" + now.level() + ":" + seat.get().epoch(),
          now.level() == Level.WIDE
              ? new Words(
                  "直属が {0} 人です。5 人を超えると目が届きにくくなります",
                  "{0} people report to you directly. Beyond 5 it gets hard to keep everybody in"
                      + " sight")
              : new Words(
                  "直属が {0} 人です。話題に分けて、リードを立てませんか。{1}",
                  "{0} people report to you directly. Would you split off topics with leads? {1}"),
          Speaker.same(String.valueOf(now.reports())),
          proposals(now));
    }
  }

  private Words proposals(SpanOfControl span) {
    return span.proposals().stream()
        .map(this::proposal)
        .reduce(
            new Words("", ""), (all, one) -> new Words(all.ja() + one.ja(), all.en() + one.en()));
  }

  private Words proposal(Proposal proposal) {
    Words lead = speaker.name(proposal.lead());
    return new Words("「{0}」→ {1} さん。", "“{0}” → {2}. ")
        .with(proposal.question(), lead.ja(), lead.en());
  }
}
