/**
 * Slack as a door and as a room. Everything works without it too.
 *
 * <p>Acts go through the façades that pages and Tasklist use; messages go through the one gateway.
 */
@NullMarked
package org.honbu.slack;

import org.jspecify.annotations.NullMarked;
