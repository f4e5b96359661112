@NullMarked
package org.honbu.people.internal;

import org.jspecify.annotations.NullMarked;
