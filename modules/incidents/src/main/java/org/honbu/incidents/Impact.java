package org.honbu.incidents;

/**
 * What is known of the harm: the inputs of the tables {@code Severity} and {@code SeverityFloor}
 * (DOMAIN DM-1). Unknown stays unknown here; the table takes the higher.
 *
 * @param urgency what the monitoring system said, after {@code AlertUrgency}
 */
public record Impact(
    Users users,
    Function function,
    Condition condition,
    Revenue revenue,
    DataSecurity dataSecurity,
    Workaround workaround,
    Urgency urgency) {

  /** Nothing is known yet. */
  public static final Impact UNKNOWN =
      new Impact(
          Users.UNKNOWN,
          Function.UNKNOWN,
          Condition.UNKNOWN,
          Revenue.UNKNOWN,
          DataSecurity.UNKNOWN,
          Workaround.UNKNOWN,
          Urgency.NONE);

  /** How many users: ALL ≥ 50 %, MANY ≥ 10 %, SOME ≥ 1 %, FEW below. */
  public enum Users {
    NONE,
    FEW,
    SOME,
    MANY,
    ALL,
    UNKNOWN
  }

  /** How much of the business stands on the component; from the catalogue. */
  public enum Function {
    INTERNAL,
    MINOR,
    MAJOR,
    CORE,
    UNKNOWN
  }

  /** How it behaves. */
  public enum Condition {
    OK,
    COSMETIC,
    AT_RISK,
    DEGRADED,
    DOWN,
    UNKNOWN
  }

  /** Whether money is lost. */
  public enum Revenue {
    NONE,
    REDUCED,
    STOPPED,
    UNKNOWN
  }

  /** Whether data or security is harmed. */
  public enum DataSecurity {
    NONE,
    SUSPECTED,
    CONFIRMED,
    UNKNOWN;

    /** Whether there is harm, or may be. */
    public boolean isHarm() {
      return this == SUSPECTED || this == CONFIRMED;
    }

    /** The graver of two; the unknown is decided by the other. */
    public DataSecurity orGraver(DataSecurity said) {
      return worse(this, said, UNKNOWN);
    }
  }

  /** Whether users can help themselves. */
  public enum Workaround {
    FULL,
    PARTIAL,
    NONE,
    UNKNOWN
  }

  /** How loudly the monitoring system cried; NONE when it was not a system. */
  public enum Urgency {
    CRITICAL,
    HIGH,
    LOW,
    INFO,
    NONE
  }

  /** The same, or as much worse as another signal says; what it does not say changes nothing. */
  public Impact orWorse(Impact said) {
    return new Impact(
        users,
        worse(function, said.function, Function.UNKNOWN),
        worse(condition, said.condition, Condition.UNKNOWN),
        revenue,
        dataSecurity.orGraver(said.dataSecurity),
        workaround,
        said.urgency.compareTo(urgency) < 0 ? said.urgency : urgency);
  }

  /** Of two that are named from mild to grave; the unknown is decided by the other. */
  private static <E extends Enum<E>> E worse(E known, E said, E unknown) {
    if (said == unknown) {
      return known;
    }
    return known == unknown || said.compareTo(known) > 0 ? said : known;
  }

  public Impact withDataSecurity(DataSecurity known) {
    return new Impact(users, function, condition, revenue, known, workaround, urgency);
  }

  public Impact withFunction(Function known) {
    return new Impact(users, known, condition, revenue, dataSecurity, workaround, urgency);
  }
}
