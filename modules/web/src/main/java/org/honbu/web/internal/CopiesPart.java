package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.honbu.warroom.CopyStatus;
import org.honbu.warroom.RoomCopies;

/** Tells operators how it stands with the plain-text copies of open rooms. */
@Named("copies")
@RequestScoped
public class CopiesPart {
  private final CopyStatus status;
  private final Texts texts;

  @Inject
  public CopiesPart(RoomCopies copies, Texts texts) {
    this(copies.status(), texts);
  }

  CopiesPart(CopyStatus status, Texts texts) {
    this.status = status;
    this.texts = texts;
  }

  public String getSentence() {
    if (status instanceof CopyStatus.Written written) {
      return texts.say("copies.written", texts.clock(written.at()), written.rooms());
    }
    if (status instanceof CopyStatus.Failing failing) {
      String good = failing.lastGood().map(texts::when).orElse("—");
      return texts.say("copies.failing", texts.when(failing.since()), good, failing.why());
    }
    return texts.say(status instanceof CopyStatus.Off ? "copies.off" : "copies.not-yet");
  }

  /** How the sentence looks. */
  public String getStyle() {
    if (status instanceof CopyStatus.Failing) {
      return "t-danger";
    }
    return status instanceof CopyStatus.Off ? "t-warn" : "";
  }
}
