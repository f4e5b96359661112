package org.honbu.app.kill;

import org.honbu.testkit.server.MailProvider;

/** The provider takes a message and does not say so. */
final class SilentProvider implements Obstacle {
  private final MailProvider provider;
  private int before;

  SilentProvider(MailProvider provider) {
    this.provider = provider;
  }

  @Override
  public void shut() {
    before = provider.ledger().size();
    provider.fallSilent();
  }

  @Override
  public boolean holdsSomebody() {
    return provider.ledger().size() > before;
  }

  @Override
  public void open() {
    provider.speakAgain();
  }

  @Override
  public String name() {
    return "the provider took it and is silent";
  }
}
