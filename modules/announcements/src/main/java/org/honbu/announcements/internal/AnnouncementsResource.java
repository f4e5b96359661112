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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Announcements.Outcome;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/** What users are told about one incident. */
@Path("/incidents/{incident}/announcements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class AnnouncementsResource {
  private static final Problem REFUSED =
      new Problem("HB-6001", Problem.Owner.CONFLICT, 409, new Words("{0}", "{1}"));
  private static final Problem UNREADABLE =
      new Problem(
          "HB-6002",
          Problem.Owner.CALLER,
          400,
          new Words("「{0}」が読めません：{1}", "“{0}” cannot be read: {1}"));

  private static final Problem HELD =
      new Problem(
          "HB-6003",
          Problem.Owner.CALLER,
          409,
          new Words("このままでは利用者に出せません。{0}", "Users should not be told so. {1}"));

  private static final Problem NOTHING_TOLD =
      new Problem(
          "HB-6009",
          Problem.Owner.CONFLICT,
          404,
          new Words(
              "{0} ではまだ利用者に何も知らせていません。最初のお知らせが出ると、サポートの定型文ができます",
              "Users were told nothing of {0} yet; the first message makes the text for support"));

  private final Announcements announcements;
  private final CurrentPerson current;

  @Inject
  public AnnouncementsResource(Announcements announcements, CurrentPerson current) {
    this.announcements = announcements;
    this.current = current;
  }

  @GET
  public List<AnnouncementJson> all(@PathParam("incident") String incident) {
    return announcements.of(new IncidentId(incident)).stream()
        .map(AnnouncementsResource::json)
        .toList();
  }

  /**
   * What customer support says to whoever asks.
   *
   * @return {@code HB-6009} before anybody was told
   */
  @GET
  @Path("/macro")
  public MacroJson macro(@PathParam("incident") String incident) {
    return announcements
        .macro(new IncidentId(incident))
        .map(
            macro ->
                new MacroJson(
                    macro.text().ja(), macro.text().en(), macro.told().toString(), macro.inApp()))
        .orElseThrow(() -> new ProblemException(NOTHING_TOLD, incident));
  }

  /** What could be said now; the one to say next first. */
  @GET
  @Path("/proposals")
  public List<ProposalJson> proposals(@PathParam("incident") String incident) {
    return announcements.proposals(new IncidentId(incident)).stream()
        .map(AnnouncementsResource::json)
        .toList();
  }

  /** What stands against a text; keeps nothing. */
  @POST
  @Path("/check")
  public List<FindingJson> check(@PathParam("incident") String incident, DraftJson draft) {
    return announcements.check(new IncidentId(incident), read(draft)).stream()
        .map(AnnouncementsResource::json)
        .toList();
  }

  @POST
  public AnnouncementJson draft(@PathParam("incident") String incident, DraftJson draft) {
    return done(announcements.draft(new IncidentId(incident), read(draft), current.id()));
  }

  /** The commander lets a held text go on to its approval. */
  @POST
  @Path("/{announcement}/let-through")
  public AnnouncementJson letThrough(
      @PathParam("incident") String incident,
      @PathParam("announcement") UUID announcement,
      ApprovalJson read) {
    String hash = Optional.ofNullable(read.hash()).orElse("");
    return done(
        announcements.letThrough(new IncidentId(incident), announcement, hash, current.id()));
  }

  @POST
  @Path("/{announcement}/approve")
  public AnnouncementJson approve(
      @PathParam("incident") String incident,
      @PathParam("announcement") UUID announcement,
      ApprovalJson approval) {
    String hash = Optional.ofNullable(approval.hash()).orElse("");
    Optional<Audience> audience =
        Optional.ofNullable(approval.statusPage())
            .map(page -> page ? Audience.USERS : Audience.SUPPORT);
    return done(
        announcements.approve(
            new IncidentId(incident), announcement, hash, audience, current.id()));
  }

  /** A privacy officer has read it. */
  @POST
  @Path("/{announcement}/privacy-approve")
  public AnnouncementJson approveForPrivacy(
      @PathParam("incident") String incident,
      @PathParam("announcement") UUID announcement,
      ApprovalJson read) {
    String hash = Optional.ofNullable(read.hash()).orElse("");
    return done(
        announcements.approveForPrivacy(
            new IncidentId(incident), announcement, hash, current.id()));
  }

  @POST
  @Path("/{announcement}/send-back")
  public AnnouncementJson sendBack(
      @PathParam("incident") String incident, @PathParam("announcement") UUID announcement) {
    return done(announcements.sendBack(new IncidentId(incident), announcement, current.id()));
  }

  private static Draft read(DraftJson draft) {
    String japanese = Optional.ofNullable(draft.textJa()).orElse("");
    String english = Optional.ofNullable(draft.textEn()).filter(t -> !t.isBlank()).orElse(japanese);
    return new Draft(
        phase(Optional.ofNullable(draft.phase()).orElse("UPDATE")),
        new Words(japanese, english),
        Optional.ofNullable(draft.next()).map(AnnouncementsResource::instant),
        Optional.ofNullable(draft.corrects()).map(AnnouncementsResource::announcement));
  }

  private static Announcement.Phase phase(String name) {
    try {
      return Announcement.Phase.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw new ProblemException(unknown, UNREADABLE, "phase", name);
    }
  }

  private static UUID announcement(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException unreadable) {
      throw new ProblemException(unreadable, UNREADABLE, "corrects", id);
    }
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new ProblemException(unreadable, UNREADABLE, "next", text);
    }
  }

  private static AnnouncementJson done(Outcome outcome) {
    if (outcome instanceof Outcome.Refused held && !held.findings().isEmpty()) {
      throw new ProblemException(HELD, held.why().ja(), held.why().en());
    }
    if (outcome instanceof Outcome.Refused refused) {
      throw new ProblemException(REFUSED, refused.why().ja(), refused.why().en());
    }
    return json(((Outcome.Done) outcome).announcement());
  }

  private static AnnouncementJson json(Announcement announcement) {
    return new AnnouncementJson(
        announcement.id().toString(),
        announcement.number(),
        announcement.phase().name(),
        announcement.text().ja(),
        announcement.text().en(),
        announcement.next().map(Instant::toString).orElse(null),
        announcement.hash(),
        announcement.state().name(),
        announcement.author().value(),
        announcement.approver().map(PersonId::value).orElse(null),
        announcement.publishedAt().map(Instant::toString).orElse(null),
        announcement.corrects().map(UUID::toString).orElse(null),
        announcement.letThroughBy().map(PersonId::value).orElse(null),
        announcement.privacyApprover().map(PersonId::value).orElse(null),
        announcement.autoInitial(),
        announcement.byHand().map(AnnouncementsResource::json).orElse(null),
        announcement.audience().name());
  }

  private static ByHandJson json(Announcement.ByHand entry) {
    return new ByHandJson(
        entry.by().value(), entry.at().toString(), entry.where(), entry.link().orElse(null));
  }

  private static ProposalJson json(Draft proposal) {
    return new ProposalJson(
        proposal.phase().name(),
        proposal.text().ja(),
        proposal.text().en(),
        proposal.next().map(Instant::toString).orElse(null),
        proposal.corrects().map(UUID::toString).orElse(null));
  }

  private static FindingJson json(LintFinding finding) {
    return new FindingJson(
        finding.rule().name(),
        switch (finding.field()) {
          case TEXT_JA -> "textJa";
          case TEXT_EN -> "textEn";
          case NEXT -> "next";
        },
        finding.found(),
        finding.why().ja(),
        finding.why().en());
  }

  /**
   * What to say.
   *
   * @param phase INITIAL, UPDATE, MITIGATED, RESOLVED, NO_IMPACT or CORRECTION
   * @param next ISO 8601 with offset; left out only when the phase closes the incident
   * @param corrects id of the published message that was wrong; for a correction only
   */
  public record DraftJson(
      @Nullable String phase,
      @Nullable String textJa,
      @Nullable String textEn,
      @Nullable String next,
      @Nullable String corrects) {}

  /** A text that was filled in from the record, to be sent as a draft. */
  public record ProposalJson(
      String phase,
      String textJa,
      String textEn,
      @Nullable String next,
      @Nullable String corrects) {}

  /**
   * What stands against a text.
   *
   * @param field of the draft
   * @param found the words it is about; empty when something is missing
   */
  public record FindingJson(String rule, String field, String found, String ja, String en) {}

  /**
   * The approver's word.
   *
   * @param hash of the text they read
   * @param statusPage whether it goes on the status page, too; only where the table leaves that to
   *     whoever approves, and needed there (DM-5)
   */
  public record ApprovalJson(@Nullable String hash, @Nullable Boolean statusPage) {}

  /**
   * What customer support pastes, as plain lines.
   *
   * @param told when the message in it went out
   * @param inApp whether somebody has to paste it into the app, too: nothing puts it there by
   *     itself
   */
  public record MacroJson(String ja, String en, String told, boolean inApp) {}

  /**
   * One message as it stands.
   *
   * @param autoInitial whether it went out as the prepared first text, approved by nobody
   * @param byHand who entered it where users read it, when it did not get there by itself
   * @param audience USERS; SUPPORT where customer support alone passes it on; INSIDE for those who
   *     work here only
   */
  public record AnnouncementJson(
      String id,
      int number,
      String phase,
      String textJa,
      String textEn,
      @Nullable String next,
      String hash,
      String state,
      String author,
      @Nullable String approver,
      @Nullable String publishedAt,
      @Nullable String corrects,
      @Nullable String letThroughBy,
      @Nullable String privacyApprover,
      boolean autoInitial,
      @Nullable ByHandJson byHand,
      String audience) {}

  /**
   * Somebody entered a message where users read it.
   *
   * @param where the name of the place
   * @param link where it can be read
   */
  public record ByHandJson(String by, String at, String where, @Nullable String link) {}
}
