/**
 * Whole paths as a person tells them, on the real server, with a clock that moves. Each test is
 * named after its scenario in DOMAIN and says its sentence; each closes what it opened.
 */
@NullMarked
package org.honbu.app.story;

import org.jspecify.annotations.NullMarked;
