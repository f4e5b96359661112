/**
 * The incident's main process and the war room.
 *
 * <p>It has no façade and no table: the diagrams of {@code bpmn/response} decide order and waiting,
 * the tables decide policy, and the modules below hold the facts. Here is only what each automatic
 * step does.
 */
@NullMarked
package org.honbu.response;

import org.jspecify.annotations.NullMarked;
