/**
 * Whole paths as a person tells them, on the real server, with a clock that moves. Each test is
 * named after its scenario in DOMAIN and says its sentence; each closes what it opened.
 *
 * <p>Trials ({@code ./mvnw verify -Ptrials}) until the whole set has been green on both databases. On
 * H2 all but two have been: T05 in business hours and T06 after 60 minutes need the domain's clock to
 * move with the engine's, and the test door moves only the engine's.
 */
@NullMarked
package org.honbu.app.story;

import org.jspecify.annotations.NullMarked;
