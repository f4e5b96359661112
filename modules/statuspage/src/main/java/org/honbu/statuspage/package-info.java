/**
 * What users see of an incident: the status page and those who follow it.
 *
 * <p>Only what was published as an announcement is told here; nothing of the inside.
 */
@NullMarked
package org.honbu.statuspage;

import org.jspecify.annotations.NullMarked;
