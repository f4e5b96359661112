/** What others see in Slack: the alert with its buttons, the room's channel. Behind the gateway. */
@NullMarked
package org.honbu.slack.internal.chat;

import org.jspecify.annotations.NullMarked;
