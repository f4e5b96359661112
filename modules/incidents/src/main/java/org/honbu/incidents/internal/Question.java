package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What the commander of that epoch was asked, and what became of it. */
@Entity
@Table(name = "care_question")
class Question {

  /** What became of it. */
  enum Answer {
    PASS,
    DELEGATE,
    GO_ON,
    /** An acting commander was told, not asked. */
    WARNED,
    /** Nobody answered in time. */
    UNANSWERED,
    /** Its task was lost; it is put again. */
    LOST
  }

  @Id private UUID id;
  private String incident;
  private int epoch;

  @Enumerated(EnumType.STRING)
  private CareQuestion.Why why;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable Answer answer;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "handed_to")
  private @Nullable PersonId handedTo;

  private @Nullable String said;

  /** For Hibernate. */
  Question() {}

  Question(UUID id, Seat seat, CareQuestion.Why why, Instant now) {
    this.id = id;
    this.incident = seat.incident().value();
    this.epoch = seat.epoch();
    this.why = why;
    this.askedAt = now;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  int epoch() {
    return epoch;
  }

  CareQuestion.Why why() {
    return why;
  }

  Instant askedAt() {
    return askedAt;
  }

  boolean isOpen() {
    return answer == null;
  }

  boolean isAnswered(Answer as) {
    return answer == as;
  }

  /** From when on they are left in peace for a while: their answer, else the question. */
  Instant settledAt() {
    return answeredAt == null ? askedAt : answeredAt;
  }

  void answered(CareAnswer said, Instant now) {
    answeredAt = now;
    if (said instanceof CareAnswer.Pass pass) {
      answer = Answer.PASS;
      handedTo = pass.to();
      this.said = pass.reason();
    } else if (said instanceof CareAnswer.Delegate delegate) {
      answer = Answer.DELEGATE;
      handedTo = delegate.to();
      this.said = delegate.work();
    } else {
      answer = Answer.GO_ON;
      this.said = ((CareAnswer.GoOn) said).reason();
    }
  }

  /** They asked others to take over, at another door. */
  void passed(Instant now) {
    answeredAt = now;
    answer = Answer.PASS;
  }

  boolean isSettledByThem() {
    return answeredAt != null;
  }

  /** Ends it without an answer of theirs. */
  void ended(Answer how) {
    answer = how;
  }

  /** What they said here; empty while open, when it ended without them, or at another door. */
  Optional<CareAnswer> said() {
    if (answer == null) {
      return Optional.empty();
    }
    String words = said == null ? "" : said;
    return switch (answer) {
      case PASS -> Optional.ofNullable(handedTo).map(to -> new CareAnswer.Pass(to, words));
      case DELEGATE -> Optional.ofNullable(handedTo).map(to -> new CareAnswer.Delegate(to, words));
      case GO_ON -> Optional.of(new CareAnswer.GoOn(words));
      case WARNED, UNANSWERED, LOST -> Optional.empty();
    };
  }

  CareQuestion view() {
    return new CareQuestion(why, askedAt);
  }
}
