/**
 * Who is who, who may what, and who is on call.
 *
 * <p>Standing roles and names come from Keycloak; teams, the component catalogue, rotations and
 * contact points are rows of this module.
 */
@NullMarked
package org.honbu.people;

import org.jspecify.annotations.NullMarked;
