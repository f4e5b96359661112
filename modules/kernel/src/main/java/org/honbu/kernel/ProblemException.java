package org.honbu.kernel;

import java.util.List;
import java.util.Optional;

/** Thrown when something failed; a refusal that is part of the rules is a return value instead. */
public final class ProblemException extends RuntimeException {
  private final Problem problem;
  private final List<String> values;

  /**
   * @param problem what failed
   * @param values fill the places {@code {0}}… of the problem's words; the first names the field,
   *     where there is one
   */
  public ProblemException(Problem problem, Object... values) {
    super(problem.code() + " " + problem.words().with(values).en());
    this.problem = problem;
    this.values = java.util.Arrays.stream(values).map(String::valueOf).toList();
  }

  /** As {@link #ProblemException(Problem, Object...)}, keeping what lay beneath. */
  public ProblemException(Throwable cause, Problem problem, Object... values) {
    this(problem, values);
    initCause(cause);
  }

  public Problem problem() {
    return problem;
  }

  /** The field the caller has to mend: the first value, when it is the caller who can mend it. */
  public Optional<String> field() {
    return problem.owner() == Problem.Owner.CALLER ? values.stream().findFirst() : Optional.empty();
  }

  /** The sentence with its values filled in, in both languages. */
  public Words words() {
    return problem.words().with(values.toArray());
  }
}
