@NullMarked
package org.honbu.slack.internal.known;

import org.jspecify.annotations.NullMarked;
