package org.honbu.incidents.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.honbu.kernel.Actor;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class ActorColumn implements AttributeConverter<Actor, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Actor value) {
    return value == null ? null : value.label();
  }

  @Override
  public @Nullable Actor convertToEntityAttribute(@Nullable String text) {
    return text == null ? null : Actor.parse(text);
  }
}
