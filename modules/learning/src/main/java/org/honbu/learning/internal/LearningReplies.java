package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionKind;
import org.honbu.learning.Section;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/** How this module's resources read what is sent, and answer: a refusal 403, “not now” 409. */
@ApplicationScoped
public class LearningReplies {
  private static final int LOGIN = 64;
  private static final Words NO_ROLE =
      new Words("Honbu を使うための役割がありません", "You have no role in Honbu yet");

  private final IncidentBoard board;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public LearningReplies(IncidentBoard board, People people, CurrentPerson caller) {
    this.board = board;
    this.people = people;
    this.caller = caller;
  }

  PersonId anEmployee() {
    PersonId by = caller.id();
    if (!people.hasRole(by, Role.EMPLOYEE)) {
      throw refused(NO_ROLE);
    }
    return by;
  }

  /** The incident of that number; the board fails with 404 when there is none. */
  IncidentId incident(String id) {
    return board.view(new IncidentId(id)).id();
  }

  Locale reader() {
    return caller.locale();
  }

  /** Goes on only when it was done, now or before. */
  static void check(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw refused(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw new ProblemException(LearningProblems.NOT_NOW, no.why().ja(), no.why().en());
    }
  }

  static ProblemException refused(Words why) {
    return new ProblemException(LearningProblems.REFUSED, why.ja(), why.en());
  }

  static ProblemException outdated(Words why) {
    return new ProblemException(LearningProblems.OUTDATED, why.ja(), why.en());
  }

  static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  static PersonId person(String field, @Nullable String said) {
    return new PersonId(Fields.needed(field, text(said), LOGIN));
  }

  static ActionKind kind(@Nullable String said) {
    return Arrays.stream(ActionKind.values())
        .filter(kind -> kind.name().equals(text(said).toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    LearningProblems.UNKNOWN_VALUE, "kind", names(ActionKind.values())));
  }

  static Map<Section, String> texts(@Nullable Map<String, String> said) {
    Map<Section, String> texts = new HashMap<>();
    if (said != null) {
      said.forEach((name, text) -> texts.put(section(name), text(text)));
    }
    return texts;
  }

  private static Section section(String name) {
    return Section.named(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    LearningProblems.UNKNOWN_VALUE, "texts." + name, names(Section.values())));
  }

  private static String names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
  }

  static Instant time(String field, @Nullable String said) {
    try {
      return OffsetDateTime.parse(text(said)).toInstant();
    } catch (DateTimeException unreadable) {
      throw new ProblemException(
          unreadable,
          LearningProblems.UNREADABLE_TIME,
          field,
          text(said),
          "2026-11-30T15:00:00+09:00");
    }
  }

  static Optional<LocalDate> day(String field, @Nullable String said) {
    try {
      return Optional.of(text(said)).filter(text -> !text.isBlank()).map(LocalDate::parse);
    } catch (DateTimeException unreadable) {
      throw new ProblemException(
          unreadable, LearningProblems.UNREADABLE_TIME, field, text(said), "2026-12-15");
    }
  }

  static UUID item(String said) {
    try {
      return UUID.fromString(said);
    } catch (IllegalArgumentException unreadable) {
      throw new ProblemException(unreadable, LearningProblems.UNKNOWN_ITEM, said);
    }
  }
}
