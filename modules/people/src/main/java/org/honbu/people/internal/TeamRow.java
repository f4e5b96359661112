package org.honbu.people.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Team;

/** A team as it is stored. */
@Entity
@Table(name = "team")
class TeamRow {
  @Id private String id;

  @Column(name = "name_ja")
  private String nameJa;

  @Column(name = "name_en")
  private String nameEn;

  @Enumerated(EnumType.STRING)
  @Column(name = "team_type")
  private Team.Type type;

  protected TeamRow() {}

  TeamRow(Team team) {
    id = team.id().value();
    nameJa = team.name().ja();
    nameEn = team.name().en();
    type = team.type();
  }

  Team team() {
    return new Team(new TeamId(id), new Words(nameJa, nameEn), type);
  }
}
