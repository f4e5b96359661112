package org.honbu.web.internal;

/**
 * Something that a live page shows, and where it shows it.
 *
 * <p>Only what is known to stand in few places names them. All else is {@link #REST}, after which a
 * page is fetched whole: a region too many costs time, a region too few tells somebody what is no
 * longer true.
 */
enum Aspect {
  REST(News.WHOLE),
  /** Who is in the room, and what they took from the help board. */
  PEOPLE(
      News.in(
          "roster",
          "roster-asks",
          "summons",
          "joining",
          "head",
          "bar",
          "work",
          "work-dialogs",
          "volunteers",
          "topics",
          "topic-dialogs",
          "speak",
          "speak-ask",
          "handover-dialogs",
          "candidates",
          "catch-up")),
  /** What CI and others changed lately, anywhere. */
  CHANGES(News.in("context", "catch-up")),
  REVIEW(News.in("postmortem"));

  @SuppressWarnings("ImmutableEnumChecker") // its set is a copy
  private final News news;

  Aspect(News news) {
    this.news = news;
  }

  /** What looks different when it has changed. */
  News news() {
    return news;
  }

  /** What looks different when a line of this type was added to the timeline. */
  static News ofLine(String type) {
    return switch (type) {
      case "note",
          "note-finding",
          "note-evidence",
          "note-decision",
          "note-update",
          "activity",
          "post",
          "posted",
          "refused" ->
          News.in("timeline", "catch-up");
      case "room-joined", "room-left", "help-taken", "help-done" ->
          News.in("timeline").and(PEOPLE.news);
      // What else came with it is told by nothing but this line: handing over, care, the loop.
      default -> News.WHOLE;
    };
  }
}
