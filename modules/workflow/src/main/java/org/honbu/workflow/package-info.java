/**
 * The process engine behind ports of our own.
 *
 * <p>The only module that knows the engine. Everybody else speaks of processes, human tasks,
 * decisions and handlers; a successor engine is the work of this module's {@code internal} package
 * alone.
 */
@NullMarked
package org.honbu.workflow;

import org.jspecify.annotations.NullMarked;
