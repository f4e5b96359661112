package org.honbu.incidents.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.honbu.incidents.Impact;
import org.jspecify.annotations.Nullable;

/** The impact as one short text, {@code ALL|CORE|DOWN|…}: it is read and written as a whole. */
@Converter(autoApply = true)
class ImpactColumn implements AttributeConverter<Impact, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Impact impact) {
    if (impact == null) {
      return null;
    }
    return String.join(
        "|",
        impact.users().name(),
        impact.function().name(),
        impact.condition().name(),
        impact.revenue().name(),
        impact.dataSecurity().name(),
        impact.workaround().name(),
        impact.urgency().name());
  }

  @Override
  public @Nullable Impact convertToEntityAttribute(@Nullable String text) {
    if (text == null) {
      return null;
    }
    List<String> parts = List.of(text.split("\\|", -1));
    return new Impact(
        Impact.Users.valueOf(parts.get(0)),
        Impact.Function.valueOf(parts.get(1)),
        Impact.Condition.valueOf(parts.get(2)),
        Impact.Revenue.valueOf(parts.get(3)),
        Impact.DataSecurity.valueOf(parts.get(4)),
        Impact.Workaround.valueOf(parts.get(5)),
        Impact.Urgency.valueOf(parts.get(6)));
  }
}
