package org.honbu.incidents;

import org.honbu.kernel.PersonId;

/** What a commander answers (FM-15). Nothing takes command from them but they themselves. */
public sealed interface CareAnswer {

  /**
   * パスする: somebody else is asked to take over; command moves when they accept.
   *
   * @param reason at most 500 characters, may be empty
   */
  record Pass(PersonId to, String reason) implements CareAnswer {}

  /**
   * 仕事を任せる: somebody else is asked to do the work.
   *
   * @param work what it is, 1 to 500 characters
   */
  record Delegate(PersonId to, String work) implements CareAnswer {}

  /**
   * このまま: they go on and are asked again (TM26).
   *
   * @param reason 1 to 500 characters when their hands are at work; otherwise may be empty
   */
  record GoOn(String reason) implements CareAnswer {}
}
