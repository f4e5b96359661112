/**
 * Tests that need a program of the machine: left out where it is missing, and never quietly.
 *
 * <p>On a person's machine such a test is skipped, and the build's last words say how many were not
 * run and why. With {@code CI=true} nothing is left out: a missing program is a failure.
 */
@NullMarked
package org.honbu.testkit.needs;

import org.jspecify.annotations.NullMarked;
