package org.honbu.people.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.honbu.kernel.PersonId;
import org.honbu.people.Rotation;

/** A rotation as it is stored; times as ISO text, because databases bend times of day to zones. */
@Entity
@Table(name = "rotation")
class RotationRow {
  @Id private String schedule;

  private String zone;

  @Enumerated(EnumType.STRING)
  @Column(name = "handover_day")
  private DayOfWeek handoverDay;

  @Column(name = "handover_time")
  private String handoverTime;

  private LocalDate begins;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "rotation_turn", joinColumns = @JoinColumn(name = "schedule"))
  @OrderColumn(name = "turn_order")
  @Column(name = "person_id")
  private List<String> people = new ArrayList<>();

  protected RotationRow() {}

  RotationRow(String schedule, Rotation rotation) {
    this.schedule = schedule;
    zone = rotation.zone().getId();
    handoverDay = rotation.handoverDay();
    handoverTime = rotation.handoverTime().toString();
    begins = rotation.begins();
    rotation.people().forEach(person -> people.add(person.value()));
  }

  Rotation rotation() {
    return new Rotation(
        ZoneId.of(zone),
        handoverDay,
        LocalTime.parse(handoverTime),
        begins,
        people.stream().map(PersonId::new).toList());
  }
}
