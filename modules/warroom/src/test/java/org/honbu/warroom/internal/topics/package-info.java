@NullMarked
package org.honbu.warroom.internal.topics;

import org.jspecify.annotations.NullMarked;
