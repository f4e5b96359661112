package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.honbu.kernel.Ids;

/** Ids for the public: they say nothing, count nothing and cannot be guessed. */
@ApplicationScoped
class PublicIds {
  static final int LENGTH = 12;

  private final Ids ids;

  @Inject
  PublicIds(Ids ids) {
    this.ids = ids;
  }

  /** Twelve small letters and digits, as Statuspage's are. */
  String next() {
    var id = new StringBuilder();
    while (id.length() < LENGTH) {
      id.append(ids.secret().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT));
    }
    return id.substring(0, LENGTH);
  }
}
