/**
 * Intake from monitoring: who may knock, what they said, and which incident it belongs to.
 *
 * <p>Machine alerts never enter the process one by one. This module reads them, keeps signals under
 * one correlation key, and declares an incident or adds to the open one.
 */
@NullMarked
package org.honbu.alerts;

import org.jspecify.annotations.NullMarked;
