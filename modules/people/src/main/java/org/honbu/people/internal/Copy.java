package org.honbu.people.internal;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.kernel.PersonId;
import org.honbu.people.Person;
import org.honbu.people.Role;

/**
 * The directory as Keycloak had it at one moment.
 *
 * @param loadedAt when reading began, so that its age is never made too small
 */
record Copy(Instant loadedAt, Map<PersonId, Entry> entries) {

  Copy {
    entries = Map.copyOf(entries);
  }

  /** One enabled person with at least one of our roles. */
  record Entry(Person person, Optional<String> email, Set<Role> roles) {
    Entry {
      roles = Set.copyOf(roles);
    }
  }

  /** The form kept on disk between two starts. */
  JsonObject toJson() {
    JsonArrayBuilder people = Json.createArrayBuilder();
    entries.values().forEach(entry -> people.add(json(entry)));
    return Json.createObjectBuilder()
        .add("loadedAt", loadedAt.toString())
        .add("people", people)
        .build();
  }

  private static JsonObjectBuilder json(Entry entry) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", entry.person().id().value())
            .add("family", entry.person().family())
            .add("given", entry.person().given())
            .add(
                "roles",
                Json.createArrayBuilder(entry.roles().stream().map(Role::group).sorted().toList()));
    entry.person().english().ifPresent(name -> json.add("english", name));
    entry.email().ifPresent(address -> json.add("email", address));
    return json;
  }

  static Copy parse(JsonObject json) {
    Map<PersonId, Entry> entries = new LinkedHashMap<>();
    for (JsonObject one : json.getJsonArray("people").getValuesAs(JsonObject.class)) {
      PersonId id = new PersonId(one.getString("id"));
      entries.put(
          id,
          new Entry(
              new Person(
                  id, one.getString("family"), one.getString("given"), optional(one, "english")),
              optional(one, "email"),
              roles(one.getJsonArray("roles"))));
    }
    return new Copy(Instant.parse(json.getString("loadedAt")), entries);
  }

  private static Optional<String> optional(JsonObject json, String name) {
    return json.containsKey(name) ? Optional.of(json.getString(name)) : Optional.empty();
  }

  private static Set<Role> roles(JsonArray names) {
    List<Role> roles = new ArrayList<>();
    names
        .getValuesAs(JsonString.class)
        .forEach(name -> Role.named(name.getString()).ifPresent(roles::add));
    return roles.stream().collect(Collectors.toUnmodifiableSet());
  }
}
