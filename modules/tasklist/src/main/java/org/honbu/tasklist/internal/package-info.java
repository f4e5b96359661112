/**
 * What stands between people and Camunda's Tasklist: who may come in ({@link
 * org.honbu.tasklist.internal.Gate}), what may be called ({@link
 * org.honbu.tasklist.internal.ListedCallsFilter}) and what may be said ({@link
 * org.honbu.tasklist.internal.BodyGuard}).
 *
 * <p>Every filter refuses by default and none trusts another: the guards in the engine stay the
 * last word.
 */
@NullMarked
package org.honbu.tasklist.internal;

import org.jspecify.annotations.NullMarked;
