@NullMarked
package org.honbu.outbox.internal;

import org.jspecify.annotations.NullMarked;
