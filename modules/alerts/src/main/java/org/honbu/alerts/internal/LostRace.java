package org.honbu.alerts.internal;

/** Another delivery changed the group's incident in the meantime; trying again sees it. */
final class LostRace extends RuntimeException {}
