package org.honbu.people.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes into the catalogue; public only because JSON-B has to read it.
 *
 * @param function CORE, MAJOR, MINOR or INTERNAL
 * @param team the id of the team that owns it
 * @param dependsOn ids of what it needs, at most 50, in the catalogue or not
 */
public record CatalogueEntry(
    @Nullable String function,
    @Nullable String team,
    @Nullable String runbook,
    @Nullable String docs,
    @Nullable List<String> dependsOn) {

  static final Problem NOT_YOURS =
      new Problem(
          "HB-2002",
          Problem.Owner.CALLER,
          403,
          new Words("カタログを書けるのは、当番表の担当者と管理者です", "Schedule admins and admins write the catalogue"));

  static final Problem UNUSABLE =
      new Problem(
          "HB-2003",
          Problem.Owner.CALLER,
          400,
          new Words("「{0}」には {1} を書いてください", "“{0}” must be {2}"));

  private static final int ID_LENGTH = 80;
  private static final int LINK_LENGTH = 2000;
  private static final int MOST_NEEDS = 50;

  static void mayWrite(People people, PersonId person) {
    if (!people.hasRole(person, Role.SCHEDULE_ADMIN) && !people.hasRole(person, Role.ADMIN)) {
      throw new ProblemException(NOT_YOURS);
    }
  }

  static CatalogueEntry orEmpty(@Nullable CatalogueEntry entry) {
    return entry == null ? new CatalogueEntry(null, null, null, null, null) : entry;
  }

  Component component(String id, People people) {
    if (!isId(id)) {
      throw unusable("id", "空白のない 80 字までの名前", "a name of up to 80 characters without spaces");
    }
    return new Component(
        id,
        wantedFunction(),
        owner(people),
        link("runbook", runbook),
        link("docs", docs),
        needs(id));
  }

  private static boolean isId(String id) {
    return id.matches("[\\p{L}\\p{N}._:/@-]{1," + ID_LENGTH + "}");
  }

  private Component.Function wantedFunction() {
    return Arrays.stream(Component.Function.values())
        .filter(one -> one.name().equalsIgnoreCase(function))
        .findFirst()
        .orElseThrow(
            () ->
                unusable(
                    "function",
                    "CORE、MAJOR、MINOR、INTERNAL のどれか",
                    "CORE, MAJOR, MINOR or INTERNAL"));
  }

  private TeamId owner(People people) {
    return people.teams().stream()
        .map(known -> known.id())
        .filter(known -> known.value().equals(team))
        .findFirst()
        .orElseThrow(() -> unusable("team", "登録されているチームの id", "the id of a team there is"));
  }

  private Set<String> needs(String id) {
    Set<String> needs = new HashSet<>(dependsOn == null ? List.of() : dependsOn);
    needs.remove(id);
    if (needs.size() > MOST_NEEDS || !needs.stream().allMatch(CatalogueEntry::isId)) {
      throw unusable("dependsOn", "コンポーネントの id を 50 個まで", "up to 50 ids of components");
    }
    return needs;
  }

  private static Optional<URI> link(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      URI link = new URI(text.strip());
      boolean web = "https".equals(link.getScheme()) || "http".equals(link.getScheme());
      if (web && link.getHost() != null && text.length() <= LINK_LENGTH) {
        return Optional.of(link);
      }
    } catch (URISyntaxException nonsense) {
      throw new ProblemException(nonsense, UNUSABLE, field, NO_LINK.ja(), NO_LINK.en());
    }
    throw new ProblemException(UNUSABLE, field, NO_LINK.ja(), NO_LINK.en());
  }

  private static final Words NO_LINK =
      new Words("https:// で始まるアドレス", "an address that begins with https://");

  private static ProblemException unusable(String field, String ja, String en) {
    return new ProblemException(UNUSABLE, field, ja, en);
  }
}
