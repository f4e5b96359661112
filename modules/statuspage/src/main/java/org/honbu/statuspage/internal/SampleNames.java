package org.honbu.statuspage.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.Config;
import org.honbu.kernel.Words;
import org.honbu.statuspage.ShownComponent;

/** What the sample shop's components are called on its page, where nobody has named any. */
@ApplicationScoped
class SampleNames {
  private final NamesForUsers names;
  private final Config config;

  @Inject
  SampleNames(NamesForUsers names, Config config) {
    this.names = names;
    this.config = config;
  }

  @Transactional
  void settle(@Observes @Priority(Interceptor.Priority.APPLICATION + 50) Startup serverIsUp) {
    boolean sample =
        config.getOptionalValue("honbu.people.sample-organisation", Boolean.class).orElse(false);
    if (sample && names.shown().isEmpty()) {
      show("payment-api", "決済", "Payments", 1);
      show("checkout-web", "ご注文", "Checkout", 2);
      show("search-api", "検索", "Search", 3);
      show("mail-sender", "お知らせメール", "E-mail notices", 4);
    }
  }

  private void show(String component, String ja, String en, int place) {
    names.showUnasked(new ShownComponent(component, new Words(ja, en), place));
  }
}
