/**
 * The incident record: what is known, how bad it is, who commands, who has which duty, and
 * everything that was done.
 *
 * <p>These tables say what is; the process says what happens next and by when. Every act is one
 * method of a façade, one transaction, decided under the incident's row lock.
 */
@NullMarked
package org.honbu.incidents;

import org.jspecify.annotations.NullMarked;
