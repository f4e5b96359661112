@NullMarked
package org.honbu.slack.internal.door;

import org.jspecify.annotations.NullMarked;
