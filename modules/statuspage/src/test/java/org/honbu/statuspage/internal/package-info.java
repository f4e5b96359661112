@NullMarked
package org.honbu.statuspage.internal;

import org.jspecify.annotations.NullMarked;
