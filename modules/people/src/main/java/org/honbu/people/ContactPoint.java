package org.honbu.people;

/**
 * One way to reach a person.
 *
 * @param address e-mail address, or telephone number as {@code +81…}
 */
public record ContactPoint(Channel channel, String address) implements Comparable<ContactPoint> {

  /** Kinds of ways, the one to try first first. */
  public enum Channel {
    EMAIL,
    PHONE
  }

  @Override
  public int compareTo(ContactPoint other) {
    int byChannel = channel.compareTo(other.channel);
    return byChannel != 0 ? byChannel : address.compareTo(other.address);
  }

  /** Enough to recognise it, too little to use it: {@code m…@example.org}; for logs and pages. */
  public String masked() {
    int at = address.indexOf('@');
    return at > 0
        ? address.charAt(0) + "…" + address.substring(at)
        : "…" + address.substring(Math.max(0, address.length() - 3));
  }

  @Override
  public String toString() {
    return channel + " " + masked();
  }
}
