package org.honbu.people.sabotage;

import org.camunda.bpm.engine.TaskService;

/** Breaks rule 3. */
public record KnowsTheEngine(TaskService tasks) {}
