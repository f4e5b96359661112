package org.honbu.app.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.honbu.alerts.Alerts;
import org.honbu.announcements.Announcements;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Source;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.Notifications;
import org.honbu.workflow.HumanTasks;

/**
 * Shows what left the house for an incident, what monitoring said and whom it waits for; begins
 * drills.
 */
@Path("story-door")
@RequestScoped
public class StoryDoor {
  private final Notifications notifications;
  private final HumanTasks tasks;
  private final Alerts alerts;
  private final Incidents incidents;
  private final Announcements announcements;
  private final Clock clock;

  @Inject
  public StoryDoor(
      Notifications notifications,
      HumanTasks tasks,
      Alerts alerts,
      Incidents incidents,
      Announcements announcements,
      Clock clock) {
    this.notifications = notifications;
    this.tasks = tasks;
    this.alerts = alerts;
    this.incidents = incidents;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Begins a drill on this component; answers its number. */
  @POST
  @Path("drills/{component}")
  @Produces(MediaType.TEXT_PLAIN)
  public String drill(@PathParam("component") String component) {
    var now = clock.instant();
    return incidents
        .declare(
            new Declaration(
                "drill",
                Kind.DRILL,
                Source.EMPLOYEE,
                Actor.honbu("stories"),
                Optional.of(component),
                Optional.empty(),
                Impact.UNKNOWN,
                Visibility.UNKNOWN,
                Optional.empty(),
                now,
                Optional.empty()))
        .value();
  }

  /** Publishes what is approved, whatever the drill's process has come to. */
  @POST
  @Path("drills/{incident}/publish")
  public void publish(@PathParam("incident") String incident) {
    announcements.publishApproved(new IncidentId(incident));
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
