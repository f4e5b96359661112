package org.honbu.outbox;

/**
 * Something that has happened, told to the modules above.
 *
 * <p>Implementations are public past-tense records of ids, numbers, enums and times only ({@code
 * IncidentDeclared}); they are stored as JSON, so a component may be added but never renamed while
 * rows may be waiting.
 */
public interface Fact {}
