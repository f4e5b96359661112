package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.AnnouncementPromises;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.CommandLoop;
import org.jspecify.annotations.Nullable;

/**
 * What holds an incident's page together as one screen: the order in which this reader needs its
 * parts, the clocks in its head, and the bar with what they most likely press.
 */
@Named("console")
@RequestScoped
public class ConsolePart {
  /** A promise to users turns amber this long before it is due. */
  private static final Duration SOON = Duration.ofMinutes(5);

  private static final int CLOCKS = 2;

  private final IncidentView incident;
  private final Optional<Clock> update;
  private final Optional<Clock> announcement;
  private final IncidentPage page;
  private final RoomActs acts;
  private final Texts texts;

  @Inject
  @SuppressWarnings("TooManyParameters")
  public ConsolePart(
      HttpServletRequest request,
      IncidentBoard incidents,
      CommandLoop loop,
      AnnouncementPromises promises,
      IncidentPage page,
      RoomActs acts,
      Texts texts) {
    IncidentId id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.incident = incidents.view(id);
    this.update =
        loop.round(id)
            .map(
                round ->
                    new Clock(
                        texts.say("console.update"),
                        "activity",
                        round.nextUpdate(),
                        texts.say("incident.due-by", texts.clock(round.nextUpdate())),
                        round.updateWithin().toSeconds(),
                        round.updateWithin().dividedBy(4).toSeconds()));
    this.announcement =
        promises
            .next(id)
            .filter(any -> incident.state().isOpen())
            .map(
                at ->
                    new Clock(
                        texts.say("console.announcement"),
                        "megaphone",
                        at,
                        texts.say("console.promised", texts.clock(at)),
                        SOON.multipliedBy(4).toSeconds(),
                        SOON.toSeconds()));
    this.page = page;
    this.acts = acts;
    this.texts = texts;
  }

  /**
   * In which order the page's parts stand: {@code alone} without a room, else for who commands or
   * for who takes part. The content is the same.
   */
  public String getView() {
    return !page.isRoom() ? "alone" : page.isYours() ? "commander" : "participant";
  }

  /** Since when the commander commands; null without one. */
  public @Nullable Instant getCommandSince() {
    return incident.seat().map(CommandSeat::since).orElse(null);
  }

  /** What the room and users were promised; else what happens by itself first. At most two. */
  public List<Clock> getClocks() {
    Stream<Clock> promised = Stream.of(update, announcement).flatMap(Optional::stream);
    Stream<Clock> others =
        page.getDue().stream()
            .filter(due -> !due.isPromisedToTheRoom())
            .map(
                due ->
                    new Clock(
                        due.what(),
                        "timer",
                        due.at(),
                        texts.say("incident.due-by", texts.clock(due.at())),
                        0,
                        Duration.ofMinutes(1).toSeconds()));
    return Stream.concat(promised, others).limit(CLOCKS).toList();
  }

  /** How it stands, in one sentence; read out when it changes. */
  public String getSummary() {
    List<String> said = new ArrayList<>();
    said.add(
        page.getSeverity() == 0
            ? texts.say("severity.unrated")
            : "SEV" + page.getSeverity() + " " + texts.of("severity.", page.getSeverity()));
    said.add(page.getState());
    Face commander = page.getCommander();
    if (commander != null) {
      said.add(texts.say("console.commanded-by", commander.name()));
    }
    return String.join("・", said);
  }

  /** What the reader most likely presses. */
  public Press getFirst() {
    return acts.first().withKey("a");
  }

  /** What else they may press, the likeliest first. */
  public List<Press> getOthers() {
    return acts.others();
  }

  /**
   * A count-down in the head.
   *
   * @param at when it ends
   * @param by the same as a time of day
   * @param seconds of the whole wait; 0 when that is not known
   * @param soon from so many seconds on it is soon
   */
  public record Clock(String label, String icon, Instant at, String by, long seconds, long soon) {}
}
