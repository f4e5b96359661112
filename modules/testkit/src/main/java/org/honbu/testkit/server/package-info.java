/**
 * The real servers for tests: WildFly with the real EAR, Keycloak, PostgreSQL, and people who sign
 * in to them by HTTP or in a browser.
 *
 * <p>Used by {@code modules/app} only. Everything lives on ports of its own below {@code
 * target/servers}; nothing is shared with a demo that runs beside it.
 */
@NullMarked
package org.honbu.testkit.server;

import org.jspecify.annotations.NullMarked;
