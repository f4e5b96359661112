package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.Notes;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/** Notes on a timeline; 204 once it is written. */
@Path("incidents/{id}/notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotesResource {
  private final Notes notes;
  private final Replies replies;

  @Inject
  public NotesResource(Notes notes, Replies replies) {
    this.notes = notes;
    this.replies = replies;
  }

  /**
   * A note.
   *
   * @param tag {@code NOTE} when it is left out
   */
  public record Note(@Nullable String text, @Nullable String tag) {}

  @POST
  public void write(@PathParam("id") String id, @Nullable Note note) {
    Note said = note == null ? new Note(null, null) : note;
    String text = said.text() == null ? "" : said.text();
    Replies.check(notes.write(new IncidentId(id), tag(said.tag()), text, replies.anEmployee()));
  }

  static NoteTag tag(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return NoteTag.NOTE;
    }
    return NoteTag.named(name.strip())
        .orElseThrow(
            () ->
                new ProblemException(
                    IncidentProblems.FIELD_UNKNOWN_VALUE,
                    "tag",
                    Arrays.stream(NoteTag.values())
                        .map(NoteTag::name)
                        .collect(Collectors.joining(", "))));
  }
}
