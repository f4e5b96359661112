package org.honbu.people.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.honbu.kernel.PersonId;
import org.honbu.people.ContactPoint;

/** A way to reach a person; personal data, kept in this one table. */
@Entity
@Table(name = "contact_point")
@IdClass(ContactPointRow.Key.class)
class ContactPointRow {
  @Id
  @Column(name = "person_id")
  private String person;

  @Id
  @Enumerated(EnumType.STRING)
  private ContactPoint.Channel channel;

  @Id private String address;

  protected ContactPointRow() {}

  ContactPointRow(PersonId person, ContactPoint point) {
    this.person = person.value();
    channel = point.channel();
    address = point.address();
  }

  ContactPoint contactPoint() {
    return new ContactPoint(channel, address);
  }

  record Key(String person, ContactPoint.Channel channel, String address) implements Serializable {}
}
