@NullMarked
package org.honbu.slack.internal;

import org.jspecify.annotations.NullMarked;
