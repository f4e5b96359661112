package org.honbu.statuspage.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.honbu.kernel.Words;
import org.honbu.statuspage.ShownComponent;

/** A component under the name users know. */
@Entity
@Table(name = "shown_component")
class ShownComponentRow {
  @Id
  @Column(name = "component_id")
  private String component;

  @Version private int version;

  @Column(name = "public_id", updatable = false)
  private String publicId;

  @Column(name = "name_ja")
  private String japanese;

  @Column(name = "name_en")
  private String english;

  private int place;

  @Column(name = "shown_since", updatable = false)
  private Instant shownSince;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected ShownComponentRow() {}

  ShownComponentRow(String publicId, ShownComponent shown, Instant now) {
    this.component = shown.component();
    this.publicId = publicId;
    this.japanese = shown.name().ja();
    this.english = shown.name().en();
    this.place = shown.place();
    this.shownSince = now;
    this.changedAt = now;
  }

  void becomes(ShownComponent shown, Instant now) {
    if (shown.equals(shown())) {
      return;
    }
    this.japanese = shown.name().ja();
    this.english = shown.name().en();
    this.place = shown.place();
    this.changedAt = now;
  }

  String component() {
    return component;
  }

  ShownComponent shown() {
    return new ShownComponent(component, new Words(japanese, english), place);
  }

  PublicComponent asPublic() {
    return new PublicComponent(
        publicId, new Words(japanese, english), place, shownSince, changedAt);
  }
}
