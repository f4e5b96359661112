package org.honbu.app.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.honbu.alerts.Alerts;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.Notifications;
import org.honbu.workflow.HumanTasks;

/** Shows what left the house for an incident, what monitoring said and whom it waits for. */
@Path("story-door")
@RequestScoped
public class StoryDoor {
  private final Notifications notifications;
  private final HumanTasks tasks;
  private final Alerts alerts;

  @Inject
  public StoryDoor(Notifications notifications, HumanTasks tasks, Alerts alerts) {
    this.notifications = notifications;
    this.tasks = tasks;
    this.alerts = alerts;
  }

  @GET
  @Path("{incident}")
  public Response look(@PathParam("incident") String id) {
    var incident = new IncidentId(id);
    JsonArrayBuilder messages = Json.createArrayBuilder();
    notifications
        .outgoing(incident)
        .forEach(
            message ->
                messages.add(
                    Json.createObjectBuilder()
                        .add("channel", message.channel())
                        .add("to", message.to().map(PersonId::value).orElse(""))
                        .add("subject", message.subject())
                        .add("text", message.text())
                        .add("answer", message.answer().map(URI::getPath).orElse(""))
                        .add("state", message.state().name())));
    JsonArrayBuilder open = Json.createArrayBuilder();
    tasks
        .open(incident)
        .forEach(
            task ->
                open.add(
                    Json.createObjectBuilder()
                        .add("id", task.id())
                        .add("step", task.step())
                        .add("groups", String.join(",", task.groups()))
                        .add("assignee", task.assignee().map(PersonId::value).orElse(""))));
    JsonArrayBuilder signals = Json.createArrayBuilder();
    alerts.signals(incident).forEach(signal -> signals.add(signal.times()));
    return Response.ok(
            Json.createObjectBuilder()
                .add("messages", messages)
                .add("tasks", open)
                .add("signals", signals)
                .build()
                .toString(),
            MediaType.APPLICATION_JSON)
        .build();
  }
}
