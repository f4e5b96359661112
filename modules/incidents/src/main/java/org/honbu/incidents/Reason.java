package org.honbu.incidents;

import org.honbu.kernel.Words;

/**
 * Why a table rated as it did.
 *
 * @param rule the row's own name, kept for reviews
 * @param words what the row says to people
 */
public record Reason(String rule, Words words) {}
