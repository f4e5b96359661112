package org.honbu.incidents.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class PersonColumn implements AttributeConverter<PersonId, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable PersonId value) {
    return value == null ? null : value.value();
  }

  @Override
  public @Nullable PersonId convertToEntityAttribute(@Nullable String text) {
    return text == null ? null : new PersonId(text);
  }
}
