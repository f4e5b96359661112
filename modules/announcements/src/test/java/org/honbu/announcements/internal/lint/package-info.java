@NullMarked
package org.honbu.announcements.internal.lint;

import org.jspecify.annotations.NullMarked;
