package org.honbu.workflow;

import java.util.List;

/** The pictures themselves, to be drawn with the token on them. */
public interface Diagrams {

  /** The BPMN XML of one version. */
  String xml(Ref diagram);

  /** Diagrams of the newest version of everything deployed. */
  List<Ref> newest();

  /**
   * One version of one diagram.
   *
   * @param process its id
   * @param version 1 for the first deployed
   * @param key the engine's own id for this version
   */
  record Ref(String process, int version, String key) {}
}
