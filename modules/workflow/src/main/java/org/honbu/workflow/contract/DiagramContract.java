package org.honbu.workflow.contract;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says yes or no to a set of diagrams, tables and forms before anything is loaded.
 *
 * <p>All files are looked at together, because a diagram may call another, ask a table and show a
 * form. Everything that is not expressly allowed is refused.
 */
public final class DiagramContract {
  private DiagramContract() {}

  /**
   * Looks at a whole set: nothing dangerous in it, every promise kept, nothing of the last release
   * gone. Build, {@code check-diagrams}, {@code apply-diagrams} and the start of the server all ask
   * here.
   *
   * @param files content by path below {@code bpmn/}: {@code response/WarRoom.bpmn}
   * @return what is wrong, file by file; empty means yes
   */
  public static List<Violation> check(Map<String, String> files) {
    Safety safety = Safety.of(files, Listed.packed().keySet());
    DiagramSet set = DiagramSet.read(safety.readable());
    List<Violation> violations = new ArrayList<>(safety.violations());
    set.unreadable().stream()
        .filter(one -> violations.stream().noneMatch(other -> other.file().equals(one.file())))
        .forEach(violations::add);
    set.processes()
        .forEach(process -> violations.addAll(new ProcessPromises(set, process).check()));
    set.tables().forEach(table -> violations.addAll(new TablePromises(table).check()));
    set.forms().forEach(form -> violations.addAll(new FormPromises(form).check()));
    violations.addAll(Released.missing(set));
    return violations.stream()
        .distinct()
        .sorted(Comparator.comparing(Violation::file)) // keeps the order within a file
        .toList();
  }

  /**
   * The wall alone, for whatever reaches the engine by whichever way.
   *
   * @param handlers names that {@code ${…}} on an automatic step may use
   */
  public static List<Violation> dangers(Map<String, String> files, Set<String> handlers) {
    return Safety.of(files, handlers).violations();
  }

  /** All files of a folder laid out as {@code bpmn/}. */
  public static Map<String, String> folder(Path folder) {
    var files = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.matches(".*\\.(bpmn|dmn|form)")) {
          files.put(name, Files.readString(file));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  /**
   * The command line: prints every violation in both languages and leaves with 1, or says yes and
   * leaves with 0.
   *
   * @param args the folder, {@code bpmn} when left out
   */
  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, String> files = folder(Path.of(args.length == 0 ? "bpmn" : args[0]));
    List<Violation> violations = check(files);
    violations.forEach(out::println);
    out.println(
        violations.isEmpty()
            ? "はい。" + files.size() + " 個のファイルに問題はありません。 / Yes. " + files.size() + " files are fine."
            : "いいえ。直すところが "
                + violations.size()
                + " つあります。 / No. "
                + violations.size()
                + " things to mend.");
    System.exit(violations.isEmpty() ? 0 : 1);
  }
}
