/** The line to Slack itself: its Web API and its socket. Nothing here decides anything. */
@NullMarked
package org.honbu.slack.internal.wire;

import org.jspecify.annotations.NullMarked;
