package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Severity;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Times;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionItem;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Section;

/** The whole review as one Markdown document (TP-7): headings in both languages. */
@ApplicationScoped
class MarkdownExport {
  /** Lines about writing the review itself, and what was refused, are no facts of the incident. */
  private static final Set<String> LEFT_OUT = Set.of("postmortem", "refused");

  private static final String NOTHING = "—";

  private final IncidentBoard board;
  private final LearningBook book;

  @Inject
  MarkdownExport(IncidentBoard board, LearningBook book) {
    this.board = board;
    this.book = book;
  }

  String of(Postmortem review) {
    IncidentView view = book.view(review.incident());
    var out = new StringBuilder();
    header(out, review, view);
    List<Section> sections = Section.of(review.form());
    for (Section section : sections) {
      if (section == Section.DRILL) {
        items(out, review);
      }
      out.append("\n## ").append(section.number()).append(". ");
      out.append(section.title().both()).append("\n\n");
      String text = review.text(section);
      out.append(text.isEmpty() ? NOTHING : Markdown.block(text)).append("\n");
      if (section == Section.TIMELINE) {
        timeline(out, view);
      }
    }
    return out.toString();
  }

  private void header(StringBuilder out, Postmortem review, IncidentView view) {
    out.append("# ").append(review.form().label().both()).append(": ");
    out.append(Markdown.line(view.id().value())).append(" ");
    out.append(Markdown.line(view.what())).append("\n\n");
    if (view.kind() == Kind.DRILL) {
      out.append("**訓練 / DRILL**\n\n");
    }
    fact(out, new Words("状態", "Status"), review.state().label().both());
    fact(
        out,
        new Words("重大度", "Severity"),
        view.severity().map(Severity::level).map(String::valueOf).orElse(NOTHING));
    fact(out, new Words("まとめ役", "Owner"), person(review.owner()));
    fact(out, new Words("進行役", "Facilitator"), person(review.facilitator()));
    fact(out, new Words("コマンダー", "Commander"), person(review.commander()));
    fact(out, new Words("集まる日時", "Meeting"), time(review.meetingAt()));
    times(out, view.times());
  }

  private static void times(StringBuilder out, Times times) {
    fact(out, new Words("始まり", "Started"), time(times.startedAt()));
    fact(out, new Words("検知", "Detected"), time(Optional.of(times.detectedAt())));
    fact(out, new Words("応答", "Acknowledged"), time(times.acknowledgedAt()));
    fact(out, new Words("部屋", "Room opened"), time(times.roomOpenedAt()));
    fact(out, new Words("コマンダー着任", "Commander took over"), time(times.commanderAt()));
    fact(out, new Words("第一報", "First announcement"), time(times.firstAnnouncedAt()));
    fact(out, new Words("暫定復旧", "Mitigated"), time(times.mitigatedAt()));
    fact(out, new Words("復旧", "Resolved"), time(times.resolvedAt()));
  }

  private static void fact(StringBuilder out, Words name, String value) {
    out.append("- ").append(name.both()).append(": ").append(value).append("\n");
  }

  private String person(Optional<PersonId> person) {
    return person.map(who -> Markdown.line(book.name(who).both())).orElse(NOTHING);
  }

  private static String time(Optional<Instant> at) {
    return at.map(when -> LearningBook.when(when).en()).orElse(NOTHING);
  }

  private void timeline(StringBuilder out, IncidentView view) {
    out.append("\n");
    facts(view)
        .forEach(
            line ->
                out.append("- ")
                    .append(LearningBook.when(line.at()).en())
                    .append(" ")
                    .append(Markdown.line(line.words().both()))
                    .append("\n"));
  }

  private List<TimelineEntry> facts(IncidentView view) {
    return board.timeline(view.id()).stream()
        .filter(line -> !LEFT_OUT.contains(line.type()))
        .toList();
  }

  private void items(StringBuilder out, Postmortem review) {
    out.append("\n## 11. アクション / Action items\n\n");
    review.items().forEach(item -> item(out, item));
    if (review.items().isEmpty()) {
      out.append(NOTHING).append("\n");
    }
  }

  private void item(StringBuilder out, ActionItem item) {
    out.append("- [").append(item.isOpen() ? " " : "x").append("] ");
    out.append(Markdown.line(item.what())).append(" — ");
    out.append(item.kind().label().both()).append(", ");
    out.append(Markdown.line(item.team().value())).append(", ");
    out.append(Markdown.line(book.name(item.owner()).both())).append(", ");
    out.append(LearningBook.when(item.due()).en()).append(", ");
    out.append(item.state().label().both());
    item.reason().ifPresent(reason -> out.append(": ").append(Markdown.line(reason)));
    out.append("\n");
  }
}
