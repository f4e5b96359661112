package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.notifications.AnswerDesk;
import org.honbu.notifications.AnswerLink;

/** The signed link's door. */
@ApplicationScoped
class LinkDesk implements AnswerDesk {
  private final CallsDesk desk;

  @Inject
  LinkDesk(CallsDesk desk) {
    this.desk = desk;
  }

  @Override
  public Standing look(AnswerLink link) {
    return desk.standing(link);
  }

  @Override
  public Outcome answer(AnswerLink link, Choice choice) {
    return Again.whenItLoses(() -> desk.answer(link.incident(), choice, link.person()));
  }
}
