package org.honbu.testkit.process;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Directory;

/** The people of the demo realm, by name; roles and teams can be given and taken in a test. */
public final class Cast implements Directory {
  private final Map<PersonId, Entry> people = new LinkedHashMap<>();

  private Cast() {}

  /** Everybody of the realm {@code honbu} who has a product role. */
  public static Cast demo() {
    return new Cast()
        .with("misaki", "佐藤", "美咲", "responder", "team:payments")
        .with("itsuki", "清水", "樹", "responder", "team:payments")
        .with("sho", "井上", "翔", "responder", "team:search")
        .with("ken", "高橋", "健", "responder", "team:platform")
        .with("tomoko", "松本", "智子", "responder", "team:platform")
        .with("aoi", "中村", "葵", "incident-commander", "responder")
        .with("sakura", "渡辺", "さくら", "incident-commander")
        .with("grace", "Miller", "Grace", "incident-commander", "responder", "duty-manager")
        .with("yumi", "田中", "由美", "announcer", "customer-support")
        .with("daniel", "Evans", "Daniel", "announcer")
        .with("haruka", "鈴木", "遥", "customer-support")
        .with("riku", "伊藤", "陸", "commander-trainee", "responder", "team:search")
        .with("takumi", "山田", "匠", "process-owner")
        .with("sota", "小林", "蒼太", "drill-facilitator")
        .with("yui", "加藤", "結衣", "drill-evaluator")
        .with("hiroshi", "吉田", "浩", "schedule-admin")
        .with("mei", "山本", "芽衣", "privacy-officer")
        .with("emma", "Wilson", "Emma")
        .with("kaoru", "井上", "薫", "admin");
  }

  /** Adds somebody; everybody is an {@code employee}. */
  public Cast with(String login, String family, String given, String... groups) {
    Set<String> all = new LinkedHashSet<>(Arrays.asList(groups));
    all.add("employee");
    var id = new PersonId(login);
    people.put(id, new Entry(id, family, given, login + "@example.org", Set.copyOf(all)));
    return this;
  }

  /** Gives a role or {@code team:<id>} from now on. */
  public void give(String login, String group) {
    Entry was = entry(login);
    Set<String> groups = new LinkedHashSet<>(was.groups());
    groups.add(group);
    people.put(was.id(), with(was, groups));
  }

  /** Takes a role or {@code team:<id>} away, as Keycloak's console would. */
  public void take(String login, String group) {
    Entry was = entry(login);
    Set<String> groups = new LinkedHashSet<>(was.groups());
    if (!groups.remove(group)) {
      throw new IllegalArgumentException(login + " does not have " + group);
    }
    people.put(was.id(), with(was, groups));
  }

  private static Entry with(Entry was, Set<String> groups) {
    return new Entry(was.id(), was.familyName(), was.givenName(), was.email(), Set.copyOf(groups));
  }

  private Entry entry(String login) {
    return find(new PersonId(login)).orElseThrow(() -> new IllegalArgumentException(login));
  }

  @Override
  public Optional<Entry> find(PersonId person) {
    return Optional.ofNullable(people.get(person));
  }

  @Override
  public List<Entry> everybody() {
    return List.copyOf(people.values());
  }
}
