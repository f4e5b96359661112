package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Handovers;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.ReadBack;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/** Handing command over: {@code /api/v1/incidents/{id}/handover}. */
@Path("incidents/{id}/handover")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HandoverResource {
  private final Handovers handovers;
  private final HandoverBoard board;
  private final IncidentBoard incidents;
  private final Replies replies;

  @Inject
  public HandoverResource(
      Handovers handovers, HandoverBoard board, IncidentBoard incidents, Replies replies) {
    this.handovers = handovers;
    this.board = board;
    this.incidents = incidents;
    this.replies = replies;
  }

  /**
   * To whom, and why.
   *
   * @param successor left out: everybody qualified is asked
   * @param reason {@link HandoverReason}; {@code PERSONAL} when left out
   * @param briefing topics by key; left out: it is drafted and asked for
   */
  public record Offer(
      @Nullable String successor,
      @Nullable String reason,
      @Nullable String words,
      @Nullable Map<String, String> briefing) {}

  /** FM-16, by key of the topic. */
  public record Brief(@Nullable Map<String, String> briefing) {}

  /** What was understood. */
  public record Accept(
      @Nullable String objective,
      @Nullable Integer openWork,
      @Nullable String nextAnnouncement,
      @Nullable String risk) {}

  /** Why command is taken. */
  public record Take(@Nullable String reason) {}

  /** What an executive says, and whether they take command. */
  public record Overrule(@Nullable String words, @Nullable Boolean takesCommand) {}

  /** What the former commander does now. */
  public record Part(@Nullable String part) {}

  @GET
  public HandoverDocument.Running running(@PathParam("id") String id) {
    replies.anEmployee();
    IncidentId incident = incidents.view(new IncidentId(id)).id();
    return board
        .running(incident)
        .map(now -> HandoverDocument.running(now, board.toReadBack(incident), replies.writer()))
        .orElseThrow(() -> new ProblemException(IncidentProblems.NO_HANDOVER, id));
  }

  @POST
  public IncidentDocument.Whole offer(@PathParam("id") String id, @Nullable Offer form) {
    PersonId by = replies.anEmployee();
    Offer said = form == null ? new Offer(null, null, null, null) : form;
    var wish =
        new HandoverWish(
            Replies.atMost("successor", said.successor(), 64).map(PersonId::new),
            Replies.atMost("reason", said.reason(), 32)
                .map(HandoverResource::reason)
                .orElse(HandoverReason.PERSONAL),
            Replies.atMost("words", said.words(), 500).orElse(""),
            topics(said.briefing()));
    return replies.after(id, handovers.offer(new IncidentId(id), wish, by));
  }

  /** The briefing as it stands, or as Honbu would draft it now. */
  @GET
  @Path("briefing")
  public List<HandoverDocument.Said> briefing(@PathParam("id") String id) {
    replies.anEmployee();
    IncidentId incident = incidents.view(new IncidentId(id)).id();
    return HandoverDocument.briefing(
        board.running(incident).map(now -> now.briefing()).orElseGet(() -> board.draft(incident)),
        replies.writer());
  }

  @POST
  @Path("briefing")
  public IncidentDocument.Whole brief(@PathParam("id") String id, @Nullable Brief form) {
    PersonId by = replies.anEmployee();
    Map<Topic, String> edits = topics(form == null ? null : form.briefing());
    return replies.after(id, handovers.brief(new IncidentId(id), edits, by));
  }

  @POST
  @Path("accept")
  public IncidentDocument.Whole accept(@PathParam("id") String id, @Nullable Accept form) {
    PersonId by = replies.anEmployee();
    Accept said = form == null ? new Accept(null, null, null, null) : form;
    Integer openWork = said.openWork();
    var readBack =
        new ReadBack(
            orEmpty(said.objective()),
            openWork == null ? "" : openWork.toString(),
            orEmpty(said.nextAnnouncement()),
            orEmpty(said.risk()));
    return replies.after(id, handovers.accept(new IncidentId(id), readBack, by));
  }

  @POST
  @Path("decline")
  public IncidentDocument.Whole decline(@PathParam("id") String id) {
    return replies.after(id, handovers.decline(new IncidentId(id), replies.anEmployee()));
  }

  @POST
  @Path("withdraw")
  public IncidentDocument.Whole withdraw(@PathParam("id") String id) {
    return replies.after(id, handovers.withdraw(new IncidentId(id), replies.anEmployee()));
  }

  @POST
  @Path("take")
  public IncidentDocument.Whole take(@PathParam("id") String id, @Nullable Take form) {
    String reason = form == null ? "" : orEmpty(form.reason());
    return replies.after(id, handovers.take(new IncidentId(id), reason, replies.anEmployee()));
  }

  @POST
  @Path("still-in-command")
  public IncidentDocument.Whole stillInCommand(@PathParam("id") String id) {
    return replies.after(id, handovers.stillInCommand(new IncidentId(id), replies.anEmployee()));
  }

  /** 「指揮を取りますか」 has to be answered. */
  @POST
  @Path("override")
  public IncidentDocument.Whole override(@PathParam("id") String id, @Nullable Overrule form) {
    PersonId by = replies.anEmployee();
    Boolean takes = form == null ? null : form.takesCommand();
    if (form == null || takes == null) {
      throw new ProblemException(
          IncidentProblems.FIELD_UNKNOWN_VALUE, "takesCommand", "true, false");
    }
    return replies.after(
        id, handovers.override(new IncidentId(id), orEmpty(form.words()), takes, by));
  }

  /** What executives wanted the announcer to know; for the announcer only. */
  @GET
  @Path("override")
  public List<HandoverDocument.Note> notes(@PathParam("id") String id) {
    PersonId by = replies.anEmployee();
    var view = incidents.view(new IncidentId(id));
    if (view.announcer().filter(by::equals).isEmpty()) {
      throw Replies.refused(new Words("読めるのはアナウンス担当だけです", "This is for the announcer only"));
    }
    return board.notesToAnnouncer(view.id()).stream()
        .map(
            note ->
                new HandoverDocument.Note(
                    replies.writer().who(note.from()), note.words(), note.at()))
        .toList();
  }

  @POST
  @Path("part")
  public IncidentDocument.Whole goesOnAs(@PathParam("id") String id, @Nullable Part form) {
    PersonId by = replies.anEmployee();
    String said = Replies.needed("part", form == null ? null : form.part(), 16);
    return replies.after(id, handovers.goesOnAs(new IncidentId(id), part(said), by));
  }

  private static Map<Topic, String> topics(@Nullable Map<String, String> said) {
    Map<Topic, String> topics = new EnumMap<>(Topic.class);
    if (said != null) {
      said.forEach((key, text) -> topics.put(topic(key), text));
    }
    return topics;
  }

  private static Topic topic(String key) {
    return Topic.named(key)
        .orElseThrow(
            () -> unknown("briefing", Arrays.stream(Topic.values()).map(Topic::key).toList()));
  }

  private static HandoverReason reason(String said) {
    return named(HandoverReason.values(), said)
        .orElseThrow(() -> unknown("reason", names(HandoverReason.values())));
  }

  private static NextPart part(String said) {
    return named(NextPart.values(), said)
        .orElseThrow(() -> unknown("part", names(NextPart.values())));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String said) {
    return Arrays.stream(all).filter(one -> one.name().equals(said)).findFirst();
  }

  private static <E extends Enum<E>> List<String> names(E[] all) {
    return Arrays.stream(all).map(Enum::name).toList();
  }

  private static ProblemException unknown(String field, List<String> known) {
    return new ProblemException(
        IncidentProblems.FIELD_UNKNOWN_VALUE,
        field,
        known.stream().collect(Collectors.joining(", ")));
  }

  private static String orEmpty(@Nullable String said) {
    return said == null ? "" : said;
  }
}
