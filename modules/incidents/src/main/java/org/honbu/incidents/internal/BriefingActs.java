package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** Decides and writes what the next commander has to know; knows no engine. */
@ApplicationScoped
class BriefingActs {
  private static final Words NOBODY_ASKED =
      new Words("いま交代は頼まれていません", "Nobody was asked to take over");
  private static final Words ONLY_WHO_BRIEFS =
      new Words(
          "引き継ぎを書くのは {0} さんです。時間がたつと副コマンダーも書けます",
          "{0} writes the briefing; after a while the deputy may, too");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final BriefingDraft draft;

  @Inject
  BriefingActs(IncidentStore store, Book book, Names names, BriefingDraft draft) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.draft = draft;
  }

  /** What is known by now, until somebody writes the briefing. */
  void draft(Incident record, Handover handover) {
    if (handover.isRunning() && !handover.isBriefed()) {
      handover.draft(draft.of(record));
    }
  }

  Briefing draft(Incident record) {
    return draft.of(record);
  }

  Outcome brief(IncidentId incident, Map<Topic, String> edits, PersonId by) {
    check(edits);
    Incident record = book.lockOpen(incident);
    Optional<Handover> running = store.running(incident).filter(h -> !h.isForced());
    if (running.isEmpty()) {
      return new Outcome.NotNow(NOBODY_ASKED);
    }
    Handover handover = running.get();
    boolean mayDeputy = handover.deputyBriefs() && isDeputy(record, by);
    if (!handover.outgoing().equals(by) && !mayDeputy) {
      return new Outcome.NotAllowed(
          book.refused(record, by, Names.fill(ONLY_WHO_BRIEFS, names.of(handover.outgoing()))));
    }
    handover.brief(handover.briefing().edited(edits));
    book.line(
        record,
        Actor.person(by),
        "handover-briefed",
        new Words("{0} さんが引き継ぎを書きました", "{0} wrote the briefing"));
    store.flush();
    return Outcome.done();
  }

  private boolean isDeputy(Incident record, PersonId person) {
    return DeputyActs.deputy(store, record.id()).filter(person::equals).isPresent();
  }

  static void check(Map<Topic, String> edits) {
    edits.forEach(
        (topic, text) -> {
          if (text.length() > Briefing.LENGTH) {
            throw new ProblemException(IncidentProblems.FIELD_NEEDED, topic.key(), Briefing.LENGTH);
          }
        });
  }
}
