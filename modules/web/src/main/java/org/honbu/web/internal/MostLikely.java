package org.honbu.web.internal;

import java.util.Optional;

/**
 * What this reader most likely does next: whatever waits for them alone comes before what they
 * lead, and what they lead before what anybody may do.
 */
enum MostLikely {
  STILL_IN_COMMAND("hand"),
  ACCEPT("key-round"),
  COME("phone"),
  APPROVE("circle-check"),
  ANSWER_WORK("hand-helping"),
  LEAD("activity"),
  OFFERED("check"),
  REPORT("file-text"),
  ANNOUNCE("megaphone"),
  JOIN("users"),
  NOTE("pen-line");

  private final String icon;

  MostLikely(String icon) {
    this.icon = icon;
  }

  String icon() {
    return icon;
  }

  /** The first that holds; a note can always be written. */
  static MostLikely of(Reader reader) {
    for (MostLikely one : values()) {
      if (one.holds(reader)) {
        return one;
      }
    }
    return NOTE;
  }

  private boolean holds(Reader reader) {
    return switch (this) {
      case STILL_IN_COMMAND -> reader.loses();
      case ACCEPT -> reader.isHandedTo();
      case COME -> reader.summoned();
      case APPROVE -> reader.approves();
      case ANSWER_WORK -> reader.asked();
      case LEAD -> reader.nextMove().isPresent();
      case OFFERED -> reader.offered();
      case REPORT -> reader.works();
      case ANNOUNCE -> reader.announces();
      case JOIN -> reader.outside();
      case NOTE -> true;
    };
  }

  /**
   * What of the reader decides it.
   *
   * @param loses whether somebody is about to take command from them
   * @param isHandedTo whether command waits for their yes
   * @param summoned whether they were asked to come
   * @param approves whether a text to users waits for them
   * @param asked whether they were asked to take work
   * @param nextMove the dialog of the next move of the round, when it is theirs
   * @param offered whether the page offers them an act of the incident itself
   * @param works whether they do work of their own
   * @param announces whether they write what users are told
   * @param outside whether they are not in the room yet
   */
  record Reader(
      boolean loses,
      boolean isHandedTo,
      boolean summoned,
      boolean approves,
      boolean asked,
      Optional<String> nextMove,
      boolean offered,
      boolean works,
      boolean announces,
      boolean outside) {}
}
