package org.honbu.statuspage;

import org.honbu.kernel.Words;

/**
 * A component of the catalogue that users know, under the name they know it by.
 *
 * @param component as the catalogue names it; the public never sees this
 * @param name 1 to 80 characters in each language
 * @param place smaller stands higher on the page, 0 to 999
 */
public record ShownComponent(String component, Words name, int place) {}
