package org.honbu.announcements.internal;

import org.honbu.announcements.Audience;
import org.honbu.kernel.IncidentId;

/** Says whom a message that is written now is for, and who reads it before it goes. */
interface Reach {

  /** As things stand; whoever was told something hears how it ends. */
  Need of(IncidentId incident);

  default Audience now(IncidentId incident) {
    return of(incident).audience();
  }

  /**
   * What the table {@code CommsRequirement} says (DM-5).
   *
   * @param statusPageIsAsked whether whoever approves decides about the status page; the audience
   *     is {@link Audience#SUPPORT} until they do
   * @param secondReader whether a privacy officer reads it before the commander approves
   * @param macro whether customer support is given what users are told
   * @param inApp whether it should stand in the app, where nothing puts it by itself
   */
  record Need(
      Audience audience,
      boolean statusPageIsAsked,
      boolean secondReader,
      boolean macro,
      boolean inApp) {}
}
