/** Work and who has it, asking who is free, and leaving people alone who concentrate. */
@NullMarked
package org.honbu.warroom.internal.work;

import org.jspecify.annotations.NullMarked;
