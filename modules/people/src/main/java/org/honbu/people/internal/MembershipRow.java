package org.honbu.people.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/** That a person belongs to a team. */
@Entity
@Table(name = "membership")
@IdClass(MembershipRow.Key.class)
class MembershipRow {
  @Id
  @Column(name = "person_id")
  private String person;

  @Id
  @Column(name = "team_id")
  private String team;

  protected MembershipRow() {}

  MembershipRow(PersonId person, TeamId team) {
    this.person = person.value();
    this.team = team.value();
  }

  PersonId person() {
    return new PersonId(person);
  }

  TeamId team() {
    return new TeamId(team);
  }

  record Key(String person, String team) implements Serializable {}
}
