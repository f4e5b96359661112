/** Reads a draft for what users should not be told so (TP-L); knows nothing but its words. */
@NullMarked
package org.honbu.announcements.internal.lint;

import org.jspecify.annotations.NullMarked;
