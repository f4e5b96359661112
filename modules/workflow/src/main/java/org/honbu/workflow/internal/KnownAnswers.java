package org.honbu.workflow.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What tables answered: the same version of a table says the same to the same question, and working
 * it out takes the engine milliseconds. Keeps the questions asked last.
 */
final class KnownAnswers {
  static final int MOST = 1_000;

  private static final Pattern CLOCK = Pattern.compile("\\b(now|today)\\s*\\(");

  private final Map<Question, List<Facts>> answers =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, List<Facts>> oldest) {
          return size() > MOST;
        }
      };

  private final Map<Place, String> versions = new ConcurrentHashMap<>();
  private final Map<String, Boolean> lasting = new ConcurrentHashMap<>();

  private record Place(String set, String table) {}

  private record Question(String version, Facts inputs) {}

  /** Which version of a table belongs to a set; a set never changes once it is loaded. */
  Optional<String> version(String set, String table, Supplier<Optional<String>> search) {
    var place = new Place(set, table);
    Optional<String> found = Optional.ofNullable(versions.get(place)).or(search);
    found.ifPresent(version -> versions.put(place, version));
    return found;
  }

  /** Whether a table's answers are the same tomorrow: it does not look at the clock. */
  boolean lasts(String version, UnaryOperator<String> text) {
    @Nullable Boolean known = lasting.get(version);
    if (known == null) {
      known = !CLOCK.matcher(text.apply(version)).find();
      lasting.put(version, known);
    }
    return known;
  }

  List<Facts> to(String version, Facts inputs, Supplier<List<Facts>> evaluation) {
    var question = new Question(version, inputs);
    @Nullable List<Facts> known;
    synchronized (answers) {
      known = answers.get(question);
    }
    if (known != null) {
      return known;
    }
    List<Facts> answer = evaluation.get();
    synchronized (answers) {
      answers.put(question, answer);
    }
    return answer;
  }
}
