package org.honbu.testkit.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Measures and prints, as {@code ./honbu bench} asks.
 *
 * <p>Arguments: names of parts (none: all of them), {@code --short} for a rough answer, {@code
 * --markdown FILE} for the same as a table. Leaves with 1 when a target was missed.
 */
public final class Bench {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Path scratch;
  private final List<Part> parts;

  private Bench(Path scratch) {
    this.scratch = scratch;
    parts =
        List.of(
            new AcceptToPage(),
            new TimerLateness(scratch),
            new ClaimAtScale(),
            new HandoverAtScale(),
            new Growth(),
            new Viewers(),
            new AlertsPerCommit(scratch),
            new Footprint());
  }

  /** What was asked for. */
  private record Wish(List<String> parts, boolean shortened, List<Path> markdown) {
    static Wish of(String[] args) {
      var names = new ArrayList<String>();
      var files = new ArrayList<Path>();
      boolean shortened = false;
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--short" -> shortened = true;
          case "--markdown" -> files.add(Path.of(args[++i]));
          default -> names.add(args[i]);
        }
      }
      return new Wish(names, shortened, files);
    }
  }

  public static void main(String[] args) throws IOException {
    Path servers = Files.createDirectories(Path.of(System.getProperty("honbu.servers")));
    Path scratch = Files.createTempDirectory(servers.toAbsolutePath(), "run");
    System.exit(new Bench(scratch).run(Wish.of(args)) ? 0 : 1);
  }

  private boolean run(Wish wish) throws IOException {
    List<String> known = parts.stream().map(Part::name).toList();
    if (!known.containsAll(wish.parts())) {
      out.println("Parts are " + String.join(", ", known));
      return false;
    }
    Instant began = Instant.now();
    List<Figure> figures = new ArrayList<>();
    try (var ground = new Ground(scratch, out)) {
      for (Part part : parts) {
        if (wish.parts().isEmpty() || wish.parts().contains(part.name())) {
          out.println("· " + part.name() + " …");
          List<Figure> these = measure(part, ground, wish.shortened());
          these.forEach(figure -> out.println(line(figure)));
          figures.addAll(these);
        }
      }
    }
    Duration took = Duration.between(began, Instant.now()).truncatedTo(ChronoUnit.SECONDS);
    out.println("Took " + took.toSeconds() + " s.");
    for (Path file : wish.markdown()) {
      Files.writeString(file, markdown(figures, wish.shortened()));
    }
    return figures.stream().allMatch(figure -> figure.met().orElse(true));
  }

  /** A part that cannot be measured is a target missed; the others are measured all the same. */
  private static List<Figure> measure(Part part, Ground ground, boolean shortened) {
    try {
      return part.measure(ground, shortened);
    } catch (RuntimeException failed) {
      failed.printStackTrace();
      return List.of(
          new Figure(
              part.name(), "could not be measured", failed.toString(), "", Optional.of(false)));
    }
  }

  private static String line(Figure figure) {
    return "  %s %-62s %s %s"
        .formatted(mark(figure), figure.what(), figure.value(), inBrackets(figure.target()));
  }

  private static String mark(Figure figure) {
    return figure.met().map(met -> met ? "✓" : "✗").orElse(" ");
  }

  private static String inBrackets(String target) {
    return target.isEmpty() ? "" : "(" + target + ")";
  }

  private static String markdown(List<Figure> figures, boolean shortened) {
    return figures.stream()
        .map(
            figure ->
                "| %s | %s | %s | %s | %s |"
                    .formatted(
                        figure.part(),
                        figure.what(),
                        figure.value(),
                        figure.target(),
                        mark(figure)))
        .collect(
            Collectors.joining(
                "\n",
                """
                %s · %d processors, %s, Java %s%s

                | part | what | measured | target | |
                |---|---|---|---|---|
                """
                    .formatted(
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        shortened ? " · shortened run" : ""),
                "\n"));
  }
}
