package org.honbu.incidents.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.honbu.incidents.ReadBack;
import org.jspecify.annotations.Nullable;

/** A read-back as one text, an answer a line: it is read and written as a whole. */
@Converter(autoApply = true)
class ReadBackColumn implements AttributeConverter<ReadBack, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable ReadBack said) {
    return said == null
        ? null
        : String.join(
            "\n", said.objective(), said.openWork(), said.nextAnnouncement(), said.risk());
  }

  @Override
  public @Nullable ReadBack convertToEntityAttribute(@Nullable String text) {
    if (text == null) {
      return null;
    }
    List<String> answers = List.of(text.split("\n", -1));
    return new ReadBack(answers.get(0), answers.get(1), answers.get(2), answers.get(3));
  }
}
