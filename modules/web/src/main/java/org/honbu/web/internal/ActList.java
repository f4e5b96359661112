package org.honbu.web.internal;

import java.util.List;

/** The acts of one page, offered to {@link Acts} by a bean of their own. */
interface ActList {
  List<Act> acts();
}
