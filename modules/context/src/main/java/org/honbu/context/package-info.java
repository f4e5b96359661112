/**
 * What is known about the thing that broke, for whoever must decide about it at three in the
 * morning.
 */
@NullMarked
package org.honbu.context;

import org.jspecify.annotations.NullMarked;
