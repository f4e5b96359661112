/**
 * {@code ./honbu bench}: how fast the whole of it is, as ratios and percentiles of one run.
 *
 * <p>Start at {@link Bench}. Each part has servers of its own, so that none pays for another.
 */
@NullMarked
package org.honbu.testkit.bench;

import org.jspecify.annotations.NullMarked;
