package org.honbu.statuspage.internal;

import java.time.Instant;
import org.honbu.kernel.Words;

/**
 * A service as users know it.
 *
 * @param id says nothing of the inside and cannot be guessed
 */
record PublicComponent(String id, Words name, int place, Instant shownSince, Instant changedAt) {}
