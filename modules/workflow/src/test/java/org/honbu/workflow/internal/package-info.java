@NullMarked
package org.honbu.workflow.internal;

import org.jspecify.annotations.NullMarked;
