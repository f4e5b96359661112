package org.honbu.workflow.contract;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How things are named. */
final class Names {
  /** What the Modeler makes up: {@code Activity_0x3k9ab}. */
  private static final Pattern RANDOM = Pattern.compile(".*_(?=[0-9a-z]*\\d)[0-9a-z]{7}");

  private static final Pattern BILINGUAL = Pattern.compile(".*\\S / \\S.*", Pattern.DOTALL);

  private Names() {}

  static boolean isRandom(String id) {
    return RANDOM.matcher(id).matches();
  }

  static boolean isBilingual(@Nullable String name) {
    return name != null && BILINGUAL.matcher(name).matches();
  }
}
