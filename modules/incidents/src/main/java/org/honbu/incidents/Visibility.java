package org.honbu.incidents;

/** Whether customers can notice. Unknown counts as visible (DOMAIN DM-5). */
public enum Visibility {
  INTERNAL,
  CUSTOMER_VISIBLE,
  UNKNOWN
}
