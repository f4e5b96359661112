/** Free to change. */
@NullMarked
package org.honbu.response.internal;

import org.jspecify.annotations.NullMarked;
