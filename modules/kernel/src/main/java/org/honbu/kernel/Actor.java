package org.honbu.kernel;

/** Who did something; every timeline and audit line carries one. */
public sealed interface Actor {

  /** A person who signed in, or answered by a link that was signed for them. */
  record Person(PersonId id) implements Actor {
    @Override
    public String label() {
      return "person:" + id.value();
    }
  }

  /** Honbu itself: a timer, a rule, a handler. */
  record Automatic(String what) implements Actor {
    @Override
    public String label() {
      return "honbu:" + what;
    }
  }

  /** A monitoring system with a key of its own. */
  record Integration(String id) implements Actor {
    @Override
    public String label() {
      return "integration:" + id;
    }
  }

  /**
   * The form stored in the audit trail: {@code person:misaki}, {@code honbu:timer}, {@code
   * integration:prometheus}.
   */
  String label();

  static Actor person(PersonId id) {
    return new Person(id);
  }

  static Actor honbu(String what) {
    return new Automatic(what);
  }

  /** Reads back what {@link #label()} wrote. */
  static Actor parse(String label) {
    int colon = label.indexOf(':');
    String rest = label.substring(colon + 1);
    return switch (colon < 0 ? "" : label.substring(0, colon)) {
      case "person" -> new Person(new PersonId(rest));
      case "honbu" -> new Automatic(rest);
      case "integration" -> new Integration(rest);
      default -> throw new ProblemException(Problem.UNREADABLE_ID, "actor", label);
    };
  }
}
