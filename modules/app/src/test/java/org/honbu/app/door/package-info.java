/** Goes into the tested server and lets façades fail after their work is done. */
@NullMarked
package org.honbu.app.door;

import org.jspecify.annotations.NullMarked;
