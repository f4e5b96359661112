package org.honbu.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.honbu.workflow.Diagrams;

/** Diagrams as they were deployed. */
record EngineDiagrams(EngineRoom room) implements Diagrams {

  @Override
  public String xml(Ref diagram) {
    return room.asHonbu(() -> read(diagram.key()));
  }

  private String read(String key) {
    try (InputStream xml = repository().getProcessModel(key)) {
      return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Optional<String> find(String key) {
    return room.asHonbu(
        () ->
            repository().createProcessDefinitionQuery().processDefinitionId(key).list().stream()
                .findFirst()
                .map(process -> read(process.getId())));
  }

  @Override
  public List<Ref> newest() {
    return room.asHonbu(
        () ->
            repository()
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(process -> new Ref(process.getKey(), process.getVersion(), process.getId()))
                .toList());
  }

  private RepositoryService repository() {
    return room.engine().getRepositoryService();
  }
}
