/**
 * Reliable facts between modules: what has happened is told upwards, in the transaction in which it
 * happened.
 */
@NullMarked
package org.honbu.outbox;

import org.jspecify.annotations.NullMarked;
