@NullMarked
package org.honbu.incidents.internal;

import org.jspecify.annotations.NullMarked;
