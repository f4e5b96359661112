package org.honbu.testkit.needs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What tests may find on a machine.
 *
 * @param path folders with programs, the first one wins
 * @param complete whether a missing program is a failure
 */
public record Machine(List<Path> path, boolean complete) {

  /** The one this runs on; CI says {@code CI=true} and promises to lack nothing. */
  public static Machine here() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return new Machine(
        Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList(),
        "true".equals(System.getenv("CI")));
  }

  /** Where a program is. */
  public Optional<Path> find(String program) {
    return path.stream()
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /**
   * Why something that runs these programs cannot run here; empty when it can.
   *
   * @throws IllegalStateException when this machine must not lack any
   */
  Optional<String> lacks(List<String> programs) {
    List<String> missing = programs.stream().filter(name -> find(name).isEmpty()).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String why =
        String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are") + " not installed";
    if (complete) {
      throw new IllegalStateException(why + ", and with CI=true no test is left out");
    }
    return Optional.of(why);
  }
}
