package org.honbu.web.internal;

/**
 * Something to press in the bar of a room.
 *
 * @param dialog the dialog that it opens; empty when it does something else
 * @param act the act that it sends; empty when it does something else
 * @param to the place on the page that it leads to; empty when it does something else
 * @param key the letter that finds it; empty when none does
 */
public record Press(String label, String icon, String dialog, String act, String to, String key) {

  static Press opens(String label, String icon, String dialog, String key) {
    return new Press(label, icon, dialog, "", "", key);
  }

  static Press sends(String label, String icon, String act, String key) {
    return new Press(label, icon, "", act, "", key);
  }

  static Press leads(String label, String icon, String to) {
    return new Press(label, icon, "", "", to, "");
  }

  Press withKey(String letter) {
    return new Press(label, icon, dialog, act, to, letter);
  }

  /** Whether pressing either would do the same. */
  boolean isAs(Press other) {
    return dialog.equals(other.dialog) && act.equals(other.act) && to.equals(other.to);
  }
}
