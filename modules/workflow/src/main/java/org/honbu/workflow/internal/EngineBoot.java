package org.honbu.workflow.internal;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.honbu.workflow.Awaited;
import org.honbu.workflow.DecisionNotes;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.DiagramSets;
import org.honbu.workflow.Diagrams;
import org.honbu.workflow.Directory;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Overview;
import org.honbu.workflow.Processes;
import org.honbu.workflow.Readiness;
import org.honbu.workflow.Rebuild;
import org.honbu.workflow.StalledSteps;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskRule;
import org.honbu.workflow.TaskWitness;
import org.honbu.workflow.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Starts the engine when the tables are there, and stops it with the application.
 *
 * <p>The order of a start: {@link Migrator} brings schemas up to date and compares them; then here
 * the engine comes up without running jobs, shows itself to Tasklist, settles which set of diagrams
 * is in force, and begins to run jobs; then the modules' own start-up observers; last of all {@link
 * Readiness} turns true. A failure anywhere stops the rest, and readiness stays false.
 */
@ApplicationScoped
class EngineBoot implements Readiness, Rebuild {
  private static final Logger LOG = Logger.getLogger(EngineBoot.class.getName());
  private final Clock clock;
  private final Instance<Directory> directory;
  private final Instance<Awaited> awaited;
  private final Instance<TaskHandler> handlers;
  private final Instance<TaskRule> rules;
  private final Instance<TaskWitness> witnesses;

  @Resource(lookup = "java:jboss/datasources/HonbuDS")
  private DataSource database;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/camunda")
  private ManagedExecutorService jobThreads;

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory acquirer;

  private volatile @Nullable EngineRoom room;
  private volatile @Nullable EngineDiagramSets sets;
  private volatile boolean ready;
  private volatile boolean rebuilding;

  @Inject
  EngineBoot(
      Clock clock,
      Instance<Directory> directory,
      Instance<Awaited> awaited,
      Instance<TaskHandler> handlers,
      Instance<TaskRule> rules,
      Instance<TaskWitness> witnesses) {
    this.clock = clock;
    this.directory = directory;
    this.awaited = awaited;
    this.handlers = handlers;
    this.rules = rules;
    this.witnesses = witnesses;
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) Startup start) {
    var config = EngineConfig.from(ConfigProvider.getConfig());
    var opened = EngineRoom.open(onServer(config), staff());
    room = opened;
    RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(opened.engine());
    var opening =
        new EngineDiagramSets(
            opened, config.diagrams().map(Release::fromFolder).orElseGet(Release::fromClassPath));
    sets = opening;
    LOG.log(Level.INFO, "The engine runs with {0}", opening.start());
    if (config.rebuild()) {
      opened.forgetEverything();
      rebuilding = true;
      LOG.warning("The engine has forgotten every run; processes are rebuilt from the records");
    }
    opened.runJobs();
  }

  void becomeReady(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + 1000) Startup start) {
    ready = true;
    LOG.info("Honbu is ready");
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) Shutdown stop) {
    ready = false;
    var open = room;
    if (open != null) {
      RuntimeContainerDelegate.INSTANCE.get().unregisterProcessEngine(open.engine());
      open.close();
    }
  }

  private JakartaTransactionProcessEngineConfiguration onServer(EngineConfig config) {
    var bare = new JakartaTransactionProcessEngineConfiguration();
    bare.setDataSource(database);
    bare.setTransactionManagerJndiName("java:jboss/TransactionManager");
    bare.setTransactionsExternallyManaged(true);
    String schema = Vendor.of(database).fold("engine");
    bare.setDatabaseSchema(schema);
    bare.setDatabaseTablePrefix(schema + ".");
    bare.setDatabaseSchemaUpdate("false");
    bare.setJobExecutor(new ManagedJobs(jobThreads, acquirer, config));
    bare.setJobExecutorActivate(false);
    return bare;
  }

  private EngineRoom.Staff staff() {
    return new EngineRoom.Staff(
        clock,
        directory.get(),
        handlers.stream().toList(),
        rules.stream().toList(),
        witnesses.stream().toList());
  }

  @Override
  public boolean isReady() {
    return ready && awaited.stream().allMatch(Awaited::isThere);
  }

  @Override
  public boolean isAsked() {
    return rebuilding;
  }

  private EngineRoom room() {
    var open = room;
    if (open == null) {
      throw new IllegalStateException("the engine has not started");
    }
    return open;
  }

  @Produces
  @ApplicationScoped
  Processes processes() {
    return room().processes();
  }

  @Produces
  @ApplicationScoped
  HumanTasks humanTasks() {
    return room().humanTasks();
  }

  @Produces
  @ApplicationScoped
  Decisions decisions() {
    return room().decisions();
  }

  @Produces
  @ApplicationScoped
  DecisionNotes decisionNotes() {
    return room().decisionNotes();
  }

  @Produces
  @ApplicationScoped
  Diagrams diagrams() {
    return room().diagrams();
  }

  @Produces
  @ApplicationScoped
  DiagramSets diagramSets() {
    var started = sets;
    if (started == null) {
      throw new IllegalStateException("the engine has not started");
    }
    return started;
  }

  @Produces
  @ApplicationScoped
  StalledSteps stalledSteps() {
    return room().stalledSteps();
  }

  @Produces
  @ApplicationScoped
  Timers timers() {
    return room().timers();
  }

  @Produces
  @ApplicationScoped
  Overview overview() {
    return room().overview();
  }
}
