@NullMarked
package org.honbu.slack.internal.chat;

import org.jspecify.annotations.NullMarked;
