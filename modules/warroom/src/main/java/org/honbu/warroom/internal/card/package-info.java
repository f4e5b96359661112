/** What whoever arrives is told, and the read-only links for executives. */
@NullMarked
package org.honbu.warroom.internal.card;

import org.jspecify.annotations.NullMarked;
