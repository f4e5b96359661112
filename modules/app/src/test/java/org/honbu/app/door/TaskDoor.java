package org.honbu.app.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The human tasks of the diagrams that are deployed; begins one alone, without the story that would
 * lead to it, and says to whom one is offered.
 */
@Path("task-door")
@RequestScoped
public class TaskDoor {

  /** Every human task of the newest diagrams: its step, and the process it belongs to. */
  @GET
  public Response deployed() {
    JsonObjectBuilder steps = Json.createObjectBuilder();
    RepositoryService diagrams = engine().getRepositoryService();
    for (ProcessDefinition diagram :
        diagrams.createProcessDefinitionQuery().latestVersion().list()) {
      diagrams
          .getBpmnModelInstance(diagram.getId())
          .getModelElementsByType(UserTask.class)
          .forEach(task -> steps.add(task.getId(), diagram.getKey()));
    }
    return json(steps.build());
  }

  /** Lets somebody be waited for at this step, with these facts; answers as {@link #offered}. */
  @POST
  @Path("{subject}/{process}/{step}")
  public Response begin(
      @PathParam("subject") String subject,
      @PathParam("process") String process,
      @PathParam("step") String step,
      String facts) {
    JsonObject known = read(facts);
    var run =
        engine()
            .getRuntimeService()
            .createProcessInstanceByKey(process)
            .businessKey(subject)
            .startBeforeActivity(step);
    known.keySet().forEach(name -> run.setVariable(name, known.getString(name)));
    String started = run.execute().getId();
    return offer(
        engine().getTaskService().createTaskQuery().processInstanceId(started).singleResult());
  }

  private static JsonObject read(String facts) {
    try (JsonReader reader = Json.createReader(new StringReader(facts))) {
      return reader.readObject();
    }
  }

  /** Whom the task is offered to and who has it. */
  @GET
  @Path("tasks/{task}")
  public Response offered(@PathParam("task") String task) {
    return offer(engine().getTaskService().createTaskQuery().taskId(task).singleResult());
  }

  private static Response offer(Task task) {
    JsonArrayBuilder groups = Json.createArrayBuilder();
    JsonArrayBuilder people = Json.createArrayBuilder();
    for (IdentityLink link : engine().getTaskService().getIdentityLinksForTask(task.getId())) {
      if (link.getGroupId() != null) {
        groups.add(link.getGroupId());
      } else if (!link.getType().equals(IdentityLinkType.ASSIGNEE)) {
        people.add(link.getUserId());
      }
    }
    return json(
        Json.createObjectBuilder()
            .add("task", task.getId())
            .add("groups", groups)
            .add("people", people)
            .add("assignee", task.getAssignee() == null ? "" : task.getAssignee())
            .build());
  }

  /** Nobody is signed in to the engine on this thread: it does whatever it is asked to. */
  private static ProcessEngine engine() {
    return BpmPlatform.getProcessEngineService().getProcessEngine("default");
  }

  private static Response json(JsonObject answer) {
    return Response.ok(answer.toString(), MediaType.APPLICATION_JSON).build();
  }
}
