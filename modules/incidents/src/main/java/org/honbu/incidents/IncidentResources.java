package org.honbu.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.incidents.internal.CandidatesResource;
import org.honbu.incidents.internal.CareResource;
import org.honbu.incidents.internal.DataHarmResource;
import org.honbu.incidents.internal.DeputyResource;
import org.honbu.incidents.internal.HandoverResource;
import org.honbu.incidents.internal.IncidentsResource;
import org.honbu.incidents.internal.MergesResource;
import org.honbu.incidents.internal.NotesResource;
import org.honbu.incidents.internal.PrivacyResource;
import org.honbu.incidents.internal.UndoResource;
import org.honbu.kernel.RestResources;

/** Offers this module's REST resources to the web application. */
@ApplicationScoped
public class IncidentResources implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(
        IncidentsResource.class,
        CandidatesResource.class,
        HandoverResource.class,
        DeputyResource.class,
        UndoResource.class,
        NotesResource.class,
        PrivacyResource.class,
        MergesResource.class,
        CareResource.class,
        DataHarmResource.class);
  }
}
