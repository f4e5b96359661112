/** What only the whole can show: the five rules, and every test that needs the real server. */
@NullMarked
package org.honbu.app;

import org.jspecify.annotations.NullMarked;
