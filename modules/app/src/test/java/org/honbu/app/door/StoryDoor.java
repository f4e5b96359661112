package org.honbu.app.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
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
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.PostFailing;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.Component;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Organisation;
import org.honbu.people.Rotation;
import org.honbu.people.Team;
import org.honbu.workflow.HumanTasks;

/**
 * Shows what left the house for an incident, what monitoring said and whom it waits for; begins
 * drills, lets the status page fail, and settles a team that has nobody on its first level.
 */
@Path("story-door")
@RequestScoped
public class StoryDoor {
  private final Notifications notifications;
  private final HumanTasks tasks;
  private final Alerts alerts;
  private final Incidents incidents;
  private final Announcements announcements;
  private final Organisation organisation;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public StoryDoor(
      Notifications notifications,
      HumanTasks tasks,
      Alerts alerts,
      Incidents incidents,
      Announcements announcements,
      Organisation organisation,
      Outbox outbox,
      Clock clock) {
    this.notifications = notifications;
    this.tasks = tasks;
    this.alerts = alerts;
    this.incidents = incidents;
    this.announcements = announcements;
    this.organisation = organisation;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Begins a drill on this component; answers its number. */
  @POST
  @Path("drills/{component}")
  public Response drill(@PathParam("component") String component) {
    IncidentId drill =
        incidents.declare(
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
                clock.instant(),
                Optional.empty()));
    return Response.ok(
            Json.createObjectBuilder().add("id", drill.value()).build().toString(),
            MediaType.APPLICATION_JSON)
        .build();
  }

  /** Publishes what is approved, whatever the drill's process has come to. */
  @POST
  @Path("drills/{incident}/publish")
  public void publish(@PathParam("incident") String incident) {
    announcements.publishApproved(new IncidentId(incident));
  }

  /** As the sender says it when a line for the status page has not left in three tries. */
  @POST
  @Path("{incident}/not-out/{key}")
  @Transactional
  public void notOut(@PathParam("incident") String incident, @PathParam("key") String key) {
    outbox.announce(
        new PostFailing(Kind.REAL, incident, "status-page", key, clock.instant()),
        new Subject(incident));
  }

  /** A team that owns the component and has only this person on call, on the second level. */
  @POST
  @Path("half-staffed/{component}/{person}")
  public void halfStaffed(
      @PathParam("component") String component, @PathParam("person") String person) {
    var team = new TeamId("half-staffed");
    organisation.define(new Team(team, new Words("半分", "Half"), Team.Type.PRODUCT));
    organisation.define(
        team,
        OnCallLevel.SECONDARY,
        new Rotation(
            ZoneId.of("Asia/Tokyo"),
            DayOfWeek.MONDAY,
            LocalTime.of(10, 0),
            LocalDate.of(2024, 1, 1),
            List.of(new PersonId(person))));
    organisation.define(new Component(component, Component.Function.CORE, team, Optional.empty()));
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
