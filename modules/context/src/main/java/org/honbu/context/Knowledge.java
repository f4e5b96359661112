package org.honbu.context;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * What is known about the thing that broke, for whoever has never seen it (DOMAIN T19).
 *
 * <p>Each method is one transaction. An unknown number fails with 404 {@code HB-3001}.
 */
public interface Knowledge {

  /**
   * Everything on one screen: whose it is, who is on call for it, what it stands on, what was
   * changed lately, when something like it happened before and what helped then.
   *
   * @param reader addresses of people are told to those who may respond to the incident, and in no
   *     drill
   */
  ContextPack of(IncidentId incident, PersonId reader);

  /**
   * Writes down where the runbook of the incident's component is.
   *
   * <p>May: the component's team, and whoever may respond to the incident.
   *
   * @param url an address of the web, at most 500 characters; else 400 {@code HB-8501}
   */
  Outcome addRunbook(IncidentId incident, String url, PersonId by);

  /** How it went. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    /** It is written down already, or the catalogue has no such component. */
    record NotNow(Words why) implements Outcome {}

    record NotAllowed(Words why) implements Outcome {}
  }
}
