/**
 * What diagrams, tables and forms promise, checked before anything is loaded.
 *
 * <p>Plain Java over the engine's model API; runs in a test and from the command line.
 */
@NullMarked
package org.honbu.workflow.contract;

import org.jspecify.annotations.NullMarked;
