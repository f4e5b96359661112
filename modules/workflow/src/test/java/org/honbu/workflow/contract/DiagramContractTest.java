package org.honbu.workflow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed diagrams, tables and forms keep every promise. */
class DiagramContractTest {

  @Test
  void everythingInBpmnKeepsItsPromises() {
    assertThat(DiagramContract.check(DiagramContract.folder(Path.of("../../bpmn")))).isEmpty();
  }
}
