package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.honbu.kernel.PersonId;
import org.honbu.people.Cover;
import org.honbu.people.Gap;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Outlook;
import org.honbu.people.PassedOver;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Post;
import org.honbu.people.Readiness;
import org.honbu.people.Role;
import org.honbu.people.Rotation;
import org.honbu.people.Seat;
import org.honbu.people.Stretch;
import org.honbu.people.Team;
import org.honbu.people.Watch;

/** Lays schedules, directory and contact points over each other, and sees where nobody is left. */
@ApplicationScoped
@Transactional
class LiveReadiness implements Readiness {
  /** A hole that nobody fell into for so long is forgotten. */
  private static final Duration REMEMBERED = Duration.ofDays(180);

  private static final Comparator<Gap> IN_TIME =
      Comparator.comparing((Gap gap) -> gap.when().from()).thenComparing(Gap::post);

  private final DirectoryCopy directory;
  private final OrganisationStore organisation;
  private final People people;
  private final ReadinessStore store;

  @Inject
  LiveReadiness(
      DirectoryCopy directory,
      OrganisationStore organisation,
      People people,
      ReadinessStore store) {
    this.directory = directory;
    this.organisation = organisation;
    this.people = people;
    this.store = store;
  }

  @Override
  public void passedOver(PassedOver what) {
    store.add(what);
  }

  @Override
  public Outlook outlook(Instant from) {
    var when = new Stretch(from, from.plus(AHEAD));
    SortedMap<Post, List<Shift>> posts = posts(when);
    Staff staff = staff(posts);
    List<Cover> covers =
        posts.entrySet().stream()
            .map(post -> cover(post.getKey(), post.getValue(), staff))
            .toList();
    List<PassedOver> fell = store.since(from.minus(REMEMBERED));
    List<Seat> seats = List.of(staff.seat(Role.INCIDENT_COMMANDER), staff.seat(Role.ANNOUNCER));
    return new Outlook(
        when,
        covers,
        seats,
        covers.stream().flatMap(cover -> gaps(cover, fell)).sorted(IN_TIME).toList(),
        new Defects(when, covers, seats, staff).all(),
        fell,
        directory.state());
  }

  private SortedMap<Post, List<Shift>> posts(Stretch when) {
    SortedMap<Post, List<Shift>> posts = new TreeMap<>();
    for (Team team : organisation.teams()) {
      for (OnCallLevel level : List.of(OnCallLevel.PRIMARY, OnCallLevel.SECONDARY)) {
        posts.put(Post.of(team, level), turns(organisation.rotation(team.id(), level), when));
      }
      posts.put(
          Post.of(team, OnCallLevel.WHOLE_TEAM),
          List.of(new Shift(when, organisation.members(team.id()))));
    }
    posts.put(Post.shared(OnCallLevel.COMMANDERS), turns(organisation.commanderSchedule(), when));
    posts.put(
        Post.shared(OnCallLevel.PROCESS_OWNERS),
        List.of(new Shift(when, holders(Role.PROCESS_OWNER))));
    return posts;
  }

  /** Who stands on a rung for a time, whether or not they can. */
  record Shift(Stretch when, List<PersonId> people) {}

  private static List<Shift> turns(Optional<Rotation> rotation, Stretch when) {
    return rotation
        .map(
            weekly ->
                weekly.turns(when).stream()
                    .map(turn -> new Shift(turn.when(), turn.person().stream().toList()))
                    .toList())
        .orElseGet(() -> List.of(new Shift(when, List.of())));
  }

  /** As paging does, it believes the last copy however old: a schedule is no right. */
  private List<PersonId> holders(Role role) {
    return directory.known().values().stream()
        .filter(entry -> entry.roles().contains(role))
        .map(Copy.Entry::person)
        .sorted(
            Comparator.comparing(Person::family)
                .thenComparing(Person::given)
                .thenComparing(Person::id))
        .map(Person::id)
        .toList();
  }

  private Staff staff(Map<Post, List<Shift>> posts) {
    List<PersonId> commanders = holders(Role.INCIDENT_COMMANDER);
    List<PersonId> announcers = holders(Role.ANNOUNCER);
    Set<PersonId> all = new HashSet<>(commanders);
    all.addAll(announcers);
    posts.values().stream().flatMap(List::stream).forEach(shift -> all.addAll(shift.people()));
    return new Staff(
        directory.knowsAnybody() ? Optional.of(directory.known()) : Optional.empty(),
        Map.of(Role.INCIDENT_COMMANDER, commanders, Role.ANNOUNCER, announcers),
        all.isEmpty() ? Set.of() : people.reachable(all));
  }

  private static Cover cover(Post post, List<Shift> shifts, Staff staff) {
    return new Cover(post, shifts.stream().map(shift -> staff.watch(post, shift)).toList());
  }

  private static Stream<Gap> gaps(Cover cover, List<PassedOver> fell) {
    return cover.uncovered().stream().map(watch -> gap(cover.post(), watch, fell));
  }

  private static Gap gap(Post post, Watch watch, List<PassedOver> fell) {
    Optional<PassedOver> last =
        fell.stream()
            .filter(one -> one.level() == post.level())
            .filter(one -> post.team().isEmpty() || post.team().get().equals(one.team()))
            .findFirst();
    return new Gap(post, watch.when(), watch.lacks(), last);
  }
}
