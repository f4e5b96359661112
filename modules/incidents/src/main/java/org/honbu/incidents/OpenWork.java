package org.honbu.incidents;

import java.util.List;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/** What people are working on; answered by the module that gives work to them. */
public interface OpenWork {

  /** Every piece of work under way, a line each, first given first; empty when none was given. */
  List<Words> of(IncidentId incident);
}
