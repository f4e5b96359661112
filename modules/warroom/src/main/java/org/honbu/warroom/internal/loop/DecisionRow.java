package org.honbu.warroom.internal.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.honbu.warroom.Decide;
import org.honbu.warroom.Decision;

/** What the commander decided. */
@Entity
@Table(name = "decision")
class DecisionRow extends Row {
  @Column(updatable = false)
  private String decision;

  @Column(name = "what_first", updatable = false)
  private String whatFirst;

  @Column(name = "where_to_look", updatable = false)
  private String whereToLook;

  @Column(name = "how_to_respond", updatable = false)
  private String howToRespond;

  @Column(updatable = false)
  private String options;

  @Column(updatable = false)
  private String risk;

  @Column(updatable = false)
  private String objections;

  @Column(name = "plan_b", updatable = false)
  private String planB;

  @Column(name = "review_at", updatable = false)
  private Instant reviewAt;

  protected DecisionRow() {}

  DecisionRow(Head head, Decide said, Instant reviewAt) {
    super(head);
    this.decision = said.decision();
    this.whatFirst = said.whatFirst();
    this.whereToLook = said.whereToLook();
    this.howToRespond = said.howToRespond();
    this.options = said.weighing().options();
    this.risk = said.weighing().risk();
    this.objections = said.weighing().strongObjections();
    this.planB = said.weighing().planB();
    this.reviewAt = reviewAt;
  }

  Decision view() {
    return new Decision(
        number(),
        decision,
        whatFirst,
        whereToLook,
        howToRespond,
        Optional.of(planB).filter(plan -> !plan.isEmpty()),
        person(),
        at(),
        reviewAt);
  }

  /** Whether it is these words, whenever they are to be looked at again. */
  boolean says(Decide said) {
    return decision.equals(said.decision())
        && whatFirst.equals(said.whatFirst())
        && whereToLook.equals(said.whereToLook())
        && howToRespond.equals(said.howToRespond())
        && weighing().equals(said.weighing());
  }

  Decide.Weighing weighing() {
    return new Decide.Weighing(options, risk, objections, planB);
  }
}
