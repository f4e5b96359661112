package org.honbu.incidents.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.honbu.kernel.TeamId;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class TeamColumn implements AttributeConverter<TeamId, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable TeamId value) {
    return value == null ? null : value.value();
  }

  @Override
  public @Nullable TeamId convertToEntityAttribute(@Nullable String text) {
    return text == null ? null : new TeamId(text);
  }
}
