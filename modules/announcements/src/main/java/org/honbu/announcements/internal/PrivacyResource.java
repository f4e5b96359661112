package org.honbu.announcements.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.PrivacyReading;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/** What waits to be read for privacy before it leaves (A34). */
@Path("/incidents/{incident}/privacy-reading")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class PrivacyResource {
  private final PrivacyReading reading;
  private final CurrentPerson current;

  @Inject
  public PrivacyResource(PrivacyReading reading, CurrentPerson current) {
    this.reading = reading;
    this.current = current;
  }

  /** For those who may read it. */
  @GET
  public List<WaitingJson> waiting(@PathParam("incident") String incident) {
    return reading.waiting(new IncidentId(incident), current.id()).stream()
        .filter(text -> text.part() != PrivacyReading.Part.NOT_YOURS)
        .map(
            text ->
                new WaitingJson(
                    text.key(),
                    text.text().ja(),
                    text.text().en(),
                    text.author().value(),
                    text.since().toString(),
                    text.part().name()))
        .toList();
  }

  /** The caller has read it. */
  @POST
  @Path("/{key}/approve")
  public void approve(
      @PathParam("incident") String incident,
      @PathParam("key") String key,
      @Nullable ReadJson form) {
    done(reading.approve(new IncidentId(incident), key, reason(form), current.id()));
  }

  /** The caller has read it, and it has to be written anew. */
  @POST
  @Path("/{key}/send-back")
  public void sendBack(
      @PathParam("incident") String incident,
      @PathParam("key") String key,
      @Nullable ReadJson form) {
    done(reading.sendBack(new IncidentId(incident), key, reason(form), current.id()));
  }

  private static String reason(@Nullable ReadJson form) {
    return form == null ? "" : Optional.ofNullable(form.reason()).orElse("");
  }

  private static void done(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw new ProblemException(AnnouncementProblems.NOT_ALLOWED, no.why().ja(), no.why().en());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw new ProblemException(AnnouncementProblems.NOT_NOW, no.why().ja(), no.why().en());
    }
  }

  /**
   * Who has read it, as what.
   *
   * @param reason why a process owner reads it instead; officers need none, unless they send it
   *     back
   */
  public record ReadJson(@Nullable String reason) {}

  /**
   * A text that waits.
   *
   * @param part OFFICER or INSTEAD
   */
  public record WaitingJson(
      String key, String textJa, String textEn, String author, String since, String part) {}
}
