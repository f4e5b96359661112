@NullMarked
package org.honbu.slack.internal.wire;

import org.jspecify.annotations.NullMarked;
