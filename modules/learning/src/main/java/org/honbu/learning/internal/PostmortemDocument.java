package org.honbu.learning.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.honbu.kernel.PersonId;
import org.honbu.learning.ActionItem;
import org.honbu.learning.Finding;
import org.honbu.learning.Postmortem;
import org.jspecify.annotations.Nullable;

/**
 * A review as JSON.
 *
 * @param due by when people have to meet
 * @param texts by section, {@code SUMMARY} and so on
 * @param edition to be sent back with what is written upon it
 * @param findings what reads as blame, in the reader's language
 * @param proposals who could be its owner
 */
public record PostmortemDocument(
    String incident,
    String form,
    String state,
    int severity,
    @Nullable String commander,
    @Nullable String owner,
    @Nullable String facilitator,
    @Nullable String meetingAt,
    String due,
    boolean overdue,
    Map<String, String> texts,
    int edition,
    @Nullable String writer,
    List<Item> items,
    List<Blame> findings,
    List<String> proposals) {

  /** A place that reads as blame. */
  public record Blame(String section, String found, String why, String kinder) {
    static Blame of(Finding finding, Locale reader) {
      return new Blame(
          finding.section().name(),
          finding.found(),
          finding.why().in(reader),
          finding.kinder().in(reader));
    }
  }

  /** An action item. */
  public record Item(
      String id,
      String incident,
      int number,
      String what,
      String kind,
      String team,
      String owner,
      String due,
      int severity,
      boolean overdue,
      String state,
      @Nullable String reason,
      @Nullable String settledBy) {
    static Item of(ActionItem item, Instant now) {
      return new Item(
          item.id().toString(),
          item.incident().value(),
          item.number(),
          item.what(),
          item.kind().name(),
          item.team().value(),
          item.owner().value(),
          item.due().toString(),
          item.severity(),
          item.isOverdue(now),
          item.state().name(),
          item.reason().orElse(null),
          item.settledBy().map(PersonId::value).orElse(null));
    }
  }

  static PostmortemDocument of(
      Postmortem review,
      List<Finding> findings,
      List<PersonId> proposals,
      Locale reader,
      Instant now) {
    return new PostmortemDocument(
        review.incident().value(),
        review.form().name(),
        review.state().name(),
        review.severity(),
        review.commander().map(PersonId::value).orElse(null),
        review.owner().map(PersonId::value).orElse(null),
        review.facilitator().map(PersonId::value).orElse(null),
        review.meetingAt().map(String::valueOf).orElse(null),
        review.due().toString(),
        review.isOverdue(now),
        review.texts().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)),
        review.edition(),
        review.writer().map(PersonId::value).orElse(null),
        review.items().stream().map(item -> Item.of(item, now)).toList(),
        findings.stream().map(finding -> Blame.of(finding, reader)).toList(),
        proposals.stream().map(PersonId::value).toList());
  }
}
