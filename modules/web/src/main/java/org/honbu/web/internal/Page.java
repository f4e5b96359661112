package org.honbu.web.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every page there is: where it lives, which view draws it, who may open it.
 *
 * <p>An address is a path and nothing else, because a login on the way would drop a query. A page
 * that is not here does not exist; {@code docs/permissions.csv} must list each.
 */
enum Page {
  START("/", "start", Set.of(), true),
  BOARD("/incidents", "board", Set.of(), false),
  INCIDENT("/incidents/{number}", "incident", Set.of(), false),
  PRIVATE("/incidents/{number}/private", "private", Set.of(), false),
  POSTMORTEM("/incidents/{number}/postmortem", "postmortem", Set.of(), false),
  LEARNING("/learning", "learning", Set.of(), false),
  READINESS("/readiness", "readiness", Set.of(), false),
  DECLARE("/declare", "declare", Set.of(), false),
  REPORT("/report", "report", Set.of(), false),
  REPORTS("/reports", "reports", Set.of("customer-support", "process-owner"), false),
  ONE_REPORT("/reports/{number}", "one-report", Set.of(), false),
  STATUS("/status-inside", "status-inside", Set.of(), false),
  OUTGOING("/outgoing", "outgoing", Set.of("responder", "announcer", "admin"), false),
  ADMIN("/admin", "admin", Set.of("admin", "process-owner"), false),
  PEOPLE("/admin/people", "people", Set.of("admin", "process-owner", "schedule-admin"), false),
  INTEGRATIONS("/admin/integrations", "integrations", Set.of("admin"), false),
  DEAD_LETTERS("/admin/dead-letters", "dead-letters", Set.of("admin"), false),
  STALLED("/admin/stalled-steps", "stalled-steps", Set.of("admin", "process-owner"), false),
  ENGINE("/admin/engine", "engine", Set.of("admin", "process-owner"), false);

  private final String path;
  private final Pattern shape;
  private final String view;

  @SuppressWarnings("ImmutableEnumChecker") // always a Set.of
  private final Set<String> roles;

  private final boolean open;

  Page(String path, String view, Set<String> roles, boolean open) {
    this.path = path;
    this.shape = Pattern.compile(path.replaceAll("\\{\\w+}", "([A-Za-z0-9-]{1,64})"));
    this.view = view;
    this.roles = roles;
    this.open = open;
  }

  /** The page at this path. */
  static Optional<Page> at(String path) {
    return Arrays.stream(values()).filter(page -> page.shape.matcher(path).matches()).findFirst();
  }

  /** The address; a variable part stands in braces. */
  String path() {
    return path;
  }

  /** The address with its variable part filled in. */
  String path(@Nullable Object variable) {
    return variable == null ? path : path.replaceFirst("\\{\\w+}", variable.toString());
  }

  /** What stands in the path's variable part. */
  Optional<String> variable(String actual) {
    var match = shape.matcher(actual);
    return match.matches() && match.groupCount() > 0
        ? Optional.of(match.group(1))
        : Optional.empty();
  }

  String view() {
    return "/pages/" + view + ".xhtml";
  }

  /** Roles of which one is needed; empty when any role of Honbu will do. */
  Set<String> roles() {
    return roles;
  }

  /**
   * Whether its variable part is an incident's number, and what it shows is for who may read it.
   */
  boolean isOfAnIncident() {
    return path.startsWith("/incidents/{") && this != PRIVATE;
  }

  /** Whether it follows what happens while somebody looks at it. */
  boolean isLive() {
    return switch (this) {
      case BOARD, INCIDENT, POSTMORTEM, LEARNING, REPORTS, ONE_REPORT, STATUS, OUTGOING, STALLED ->
          true;
      case START,
          PRIVATE,
          READINESS,
          DECLARE,
          REPORT,
          ADMIN,
          PEOPLE,
          INTEGRATIONS,
          DEAD_LETTERS,
          ENGINE ->
          false;
    };
  }

  boolean opensFor(Set<String> held) {
    return roles.isEmpty() || roles.stream().anyMatch(held::contains);
  }

  /** Whether it opens without signing in. */
  boolean isOpen() {
    return open;
  }
}
