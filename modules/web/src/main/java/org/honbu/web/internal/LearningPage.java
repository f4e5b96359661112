package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Veil;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionItems;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Postmortems;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.jspecify.annotations.Nullable;

/** 振り返り: the reviews that are not finished, and what people promised to change. */
@Named("learning")
@RequestScoped
public class LearningPage {
  private final Postmortems postmortems;
  private final ActionItems items;
  private final Privacy privacy;
  private final CurrentPerson reader;
  private final ActionLines lines;
  private final People people;
  private final Names names;
  private final Clock clock;

  @Inject
  public LearningPage(
      Postmortems postmortems,
      ActionItems items,
      Privacy privacy,
      CurrentPerson reader,
      ActionLines lines,
      People people,
      Names names,
      Clock clock) {
    this.postmortems = postmortems;
    this.items = items;
    this.privacy = privacy;
    this.reader = reader;
    this.lines = lines;
    this.people = people;
    this.names = names;
    this.clock = clock;
  }

  /** Overdue ones first. */
  public List<Review> getReviews() {
    List<Postmortem> open = postmortems.open();
    Veil veil = veil(open.stream().map(Postmortem::incident).toList());
    return open.stream()
        .filter(review -> !veil.hides(review.incident()))
        .map(this::review)
        .toList();
  }

  private Review review(Postmortem review) {
    return new Review(
        review.incident().value(),
        names.in(review.form().label()),
        names.in(review.state().label()),
        review.severity(),
        review.owner().map(names::face).orElse(null),
        review.meetingAt().orElse(review.due()),
        review.meetingAt().isPresent(),
        review.isOverdue(clock.instant()));
  }

  /** Overdue ones of severity 1 first. */
  public List<ActionLines.Line> getItems() {
    List<ActionItem> open = items.open();
    Veil veil = veil(open.stream().map(ActionItem::incident).toList());
    return open.stream().filter(item -> !veil.hides(item.incident())).map(lines::of).toList();
  }

  /** Who could bring an item about. */
  public List<PostmortemPage.Choice> getEverybody() {
    return people.everybody().stream()
        .map(Person::id)
        .map(person -> new PostmortemPage.Choice(person.value(), names.of(person)))
        .toList();
  }

  private Veil veil(List<IncidentId> incidents) {
    return privacy.over(incidents, reader.id());
  }

  /** How many real items of a severity 1 are overdue: everybody's business. */
  public long getOverdue() {
    Instant now = clock.instant();
    return items.open().stream()
        .filter(item -> item.mode() == Kind.REAL && item.severity() == 1)
        .filter((ActionItem item) -> item.isOverdue(now))
        .count();
  }

  /**
   * One review.
   *
   * @param meets when people meet, or by when they have to
   * @param scheduled which of the two
   */
  public record Review(
      String incident,
      String form,
      String state,
      int severity,
      @Nullable Face owner,
      Instant meets,
      boolean scheduled,
      boolean overdue) {}
}
