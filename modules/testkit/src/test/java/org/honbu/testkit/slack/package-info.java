@NullMarked
package org.honbu.testkit.slack;

import org.jspecify.annotations.NullMarked;
