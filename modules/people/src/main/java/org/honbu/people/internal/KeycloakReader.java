package org.honbu.people.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.people.Person;
import org.honbu.people.Role;

/**
 * Reads from Keycloak who has which of our roles.
 *
 * <p>Keycloak answers only direct holders, so the reader goes from the roles: for every realm role
 * that leads to one of ours (itself, or through composites in composites) it collects the users who
 * hold it and the groups that hold it, with all groups below them. The number of calls grows with
 * roles and groups, not with people. Disabled people and service accounts are left out.
 *
 * <p>Not resolved: client roles that contain realm roles.
 */
final class KeycloakReader {
  private final KeycloakApi keycloak;
  private final Clock clock;

  KeycloakReader(KeycloakApi keycloak, Clock clock) {
    this.keycloak = keycloak;
    this.clock = clock;
  }

  /** Reads everything; all or nothing. */
  Copy read() throws IOException, InterruptedException {
    var loadedAt = clock.instant();
    return new Copy(loadedAt, new Reading(keycloak.signIn()).everybody());
  }

  /** One pass over the realm. */
  private static final class Reading {
    private final KeycloakApi.Session session;
    private final Map<String, List<JsonObject>> membersOfGroup = new HashMap<>();
    private final Map<PersonId, JsonObject> users = new LinkedHashMap<>();
    private final Map<PersonId, Set<Role>> roles = new HashMap<>();

    Reading(KeycloakApi.Session session) {
      this.session = session;
    }

    Map<PersonId, Copy.Entry> everybody() throws IOException, InterruptedException {
      for (Map.Entry<String, Set<Role>> granting : rolesThatGrantOurs().entrySet()) {
        for (JsonObject user : holders(granting.getKey())) {
          grant(user, granting.getValue());
        }
      }
      Map<PersonId, Copy.Entry> entries = new LinkedHashMap<>();
      users.forEach((id, user) -> entries.put(id, entry(id, user)));
      return entries;
    }

    /** Names of realm roles, each with those of our roles that it is or contains. */
    private Map<String, Set<Role>> rolesThatGrantOurs() throws IOException, InterruptedException {
      Map<String, Set<String>> contains = new LinkedHashMap<>();
      for (JsonObject role : session.list("/roles")) {
        contains.put(
            role.getString("name"), role.getBoolean("composite", false) ? parts(role) : Set.of());
      }
      Map<String, Set<Role>> granting = new LinkedHashMap<>();
      for (String name : contains.keySet()) {
        Set<Role> ours = oursAmong(closure(name, contains));
        if (!ours.isEmpty()) {
          granting.put(name, ours);
        }
      }
      return granting;
    }

    private Set<String> parts(JsonObject composite) throws IOException, InterruptedException {
      Set<String> names = new LinkedHashSet<>();
      String id = KeycloakApi.inUrl(composite.getString("id"));
      for (JsonObject part : session.whole("/roles-by-id/" + id + "/composites/realm")) {
        names.add(part.getString("name"));
      }
      return names;
    }

    private static Set<String> closure(String from, Map<String, Set<String>> contains) {
      Set<String> reached = new LinkedHashSet<>();
      Deque<String> open = new ArrayDeque<>(List.of(from));
      while (!open.isEmpty()) {
        String name = open.pop();
        if (reached.add(name)) {
          open.addAll(contains.getOrDefault(name, Set.of()));
        }
      }
      return reached;
    }

    private static Set<Role> oursAmong(Collection<String> names) {
      Set<Role> ours = EnumSet.noneOf(Role.class);
      names.forEach(name -> Role.named(name).ifPresent(ours::add));
      return ours;
    }

    private Collection<JsonObject> holders(String role) throws IOException, InterruptedException {
      String path = "/roles/" + KeycloakApi.inUrl(role);
      Set<JsonObject> holders = new LinkedHashSet<>(session.list(path + "/users"));
      for (JsonObject group : session.list(path + "/groups")) {
        holders.addAll(membersBelow(group.getString("id")));
      }
      return holders;
    }

    private List<JsonObject> membersBelow(String group) throws IOException, InterruptedException {
      List<JsonObject> known = membersOfGroup.get(group);
      if (known != null) {
        return known;
      }
      String path = "/groups/" + KeycloakApi.inUrl(group);
      List<JsonObject> members = session.list(path + "/members");
      for (JsonObject child : session.list(path + "/children")) {
        members.addAll(membersBelow(child.getString("id")));
      }
      membersOfGroup.put(group, members);
      return members;
    }

    private void grant(JsonObject user, Set<Role> granted) {
      String name = user.getString("username");
      if (!user.getBoolean("enabled", false) || name.startsWith("service-account-")) {
        return;
      }
      idOf(name)
          .ifPresent(
              id -> {
                users.put(id, user);
                roles.computeIfAbsent(id, none -> EnumSet.noneOf(Role.class)).addAll(granted);
              });
    }

    /** A login name our ids cannot carry must not cost everybody else the directory. */
    private static Optional<PersonId> idOf(String username) {
      try {
        return Optional.of(new PersonId(username));
      } catch (ProblemException unreadable) {
        return Optional.empty();
      }
    }

    private Copy.Entry entry(PersonId id, JsonObject user) {
      Person person =
          new Person(
              id,
              user.getString("lastName", id.value()),
              user.getString("firstName", ""),
              english(user));
      Optional<String> email =
          Optional.of(user.getString("email", "")).filter(address -> !address.isBlank());
      return new Copy.Entry(person, email, roles.getOrDefault(id, Set.of()));
    }

    private static Optional<String> english(JsonObject user) {
      if (!user.containsKey("attributes")) {
        return Optional.empty();
      }
      JsonArray values = user.getJsonObject("attributes").getJsonArray("nameEn");
      return values == null || values.isEmpty()
          ? Optional.empty()
          : Optional.of(values.getString(0));
    }
  }
}
