package org.honbu.workflow.internal;

import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/**
 * Looks for due jobs, and never sleeps over one that came after it had begun to look.
 *
 * <p>The engine's own drops a hint that comes between its look and its sleep, and a page waits for
 * the next poll; for a hint that woke it, it looks twice.
 */
final class LightSleeper extends SequentialJobAcquisitionRunnable {
  private long hints;
  private long known;

  LightSleeper(JobExecutor executor) {
    super(executor);
  }

  @Override
  protected AcquiredJobs acquireJobs(
      JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
    beginToLook();
    return super.acquireJobs(context, strategy, engine);
  }

  /** What was added so far is in the database: looking finds it. */
  void beginToLook() {
    synchronized (MONITOR) {
      known = hints;
      clearJobAddedNotification();
    }
  }

  @Override
  public void jobWasAdded() {
    synchronized (MONITOR) {
      hints++;
      isJobAdded = true;
      MONITOR.notifyAll();
    }
  }

  @Override
  protected void suspendAcquisition(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    synchronized (MONITOR) {
      try {
        for (long left = millis;
            hints == known && !isInterrupted && left > 0;
            left = (end - System.nanoTime()) / 1_000_000) {
          MONITOR.wait(left);
        }
      } catch (InterruptedException stopped) { // only the executor's end interrupts
        isInterrupted = true;
      }
    }
  }

  @Override
  public void stop() {
    synchronized (MONITOR) {
      isInterrupted = true;
      MONITOR.notifyAll();
    }
  }
}
