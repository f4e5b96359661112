@NullMarked
package org.honbu.notifications.internal;

import org.jspecify.annotations.NullMarked;
