package org.honbu.people.internal.sabotage;

/** Something that is nobody else's business. */
public record Inside() {}
