/** What the stories add to the tested server, to see what left the house. */
@NullMarked
package org.honbu.app.door;

import org.jspecify.annotations.NullMarked;
