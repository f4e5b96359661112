package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.NextCommander;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Handovers as they stand on record. */
@ApplicationScoped
@Transactional
class RecordedHandovers implements HandoverBoard {
  private final IncidentStore store;
  private final HandoverBook handovers;
  private final BriefingDraft draft;
  private final NextCommander next;

  @Inject
  RecordedHandovers(
      IncidentStore store, HandoverBook handovers, BriefingDraft draft, NextCommander next) {
    this.store = store;
    this.handovers = handovers;
    this.draft = draft;
    this.next = next;
  }

  @Override
  public Optional<HandoverView> running(IncidentId incident) {
    return store.running(incident).map(Handover::view);
  }

  @Override
  public Optional<HandoverView> newest(IncidentId incident) {
    return handovers.newest(incident).map(Handover::view);
  }

  @Override
  public Optional<HandoverView> find(IncidentId incident, int number) {
    return handovers.find(incident, number).map(Handover::view);
  }

  @Override
  public Briefing draft(IncidentId incident) {
    return draft.of(record(incident));
  }

  @Override
  public ToReadBack toReadBack(IncidentId incident) {
    Briefing briefing = store.running(incident).map(Handover::briefing).orElseGet(Briefing::empty);
    return draft.toReadBack(record(incident), briefing);
  }

  @Override
  public List<PersonId> candidates(IncidentId incident) {
    return next.candidates(incident, Set.of());
  }

  @Override
  public List<Note> notesToAnnouncer(IncidentId incident) {
    return store.notesToAnnouncer(incident).stream().map(AnnouncerNote::view).toList();
  }

  private Incident record(IncidentId incident) {
    return store.find(incident).orElseThrow(() -> Book.unknown(incident));
  }
}
