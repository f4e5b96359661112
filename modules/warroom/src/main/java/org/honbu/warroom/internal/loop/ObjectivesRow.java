package org.honbu.warroom.internal.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.Stream;

/** What is aimed at, as it was set together. */
@Entity
@Table(name = "objectives")
class ObjectivesRow extends Row {
  static final int MOST = 3;

  @Column(name = "first_aim", updatable = false)
  private String first;

  @Column(name = "second_aim", updatable = false)
  private String second;

  @Column(name = "third_aim", updatable = false)
  private String third;

  protected ObjectivesRow() {}

  ObjectivesRow(Head head, List<String> aims) {
    super(head);
    this.first = at(aims, 0);
    this.second = at(aims, 1);
    this.third = at(aims, 2);
  }

  private static String at(List<String> aims, int place) {
    return aims.size() > place ? aims.get(place) : "";
  }

  List<String> aims() {
    return Stream.of(first, second, third).filter(aim -> !aim.isEmpty()).toList();
  }
}
