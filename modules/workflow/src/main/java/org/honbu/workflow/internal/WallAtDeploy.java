package org.honbu.workflow.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.honbu.workflow.contract.DiagramContract;
import org.honbu.workflow.contract.Violation;

/** Checks whatever is deployed, by whichever way, before the engine reads it. */
record WallAtDeploy(Set<String> handlers) implements Deployer {

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    Map<String, String> files = new TreeMap<>();
    deployment
        .getResources()
        .forEach(
            (name, file) -> files.put(name, new String(file.getBytes(), StandardCharsets.UTF_8)));
    List<Violation> dangers = DiagramContract.dangers(files, handlers);
    if (!dangers.isEmpty()) {
      throw new BadUserRequestException(
          dangers.stream()
              .map(danger -> danger.file() + ": " + danger.says().both())
              .collect(Collectors.joining("\n")));
    }
  }
}
