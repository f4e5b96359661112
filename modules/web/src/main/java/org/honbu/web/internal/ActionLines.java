package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionItem;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Action items as pages show them. */
@RequestScoped
public class ActionLines {
  private final CurrentPerson reader;
  private final People people;
  private final Names names;
  private final Clock clock;

  @Inject
  public ActionLines(CurrentPerson reader, People people, Names names, Clock clock) {
    this.reader = reader;
    this.people = people;
    this.names = names;
    this.clock = clock;
  }

  Line of(ActionItem item) {
    boolean yours = item.owner().equals(reader.id());
    boolean decides = people.hasRole(reader.id(), Role.PROCESS_OWNER);
    return new Line(
        item.id().toString(),
        item.incident().value(),
        item.mode() == Kind.DRILL,
        item.number(),
        names.in(Words.written(item.what())),
        names.in(item.kind().label()),
        names.of(item.team()),
        names.face(item.owner()),
        item.due(),
        item.severity(),
        item.isOverdue(clock.instant()),
        names.in(item.state().label()),
        item.isOpen(),
        item.reason().orElse(""),
        item.isOpen() && yours,
        item.isOpen() && !yours && decides,
        item.isOpen() && (yours || decides));
  }

  /**
   * One line.
   *
   * @param yours whether the reader may say that it is done
   * @param waivable whether the reader may let it go
   * @param changeable whether the reader may hand it on, or change its day
   */
  public record Line(
      String id,
      String incident,
      boolean drill,
      int number,
      String what,
      String kind,
      String team,
      Face owner,
      Instant due,
      int severity,
      boolean overdue,
      String state,
      boolean open,
      String reason,
      boolean yours,
      boolean waivable,
      boolean changeable) {}
}
