package org.honbu.workflow.internal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Runs due jobs on the server's threads, tuned for a pager: an idle engine looks every second at
 * the latest, and a dead node's jobs return after half a minute (stock: 60 s and 5 min).
 */
final class ManagedJobs extends JobExecutor {
  private final ExecutorService threads;
  private final ThreadFactory acquirer;
  private @Nullable Thread acquisition;

  ManagedJobs(ExecutorService threads, ThreadFactory acquirer, EngineConfig config) {
    this.threads = threads;
    this.acquirer = acquirer;
    setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    setWaitTimeInMillis((int) config.jobPoll().toMillis());
    setMaxWait(config.jobPollIdle().toMillis());
    setBackoffTimeInMillis(25);
    setMaxBackoff(500);
    setMaxJobsPerAcquisition(config.jobsPerPoll());
    setLockTimeInMillis((int) config.jobLock().toMillis());
  }

  @Override
  protected void ensureInitialization() {
    super.ensureInitialization();
    acquireJobsRunnable = new LightSleeper(this);
  }

  @Override
  protected void startExecutingJobs() {
    acquisition = acquirer.newThread(acquireJobsRunnable);
    acquisition.start();
  }

  @Override
  protected void stopExecutingJobs() {
    if (acquisition != null) {
      acquisition.interrupt();
    }
  }

  @Override
  public void executeJobs(List<String> jobs, ProcessEngineImpl engine) {
    try {
      threads.execute(getExecuteJobsRunnable(jobs, engine));
    } catch (RejectedExecutionException full) {
      logRejectedExecution(engine, jobs.size());
      rejectedJobsHandler.jobsRejected(jobs, engine, this);
    }
  }
}
