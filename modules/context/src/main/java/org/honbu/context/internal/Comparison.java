package org.honbu.context.internal;

import static org.honbu.context.Likeness.ALERT;
import static org.honbu.context.Likeness.COMPONENT;
import static org.honbu.context.Likeness.LABELS;
import static org.honbu.context.Likeness.RECENCY;
import static org.honbu.context.Likeness.WORDING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.context.ContextPack.Term;
import org.honbu.context.Likeness;

/**
 * How much a past incident is like one that people respond to now.
 *
 * <p>The sum of what {@link Likeness} names, each in proportion: the share of labels and words they
 * have in common, and how recently it was. Age alone makes nothing alike: without {@value #ENOUGH}
 * points from the other reasons the two have nothing to do with each other.
 */
final class Comparison {
  /** Half of what the same words weigh, and less than the same alert. */
  static final int ENOUGH = 8;

  /** What was a year ago is told of other systems. */
  static final Duration OLD = Duration.ofDays(365);

  private Comparison() {}

  /** The reasons, the heaviest first; empty when they are not alike. */
  static List<Term> of(Traits now, Traits past, Duration ago) {
    List<Term> terms = new ArrayList<>();
    add(terms, COMPONENT, isSame(now.component(), past.component()) ? 1 : 0);
    add(terms, ALERT, Collections.disjoint(now.alerts(), past.alerts()) ? 0 : 1);
    add(terms, LABELS, share(now.labels(), past.labels()));
    add(terms, WORDING, TitleWords.overlap(now.what(), past.what()));
    if (sum(terms) < ENOUGH) {
      return List.of();
    }
    add(terms, RECENCY, 1 - (double) ago.toSeconds() / OLD.toSeconds());
    terms.sort(Comparator.comparing(Term::points).reversed().thenComparing(Term::reason));
    return List.copyOf(terms);
  }

  static int sum(List<Term> terms) {
    return terms.stream().mapToInt(Term::points).sum();
  }

  private static void add(List<Term> terms, Likeness reason, double part) {
    int points = (int) Math.round(reason.most() * Math.max(0, Math.min(1, part)));
    if (points > 0) {
      terms.add(new Term(reason, points));
    }
  }

  private static boolean isSame(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  private static double share(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return all.isEmpty() ? 0 : (double) common.size() / all.size();
  }
}
