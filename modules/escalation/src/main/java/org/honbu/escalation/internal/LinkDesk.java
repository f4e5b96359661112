package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk;
import org.honbu.notifications.AnswerLink;

/** The signed link's door. */
@ApplicationScoped
class LinkDesk implements AnswerDesk {
  private final CallsDesk desk;
  private final Slips slips;

  @Inject
  LinkDesk(CallsDesk desk, Slips slips) {
    this.desk = desk;
    this.slips = slips;
  }

  @Override
  public Standing look(AnswerLink link) {
    Standing standing = desk.standing(link);
    return standing instanceof Standing.Taken taken && taken.by().id().equals(link.person())
        ? slips
            .offeredUntil(link.incident(), link.person())
            .<Standing>map(taken::undoableUntil)
            .orElse(taken)
        : standing;
  }

  @Override
  public Outcome answer(AnswerLink link, Choice choice) {
    return Again.whenItLoses(() -> desk.answer(link.incident(), choice, link.person()));
  }

  @Override
  public Optional<Words> takeBack(AnswerLink link) {
    return Again.whenItLoses(() -> slips.takeBack(link.incident(), link.person()));
  }
}
