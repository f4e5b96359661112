package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.announcements.AnnouncementPublished;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;

/** What users were told stands on the page. */
@ApplicationScoped
class PutsOnThePage implements FactHandler<AnnouncementPublished> {
  private final Publisher publisher;

  @Inject
  PutsOnThePage(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public String name() {
    return "statuspage.puts-on-the-page";
  }

  @Override
  public Class<AnnouncementPublished> fact() {
    return AnnouncementPublished.class;
  }

  @Override
  public void on(AnnouncementPublished published) {
    publisher.catchUp(new IncidentId(published.incident()));
  }
}
