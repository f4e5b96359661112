/** Who somebody of Slack is here. */
@NullMarked
package org.honbu.slack.internal.known;

import org.jspecify.annotations.NullMarked;
