/** How announcements are kept, checked and published. */
@NullMarked
package org.honbu.announcements.internal;

import org.jspecify.annotations.NullMarked;
