@NullMarked
package org.honbu.warroom.internal.roster;

import org.jspecify.annotations.NullMarked;
