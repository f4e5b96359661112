package org.honbu.warroom.internal.topics;

import java.util.List;
import org.honbu.kernel.IncidentId;

/** Keeps topics, who is in them and what was put off. Joins the caller's transaction. */
interface TopicStore {

  /** All of the incident, oldest first. */
  List<TopicRow> topics(IncidentId incident);

  /** Who is in any topic of the incident, first come first. */
  List<TopicMember> members(IncidentId incident);

  /** What was put off, oldest first. */
  List<ParkedRow> parked(IncidentId incident);

  void add(Object row);

  void remove(TopicMember member);

  /** Sends what was changed to the database now. */
  void flush();

  /** Forgets what was read before the incident was locked: no decision may stand on it. */
  void readAfresh();
}
