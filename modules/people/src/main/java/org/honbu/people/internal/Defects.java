package org.honbu.people.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.honbu.kernel.PersonId;
import org.honbu.people.Cover;
import org.honbu.people.Lack;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Outlook.Defect;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;
import org.honbu.people.Seat;
import org.honbu.people.Stretch;
import org.honbu.people.Watch;

/**
 * What would go wrong although no post is empty: one defect for each thing to mend, however many
 * posts and weeks it touches. Whose lack leaves a post empty stands with that gap instead.
 */
record Defects(Stretch when, List<Cover> covers, List<Seat> seats, Staff staff) {
  /** With fewer, one absence leaves the seat empty (DOMAIN 3.8). */
  private static final int ENOUGH = 2;

  private static final Set<OnCallLevel> RUNGS_OF_RESPONDERS =
      Set.of(OnCallLevel.PRIMARY, OnCallLevel.SECONDARY, OnCallLevel.WHOLE_TEAM);

  List<Defect> all() {
    return Stream.of(tooFew(), lacking(), notResponders(), twoTurns())
        .flatMap(List::stream)
        .toList();
  }

  private List<Defect> tooFew() {
    return seats.stream()
        .filter(seat -> seat.able().size() < ENOUGH)
        .map(seat -> always(new ReadinessDefect.TooFew(seat.role(), seat.able().size())))
        .toList();
  }

  private List<Defect> lacking() {
    Set<Lack> shown = new TreeSet<>(BY_PERSON);
    covers.stream()
        .flatMap(cover -> cover.watches().stream())
        .filter(Watch::isCovered)
        .flatMap(watch -> watch.lacks().stream())
        .forEach(shown::add);
    seats.stream()
        .flatMap(seat -> seat.outOfReach().stream())
        .map(person -> Lack.of(Lack.Why.NO_CONTACT, person))
        .forEach(shown::add);
    covers.stream()
        .flatMap(cover -> cover.uncovered().stream())
        .flatMap(watch -> watch.lacks().stream())
        .forEach(shown::remove);
    return shown.stream().flatMap(lack -> defect(lack).stream()).toList();
  }

  private static final Comparator<Lack> BY_PERSON =
      Comparator.comparing((Lack lack) -> lack.person().map(PersonId::value).orElse(""))
          .thenComparing(Lack::why);

  private List<Defect> defect(Lack lack) {
    return lack.person().stream()
        .flatMap(
            person ->
                switch (lack.why()) {
                  case NO_CONTACT -> Stream.of(new ReadinessDefect.NoContactPoint(person));
                  case GONE -> Stream.of(new ReadinessDefect.NotInDirectory(person));
                  case NOBODY, NO_ROLE -> Stream.<ReadinessDefect>empty();
                })
        .map(this::always)
        .toList();
  }

  private List<Defect> notResponders() {
    Set<PersonId> shown = new TreeSet<>();
    covers.stream()
        .filter(cover -> RUNGS_OF_RESPONDERS.contains(cover.post().level()))
        .flatMap(cover -> cover.watches().stream())
        .flatMap(watch -> watch.ready().stream())
        .filter(person -> !staff.holds(person, Role.RESPONDER))
        .forEach(shown::add);
    return shown.stream().map(person -> always(new ReadinessDefect.NotAResponder(person))).toList();
  }

  private Defect always(ReadinessDefect what) {
    return new Defect(what, when);
  }

  /** RO-C2: who commands is not on call for a team at the same time. */
  private List<Defect> twoTurns() {
    List<Defect> found = new ArrayList<>();
    for (Cover commanders : covers) {
      if (commanders.post().level() == OnCallLevel.COMMANDERS) {
        covers.stream()
            .filter(cover -> RUNGS_OF_RESPONDERS.contains(cover.post().level()))
            .filter(cover -> cover.post().level() != OnCallLevel.WHOLE_TEAM)
            .forEach(cover -> found.addAll(both(commanders, cover)));
      }
    }
    return found;
  }

  private static List<Defect> both(Cover commanders, Cover team) {
    List<Defect> found = new ArrayList<>();
    for (Watch commander : commanders.watches()) {
      for (Watch turn : team.watches()) {
        commander
            .when()
            .overlap(turn.when())
            .ifPresent(
                time ->
                    turn.ready().stream()
                        .filter(commander.ready()::contains)
                        .map(
                            person ->
                                new ReadinessDefect.TwoTurnsAtOnce(
                                    person, team.post().team().orElseThrow()))
                        .forEach(what -> found.add(new Defect(what, time))));
      }
    }
    return found;
  }
}
