package org.honbu.kernel.sabotage;

import org.honbu.workflow.Processes;

/** Breaks rule 1: the kernel knows a module above it. */
public record CallsUp(Processes above) {}
