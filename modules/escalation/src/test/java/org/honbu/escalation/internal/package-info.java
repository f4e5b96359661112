@NullMarked
package org.honbu.escalation.internal;

import org.jspecify.annotations.NullMarked;
