package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Topics;

/** What the other features of the room know. */
@ApplicationScoped
class RoomReads {
  private final Roster roster;
  private final CommandLoop loop;
  private final Assignments assignments;
  private final Topics topics;

  @Inject
  RoomReads(Roster roster, CommandLoop loop, Assignments assignments, Topics topics) {
    this.roster = roster;
    this.loop = loop;
    this.assignments = assignments;
    this.topics = topics;
  }

  Roster roster() {
    return roster;
  }

  CommandLoop loop() {
    return loop;
  }

  Assignments assignments() {
    return assignments;
  }

  Topics topics() {
    return topics;
  }
}
