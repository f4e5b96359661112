package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.honbu.incidents.Duty;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.CatchUp;
import org.honbu.warroom.CatchUpCard;
import org.honbu.warroom.Way;

/** The card at the top of an incident's page, for whoever arrives. */
@Named("catchUp")
@RequestScoped
public class CatchUpPart {
  private static final int MISSED = 20;

  private final CatchUpCard card;
  private final Names names;
  private final Texts texts;

  @Inject
  public CatchUpPart(
      HttpServletRequest request, CatchUp catchUp, CurrentPerson reader, Names names, Texts texts) {
    this(
        catchUp.of(
            new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE))), reader.id()),
        names,
        texts);
  }

  CatchUpPart(CatchUpCard card, Names names, Texts texts) {
    this.card = card;
    this.names = names;
    this.texts = texts;
  }

  /** Whether it stands open: the reader is new here, or was away for a while. */
  public boolean isArriving() {
    return card.visit().arriving();
  }

  /** Why it stands there, in a few words. */
  public String getGreeting() {
    return card.visit()
        .before()
        .map(then -> texts.say("catchup.since", texts.when(then), card.visit().missed().size()))
        .orElseGet(() -> texts.say("catchup.first"));
  }

  public List<Line> getLines() {
    return card.lines().stream()
        .map(line -> new Line(names.in(line.about().label()), names.in(line.text())))
        .toList();
  }

  /** What others did since the reader looked last, newest first. */
  public List<Missed> getMissed() {
    Set<PersonId> mentioned =
        new TreeSet<>(card.incident().duties().stream().map(Duty::person).toList());
    return card.visit().missed().stream()
        .limit(MISSED)
        .map(entry -> missed(entry, mentioned))
        .toList();
  }

  private Missed missed(TimelineEntry entry, Set<PersonId> mentioned) {
    return new Missed(
        entry.at(),
        TimelineLook.of(entry.type()).icon(),
        names.withNames(entry.words(), mentioned));
  }

  public int getMissedCount() {
    return card.visit().missed().size();
  }

  public List<Go> getWays() {
    return card.ways().stream().map(this::go).toList();
  }

  private Go go(Way way) {
    return new Go(
        names.in(way.words()),
        way.act().isPresent(),
        way.act().orElse(""),
        way.place().map(place -> "#" + place).orElse(""));
  }

  /** Where the page says that it is in sight. */
  public String getLooked() {
    return path() + "/looked";
  }

  /** The card as text. */
  public String getText() {
    return path();
  }

  private String path() {
    return "/api/v1/incidents/" + card.incident().id() + "/catch-up";
  }

  /** A line of the card. */
  public record Line(String label, String text) {}

  /** A line of the timeline. */
  public record Missed(Instant at, String icon, String sentence) {}

  /**
   * Something the reader may do.
   *
   * @param tap whether it is an act of this page, else a place on it
   */
  public record Go(String words, boolean tap, String act, String to) {}
}
