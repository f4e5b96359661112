package org.honbu.testkit.records;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A wide record of which a test cares for a few components; the rest is as empty as can be. */
public final class Some {
  private Some() {}

  /**
   * A record that says this and nothing else.
   *
   * @param known what it says, by the names of its components
   */
  public static <R extends Record> R of(Class<R> type, Map<String, Object> known) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components)
                  .map(RecordComponent::getType)
                  .toArray(size -> new Class<?>[size]));
      Object[] values =
          Arrays.stream(components)
              .map(
                  one ->
                      Optional.ofNullable(known.get(one.getName()))
                          .orElseGet(() -> empty(one.getType())))
              .toArray();
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object empty(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isRecord()) {
      return of(type.asSubclass(Record.class), Map.of());
    }
    return switch (type.getSimpleName()) {
      case "Optional" -> Optional.empty();
      case "List" -> List.of();
      case "Set" -> Set.of();
      case "int" -> 0;
      case "boolean" -> false;
      case "String" -> "";
      case "Instant" -> Instant.EPOCH;
      default -> throw new IllegalArgumentException("no empty " + type);
    };
  }
}
