package org.honbu.testkit.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskRule;
import org.honbu.workflow.internal.EngineRoom;
import org.honbu.workflow.internal.EngineRoom.Staff;
import org.honbu.workflow.internal.Release;
import org.joda.time.DateTimeUtils;

/**
 * An engine in memory that serves one test after the other: building one takes a second, making it
 * as new some milliseconds.
 *
 * <p>A test borrows one with its own clock, people, handlers, rules and watchers, and has it alone
 * until it gives it back. Then every table becomes as it was before the first test, whatever was
 * done to it: nothing of a run, task, timer, variable, history or grant reaches the next. What
 * stays are the parsed diagrams, which no test can change.
 */
final class LentEngine {
  /** A class needs one or two at a time; more would only fill the memory. */
  private static final int MOST_AT_REST = 3;

  private static final String KEPT = ";DB_CLOSE_DELAY=-1";

  /** The engine prepares some hundred statements again and again; H2 would remember eight. */
  private static final String STATEMENTS_KEPT = ";QUERY_CACHE_SIZE=500";

  private static final Deque<LentEngine> AT_REST = new ArrayDeque<>();

  private final Kind kind;
  private final OnDuty duty;
  private final Trail trail = new Trail();
  private final EngineRoom room;
  private final FreshTables tables;

  /** What is fixed when an engine is built. */
  private record Kind(
      Release release, Set<String> handlers, List<Set<String>> ruled, int witnesses) {
    static Kind of(Release release, Staff staff) {
      return new Kind(
          release,
          staff.handlers().stream().map(TaskHandler::name).collect(Collectors.toSet()),
          staff.rules().stream().map(TaskRule::steps).<Set<String>>map(Set::copyOf).toList(),
          staff.witnesses().size());
    }
  }

  private LentEngine(Kind kind, Staff first) {
    this.kind = kind;
    duty = new OnDuty(first);
    var bare = new StandaloneInMemProcessEngineConfiguration();
    bare.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + KEPT + STATEMENTS_KEPT);
    bare.setJobExecutorActivate(false);
    bare.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(trail)));
    room = EngineRoom.open(bare, duty.posts());
    room.deploy(kind.release());
    tables = FreshTables.of(bare.getJdbcUrl());
  }

  /** An engine as new, which is this test's until it is given back. */
  static LentEngine borrow(Release release, Staff staff, List<Walked> watchers) {
    Kind kind = Kind.of(release, staff);
    LentEngine engine = atRest(kind);
    if (engine == null) {
      engine = new LentEngine(kind, staff);
    }
    engine.serve(staff, watchers);
    return engine;
  }

  private static synchronized @org.jspecify.annotations.Nullable LentEngine atRest(Kind kind) {
    for (Iterator<LentEngine> each = AT_REST.iterator(); each.hasNext(); ) {
      LentEngine engine = each.next();
      if (engine.kind.equals(kind)) {
        each.remove();
        return engine;
      }
    }
    return null;
  }

  private void serve(Staff staff, List<Walked> watchers) {
    duty.relieve(staff);
    trail.watchedBy(watchers);
    DateTimeUtils.setCurrentMillisProvider(staff.clock()::millis);
  }

  EngineRoom room() {
    return room;
  }

  void giveBack() {
    room.engine().getIdentityService().clearAuthentication();
    trail.watchedBy(List.of());
    tables.restore();
    DateTimeUtils.setCurrentMillisSystem();
    rest(this);
  }

  private static synchronized void rest(LentEngine engine) {
    AT_REST.addFirst(engine);
    if (AT_REST.size() > MOST_AT_REST) {
      AT_REST.removeLast().room.close();
    }
  }
}
