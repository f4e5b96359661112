/**
 * People in front of a real browser, for story tests: Playwright drives the machine's own Chromium.
 *
 * <p>A story says what a person sees and presses, by the words on the page in the person's
 * language. How a page is built is known here alone.
 */
@NullMarked
package org.honbu.testkit.browser;

import org.jspecify.annotations.NullMarked;
