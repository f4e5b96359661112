package org.honbu.warroom.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;
import org.honbu.warroom.internal.card.CatchUpResource;
import org.honbu.warroom.internal.card.SharedLinksResource;
import org.honbu.warroom.internal.copy.CopyResource;
import org.honbu.warroom.internal.loop.LoopResource;
import org.honbu.warroom.internal.roster.HelpResource;
import org.honbu.warroom.internal.roster.RosterResource;
import org.honbu.warroom.internal.roster.SummonsResource;
import org.honbu.warroom.internal.topics.TopicResource;
import org.honbu.warroom.internal.work.AskResource;
import org.honbu.warroom.internal.work.AssignmentsResource;
import org.honbu.warroom.internal.work.VolunteerCallsResource;

/** Offers this module's REST resources; each feature adds its own, a line each. */
@ApplicationScoped
public class WarroomRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(
        AskResource.class,
        AssignmentsResource.class,
        CatchUpResource.class,
        CopyResource.class,
        HelpResource.class,
        LoopResource.class,
        RosterResource.class,
        SharedLinksResource.class,
        SummonsResource.class,
        TopicResource.class,
        VolunteerCallsResource.class);
  }
}
