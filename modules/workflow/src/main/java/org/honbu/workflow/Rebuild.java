package org.honbu.workflow;

/**
 * Whether this start has emptied the engine's runtime tables ({@code honbu.workflow.rebuild}).
 *
 * <p>Domain rows say what is; the process only says what happens next. Whoever owns a process
 * starts it again where the record stands, before facts are delivered, so that nobody else starts
 * it at the same time.
 */
public interface Rebuild {
  boolean isAsked();
}
