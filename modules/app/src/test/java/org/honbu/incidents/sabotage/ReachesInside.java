package org.honbu.incidents.sabotage;

import org.honbu.people.internal.sabotage.Inside;

/** Breaks rule 2: downwards, but into another module's internals. */
public record ReachesInside(Inside inside) {}
