/** Records of which a test cares for little. */
@NullMarked
package org.honbu.testkit.records;

import org.jspecify.annotations.NullMarked;
