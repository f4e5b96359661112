package org.honbu.web.internal;

/**
 * How a kind of timeline line looks.
 *
 * @param icon its picture
 * @param style {@code cmd} for acts of command, {@code pub} for what was published, {@code key} for
 *     what everybody should see at a glance
 */
record TimelineLook(String icon, String style) {

  /** By the line's type; a type nobody foresaw gets a plain dot. */
  static TimelineLook of(String type) {
    if (type.startsWith("command") || type.startsWith("hand")) {
      return new TimelineLook("flag", "cmd key");
    }
    if (type.startsWith("publish") || type.startsWith("announc")) {
      return new TimelineLook("megaphone", "pub");
    }
    if (type.startsWith("topic")) {
      return new TimelineLook("messages-square", type.equals("topic-closed") ? "key" : "");
    }
    return switch (type) {
      case "declared" -> new TimelineLook("bell-ring", "key");
      case "signal", "signal-attached" -> new TimelineLook("activity", "");
      case "signals-cleared" -> new TimelineLook("circle-check", "");
      case "rated" -> new TimelineLook("signal", "key");
      case "acknowledged", "answered" -> new TimelineLook("hand", "key");
      case "room-opened", "escalated" -> new TimelineLook("siren", "key");
      case "mitigated", "verified", "resolved", "closed" -> new TimelineLook("circle-check", "key");
      case "reopened", "followed", "recurred" -> new TimelineLook("repeat", "key");
      case "merged" -> new TimelineLook("arrow-right", "key");
      case "parted" -> new TimelineLook("repeat", "key");
      case "taken-back" -> new TimelineLook("undo-2", "key");
      case "room-joined", "room-left" -> new TimelineLook("users", "");
      case "summoned", "summons-answered" -> new TimelineLook("phone", "");
      case "summons-nobody" -> new TimelineLook("triangle-alert", "key");
      case "released" -> new TimelineLook("users", "cmd key");
      case "help-taken", "help-done" -> new TimelineLook("hand-helping", "");
      case "made-private" -> new TimelineLook("lock", "key");
      case "opened-to-all" -> new TimelineLook("eye", "key");
      case "refused" -> new TimelineLook("lock", "");
      case "paged", "page" -> new TimelineLook("phone", "");
      case "posted", "post", "slack-room" -> new TimelineLook("hash", "");
      case "note" -> new TimelineLook("message-square", "");
      case "note-finding", "note-evidence" -> new TimelineLook("search", "");
      case "note-decision" -> new TimelineLook("target", "cmd key");
      case "note-update" -> new TimelineLook("messages-square", "");
      case "work-given", "hands-wanted" -> new TimelineLook("hand-helping", "cmd");
      case "work-accepted", "hands-free" -> new TimelineLook("hand", "");
      case "work-reported" -> new TimelineLook("file-text", "key");
      case "work-time-up", "work-longer" -> new TimelineLook("timer", "");
      case "assessed" -> new TimelineLook("search", "cmd");
      case "decided" -> new TimelineLook("target", "cmd key");
      case "work-waits" -> new TimelineLook("hourglass", "cmd");
      case "status-shared" -> new TimelineLook("messages-square", "cmd");
      case "effect-reviewed" -> new TimelineLook("list-checks", "cmd");
      case "objectives-set" -> new TimelineLook("flag", "cmd");
      case "delegated" -> new TimelineLook("hand-helping", "cmd");
      case "link-made" -> new TimelineLook("eye", "");
      case "link-revoked" -> new TimelineLook("eye-off", "");
      case "runbook-added" -> new TimelineLook("book-open", "");
      case "postmortem" -> new TimelineLook("file-text", "");
      case "data-security" -> new TimelineLook("lock", "key");
      case "privacy-instead", "privacy-owners-asked", "summary-waits" ->
          new TimelineLook("lock", "key");
      case "regulator-begun", "regulator-due" -> new TimelineLook("hourglass", "key");
      case "regulator-sent", "regulator-not-needed" -> new TimelineLook("file-text", "key");
      case "regulator-called-off" -> new TimelineLook("circle-check", "");
      case "users-heard" -> new TimelineLook("users", "");
      case "stakeholders-told" -> new TimelineLook("file-text", "");
      case "activity" -> new TimelineLook("rocket", "");
      default -> new TimelineLook("circle-dot", "");
    };
  }
}
