/**
 * Slack as its documentation says it is, in the test's own process: what it takes, what it refuses,
 * and what it sends.
 */
@NullMarked
package org.honbu.testkit.slack;

import org.jspecify.annotations.NullMarked;
