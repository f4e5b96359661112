package org.honbu.workflow.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.honbu.workflow.DecisionNotes;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Diagrams;
import org.honbu.workflow.Directory;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Overview;
import org.honbu.workflow.Processes;
import org.honbu.workflow.StalledSteps;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskRule;
import org.honbu.workflow.TaskWitness;
import org.honbu.workflow.Timers;
import org.joda.time.DateTimeUtils;

/**
 * One running engine, furnished and hardened the same way on the server and in tests.
 *
 * <p>Public for the test kit alone, which puts it on a database in memory.
 */
public final class EngineRoom implements AutoCloseable {
  private final ProcessEngine engine;
  private final Directory directory;
  private final NewestTables newest;
  private final KnownAnswers answers = new KnownAnswers();

  private EngineRoom(ProcessEngine engine, Directory directory, NewestTables newest) {
    this.engine = engine;
    this.directory = directory;
    this.newest = newest;
  }

  /**
   * Who works with the engine.
   *
   * @param clock also moves the engine's timers
   * @param directory people and their groups, for candidates and names
   * @param handlers what {@code ${name}} in a diagram may reach; names must be unique
   * @param rules what modules have to say about their human tasks; one for each step at most
   * @param witnesses who hears of people's acts on tasks
   */
  public record Staff(
      Clock clock,
      Directory directory,
      Collection<? extends TaskHandler> handlers,
      Collection<? extends TaskRule> rules,
      Collection<? extends TaskWitness> witnesses) {

    /** With nobody who hears of people's acts. */
    public Staff(
        Clock clock,
        Directory directory,
        Collection<? extends TaskHandler> handlers,
        Collection<? extends TaskRule> rules) {
      this(clock, directory, handlers, rules, List.of());
    }

    Map<String, HandlerDelegate> handlersByName() {
      var byName = new TreeMap<String, HandlerDelegate>();
      for (TaskHandler handler : handlers) {
        if (byName.put(handler.name(), new HandlerDelegate(handler)) != null) {
          throw new IllegalStateException("two handlers are named " + handler.name());
        }
      }
      return byName;
    }
  }

  /** Hardens a configuration that knows its database and transactions, and starts its engine. */
  public static EngineRoom open(ProcessEngineConfigurationImpl bare, Staff staff) {
    DateTimeUtils.setCurrentMillisProvider(staff.clock()::millis);
    var opened = new CompletableFuture<EngineRoom>();
    var acts = new TaskActs(staff.directory(), staff.rules(), staff.witnesses(), opened::join);
    harden(bare, staff);
    var newest = new NewestTables(staff.clock());
    bare.setCustomPostDeployers(new ArrayList<>(List.of(newest)));
    bare.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new RaceLost(bare))));
    bare.setCustomPostCommandInterceptorsTxRequired(
        new ArrayList<>(List.of(new PersonsDoor(acts))));
    var room = new EngineRoom(bare.buildProcessEngine(), staff.directory(), newest);
    opened.complete(room);
    room.asHonbu(new TasklistFilters(room.engine())::furnish);
    return room;
  }

  static void harden(ProcessEngineConfigurationImpl engine, Staff staff) {
    engine.setProcessEngineName("default");
    // Its batches fail now and then with “More batch results than scheduled operations … a bug”.
    engine.setJdbcBatchProcessing(false);
    engine.setIdGenerator(new StrongUuidGenerator());

    var handlers = staff.handlersByName();
    engine.setCustomPreDeployers(new ArrayList<>(List.of(new WallAtDeploy(handlers.keySet()))));
    engine.setExpressionManager(new GuardedExpressions(handlers));
    engine.setArtifactFactory(new NoClasses());
    engine.setScriptEngineResolver(new NoScripts());
    engine.setEnableFetchScriptEngineFromProcessApplication(false);
    engine.setEnableScriptEngineLoadExternalResources(false);
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setDeserializationAllowedClasses("");
    engine.setDeserializationAllowedPackages("");
    engine.setJavaSerializationFormatEnabled(false);
    engine.setEnableXxeProcessing(false);
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new SavePoints())));

    engine.setIdentityProviderSessionFactory(new DirectoryIdentity.Factory(staff.directory()));
    engine.setAuthorizationEnabled(true);
    engine.setAuthorizationCheckRevokes(
        ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
    engine.setResourceAuthorizationProvider(new TaskGrants());
    engine.setDefaultUserPermissionNameForTask("TASK_WORK");
    engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9_.@:-]+");
    engine.setAdminGroups(new ArrayList<>());
    engine.setAdminUsers(new ArrayList<>());

    engine.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
    engine.setHistoryTimeToLive("P365D");
    engine.setHistoryCleanupBatchWindowStartTime("03:00");
    engine.setHistoryCleanupBatchWindowEndTime("05:00");
    engine.setFailedJobRetryTimeCycle(SavePoints.RETRIES);
    engine.setJobExecutorAcquireByDueDate(true);
    engine.setEnsureJobDueDateNotNull(true);
    engine.setCmmnEnabled(false);
    engine.setStandaloneTasksEnabled(false);
    engine.setMetricsEnabled(false);
    engine.setTaskMetricsEnabled(false);
  }

  /** The engine itself, for whoever must show it to Tasklist or look behind the ports in a test. */
  public ProcessEngine engine() {
    return engine;
  }

  Directory directory() {
    return directory;
  }

  public Processes processes() {
    return new EngineProcesses(this);
  }

  public HumanTasks humanTasks() {
    return new EngineHumanTasks(this);
  }

  public Decisions decisions() {
    return new EngineDecisions(this, answers, newest);
  }

  public DecisionNotes decisionNotes() {
    return new EngineDecisionNotes(this, newest);
  }

  public Diagrams diagrams() {
    return new EngineDiagrams(this);
  }

  public StalledSteps stalledSteps() {
    return new EngineStalledSteps(this);
  }

  public Timers timers() {
    return new EngineTimers(this);
  }

  public Overview overview() {
    return new EngineOverview(this, new EngineTimers(this));
  }

  /** Deploys all of a release together; does nothing when exactly this was deployed last. */
  public void deploy(Release release) {
    var deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .name("honbu")
            .source("honbu")
            .enableDuplicateFiltering(false);
    release.files().forEach(deployment::addString);
    if (!release.files().isEmpty()) {
      asHonbu(deployment::deploy);
    }
  }

  /** Loses every run, task and timer; for a rebuild, while no job runs. */
  public void forgetEverything() {
    asHonbu(() -> forgetEverything(engine));
  }

  /** As {@link #forgetEverything()}, for the test kit, which meets the engine on a server. */
  public static void forgetEverything(ProcessEngine engine) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    configuration.getCommandExecutorTxRequired().execute(new ForgetsEverything());
  }

  /** Begins to run due jobs; until then nothing moves by itself. */
  void runJobs() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    configuration.getJobExecutor().start();
  }

  /** Works on the engine as Honbu itself, whoever is signed in on this thread. */
  <T> T asHonbu(Supplier<T> work) {
    var identity = (IdentityServiceImpl) engine.getIdentityService();
    var person = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return work.get();
    } finally {
      identity.setAuthentication(person);
    }
  }

  /** As {@link #asHonbu(Supplier)}, without an answer. */
  void asHonbu(Runnable work) {
    asHonbu(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  @Override
  public void close() {
    asHonbu(engine::close);
    DateTimeUtils.setCurrentMillisSystem();
  }
}
