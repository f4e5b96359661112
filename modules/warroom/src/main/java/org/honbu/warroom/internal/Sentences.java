package org.honbu.warroom.internal;

import java.util.regex.Pattern;

/** Puts what people wrote into sentences of ours. */
public final class Sentences {
  private static final Pattern STOP = Pattern.compile("[。．.\\s]+$");

  private Sentences() {}

  /** Their sentence without its full stop, for ours goes on or brings its own. */
  public static String withoutStop(String written) {
    return STOP.matcher(written).replaceFirst("");
  }
}
