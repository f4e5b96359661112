package org.honbu.notifications.internal;

import org.honbu.notifications.OutsideLetter.Purpose;

/** What the link of a mail is in the reader's mail program. */
enum MailForm {
  /** A button that answers a call. */
  ANSWER("応答する / I have it"),
  /** A button that says: yes, I want this. */
  CONFIRM("登録する / Subscribe"),
  /**
   * No button: the end of what one gets is offered by the mail program itself (RFC 2369, RFC 8058),
   * and in the text.
   */
  NEWS("");

  private final String button;

  MailForm(String button) {
    this.button = button;
  }

  static MailForm of(Purpose purpose) {
    return switch (purpose) {
      case CONFIRM -> CONFIRM;
      case NEWS -> NEWS;
    };
  }

  /** In both languages; empty for none. */
  String button() {
    return button;
  }
}
