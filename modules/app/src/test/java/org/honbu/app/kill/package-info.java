/**
 * The trial by {@code kill -9}: in which places the server is killed, what it was told before and
 * what its books say afterwards.
 */
@NullMarked
package org.honbu.app.kill;

import org.jspecify.annotations.NullMarked;
