/** What people do in Slack: heard, kept, and done by the façades that pages use. */
@NullMarked
package org.honbu.slack.internal.door;

import org.jspecify.annotations.NullMarked;
