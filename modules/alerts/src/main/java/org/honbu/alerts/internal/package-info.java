@NullMarked
package org.honbu.alerts.internal;

import org.jspecify.annotations.NullMarked;
