package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The acts of a room as its bar offers them; each stands with its part of the page as well. */
@RequestScoped
class RoomActs {
  private static final int LONGEST = 7;

  private final IncidentPage incident;
  private final HandoverPage handover;
  private final RosterPart roster;
  private final WorkPart work;
  private final LoopPart loop;
  private final TopicPart topics;
  private final CarePart care;
  private final Texts texts;
  private @Nullable Press first;
  private @Nullable List<Press> others;

  @Inject
  @SuppressWarnings("TooManyParameters")
  RoomActs(
      IncidentPage incident,
      HandoverPage handover,
      RosterPart roster,
      WorkPart work,
      LoopPart loop,
      TopicPart topics,
      CarePart care,
      Texts texts) {
    this.incident = incident;
    this.handover = handover;
    this.roster = roster;
    this.work = work;
    this.loop = loop;
    this.topics = topics;
    this.care = care;
    this.texts = texts;
  }

  /** Asked often while a page is drawn, and answered once. */
  Press first() {
    if (first == null) {
      first = mostLikely();
    }
    return first;
  }

  private Press mostLikely() {
    MostLikely likely = likely();
    return switch (likely) {
      case STILL_IN_COMMAND ->
          Press.sends(texts.say("act.still-in-command"), likely.icon(), "still-in-command", "");
      case ACCEPT -> leads(likely, "#accept");
      case COME -> leads(likely, "#summons");
      case APPROVE -> leads(likely, "#draft");
      case ANSWER_WORK, REPORT -> leads(likely, "#your-work");
      case LEAD -> Press.opens(loop.getNextDo(), likely.icon(), loop.getNextDialog(), "");
      case OFFERED -> press(incident.getMainButtons().get(0), "");
      case ANNOUNCE -> leads(likely, "#write");
      case JOIN -> leads(likely, "#join");
      case NOTE -> leads(likely, "#note");
    };
  }

  private Press leads(MostLikely likely, String place) {
    return Press.leads(texts.of("console.first.", likely), likely.icon(), place);
  }

  private MostLikely likely() {
    IncidentPage.Draft draft = incident.getDraft();
    return MostLikely.of(
        new MostLikely.Reader(
            handover.isBeingTaken(),
            handover.isForYou(),
            roster.isForYou(),
            draft != null && draft.forYou(),
            !work.getAsked().isEmpty(),
            Optional.of(loop.getNextDialog()).filter(dialog -> !dialog.isEmpty()),
            !incident.getMainButtons().isEmpty(),
            !work.getYours().isEmpty(),
            incident.isYourAnnouncing(),
            roster.isOutside()));
  }

  List<Press> others() {
    if (others == null) {
      others = allBut(first());
    }
    return others;
  }

  private List<Press> allBut(Press first) {
    return Stream.of(mine(), theCommanders(), everybodys())
        .flatMap(List::stream)
        .filter(press -> !press.isAs(first))
        .limit(LONGEST)
        .toList();
  }

  private List<Press> mine() {
    return incident.getMainButtons().stream()
        .map(button -> press(button, button.act().equals("impact-stopped") ? "m" : ""))
        .toList();
  }

  private List<Press> theCommanders() {
    return Stream.of(
            offered(work.isYourRoom(), "work.give", "users", "ask-work", "w"),
            offered(work.isYourRoom() && !work.isCalled(), "hands.ask", "hand", "ask-hands", "f"),
            offered(roster.isYours(), "roster.summon", "phone", "ask-summon-person", "s"),
            offered(topics.isYours(), "topics.split", "messages-square", "ask-topic", "t"),
            offered(
                loop.isOn() && loop.isMayTell(), "loop.do.UPDATE", "activity", "ask-update", "u"),
            handsOver())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Press> handsOver() {
    return handover.getButtons().stream()
        .filter(button -> button.act().equals("hand-over"))
        .map(button -> Press.opens(button.label(), button.icon(), button.dialog(), "h"))
        .findFirst();
  }

  private List<Press> everybodys() {
    return Stream.of(
            incident.getMoreButtons().stream()
                .filter(button -> button.act().equals("raise"))
                .map(button -> press(button, "v"))
                .findFirst(),
            Optional.of(leads(MostLikely.NOTE, "#note"))
                .filter(any -> care.isMayNote())
                .map(press -> press.withKey("n")))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Press> offered(
      boolean isSo, String label, String icon, String dialog, String key) {
    return isSo ? Optional.of(Press.opens(texts.say(label), icon, dialog, key)) : Optional.empty();
  }

  private static Press press(IncidentPage.Button button, String key) {
    return button.dialog().isEmpty()
        ? Press.sends(button.label(), button.icon(), button.act(), key)
        : Press.opens(button.label(), button.icon(), button.dialog(), key);
  }
}
