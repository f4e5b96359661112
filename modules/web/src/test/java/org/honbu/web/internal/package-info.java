@NullMarked
package org.honbu.web.internal;

import org.jspecify.annotations.NullMarked;
