package org.honbu.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.DiagramSets;
import org.honbu.workflow.contract.DiagramContract;
import org.honbu.workflow.contract.Violation;

/**
 * The engine's own list of deployments is the record: a name says the set's number, where it came
 * from and its digest; the source says who loaded it.
 *
 * @param release what this build or the operator's folder brings
 */
record EngineDiagramSets(EngineRoom room, Release release) implements DiagramSets {
  private static final Logger LOG = Logger.getLogger(EngineDiagramSets.class.getName());
  private static final ReentrantLock ONE_OF_THIS_NODE = new ReentrantLock();
  private static final String HONBU = "honbu";
  private static final Pattern NAME =
      Pattern.compile(HONBU + " (\\d+) (RELEASE|APPLIED) ([0-9a-f]{64})");

  /**
   * Decides at the start of a node which set is in force: a release that brings another set than
   * the last release did wins; otherwise what is in force stays, unless this build cannot run it.
   */
  Loaded start() {
    return alone(
        () -> {
          List<Entry> sets = entries();
          Optional<Entry> lastRelease =
              sets.stream().filter(set -> set.loaded().origin() == Origin.RELEASE).findFirst();
          boolean knowsRelease =
              lastRelease.filter(set -> set.loaded().digest().equals(release.digest())).isPresent();
          return knowsRelease && runsHere(sets.get(0))
              ? sets.get(0).loaded()
              : loadRelease(HONBU, sets);
        });
  }

  private boolean runsHere(Entry set) {
    if (set.loaded().origin() == Origin.RELEASE) {
      return true;
    }
    List<Violation> broken = DiagramContract.check(files(set));
    if (!broken.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Set {0} of {1} does not keep this build''s promises; the release''s own is loaded.\n{2}",
          new Object[] {set.loaded().number(), set.loaded().by(), told(broken)});
    }
    return broken.isEmpty();
  }

  @Override
  public Outcome apply(Map<String, String> files, PersonId by) {
    List<Violation> violations = DiagramContract.check(files);
    if (!violations.isEmpty()) {
      LOG.log(
          Level.INFO,
          "{0} may not load a set with {1} broken promises",
          new Object[] {by.value(), violations.size()});
      return new Outcome.Refused(violations);
    }
    var set = new Release(files);
    return new Outcome.InForce(
        alone(
            () -> {
              List<Entry> sets = entries();
              return inForce(sets, set)
                  .orElseGet(() -> load(set, Origin.APPLIED, by.value(), sets));
            }));
  }

  @Override
  public Loaded applyRelease(PersonId by) {
    return alone(
        () -> {
          List<Entry> sets = entries();
          return inForce(sets, release).orElseGet(() -> loadRelease(by.value(), sets));
        });
  }

  @Override
  public List<Loaded> history() {
    return room.asHonbu(() -> entries().stream().map(Entry::loaded).toList());
  }

  private static Optional<Loaded> inForce(List<Entry> sets, Release set) {
    return sets.stream()
        .limit(1)
        .map(Entry::loaded)
        .filter(newest -> newest.digest().equals(set.digest()))
        .findFirst();
  }

  private Loaded loadRelease(String by, List<Entry> sets) {
    List<Violation> broken = DiagramContract.check(release.files());
    if (!broken.isEmpty()) {
      throw new IllegalStateException(
          "the release's own diagrams break promises:\n" + told(broken));
    }
    return load(release, Origin.RELEASE, by, sets);
  }

  private Loaded load(Release set, Origin origin, String by, List<Entry> sets) {
    int number = sets.stream().mapToInt(each -> each.loaded().number()).max().orElse(0) + 1;
    var deployment =
        repository()
            .createDeployment()
            .name(String.join(" ", HONBU, String.valueOf(number), origin.name(), set.digest()))
            .source(by);
    set.files().forEach(deployment::addString);
    Loaded loaded = entry(deployment.deploy()).orElseThrow().loaded();
    LOG.log(
        Level.INFO,
        "Set {0} is in force: {1} by {2}, sha256 {3}",
        new Object[] {number, origin, by, set.digest()});
    return loaded;
  }

  private List<Entry> entries() {
    return repository().createDeploymentQuery().deploymentNameLike(HONBU + " %").list().stream()
        .flatMap(deployment -> entry(deployment).stream())
        .sorted(Comparator.comparing((Entry set) -> set.loaded().number()).reversed())
        .toList();
  }

  private static Optional<Entry> entry(Deployment deployment) {
    Matcher name = NAME.matcher(String.valueOf(deployment.getName()));
    return name.matches()
        ? Optional.of(
            new Entry(
                deployment.getId(),
                new Loaded(
                    Integer.parseInt(name.group(1)),
                    Origin.valueOf(name.group(2)),
                    name.group(3),
                    deployment.getSource(),
                    deployment.getDeploymentTime().toInstant())))
        : Optional.empty();
  }

  private Map<String, String> files(Entry set) {
    var files = new TreeMap<String, String>();
    for (String name : repository().getDeploymentResourceNames(set.deployment())) {
      try (InputStream in = repository().getResourceAsStream(set.deployment(), name)) {
        files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return files;
  }

  private static String told(List<Violation> violations) {
    return violations.stream().map(Violation::toString).collect(Collectors.joining("\n"));
  }

  /**
   * One at a time, to the end of the transaction: across nodes by the row that the engine itself
   * locks for a deployment, within one node by a lock of ours, because on H2 the engine locks none.
   */
  private Loaded alone(Supplier<Loaded> work) {
    var engine = (ProcessEngineConfigurationImpl) room.engine().getProcessEngineConfiguration();
    ONE_OF_THIS_NODE.lock();
    try {
      return room.asHonbu(
          () ->
              engine
                  .getCommandExecutorTxRequired()
                  .execute(
                      context -> {
                        context.getPropertyManager().acquireExclusiveLock();
                        return work.get();
                      }));
    } finally {
      ONE_OF_THIS_NODE.unlock();
    }
  }

  private RepositoryService repository() {
    return room.engine().getRepositoryService();
  }

  /**
   * A set and where the engine keeps it.
   *
   * @param deployment the engine's id
   */
  private record Entry(String deployment, Loaded loaded) {}
}
