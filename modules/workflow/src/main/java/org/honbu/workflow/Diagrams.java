package org.honbu.workflow;

import java.util.List;
import java.util.Optional;

/** The pictures themselves, to be drawn with the token on them. */
public interface Diagrams {

  /** The BPMN XML of one version. */
  String xml(Ref diagram);

  /**
   * The BPMN XML of one version.
   *
   * @param key the engine's own id for it, as somebody says it; empty when there is none of that id
   */
  Optional<String> find(String key);

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
