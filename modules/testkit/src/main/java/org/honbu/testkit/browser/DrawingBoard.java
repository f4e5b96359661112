package org.honbu.testkit.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An empty page on which bpmn.io's viewers draw diagrams and tables. */
public final class DrawingBoard implements AutoCloseable {
  private final Page page;

  DrawingBoard(Page page, List<Path> viewers) {
    this.page = page;
    page.setContent("<!doctype html><title>Drawing board</title>");
    viewers.forEach(script -> page.addScriptTag(new Page.AddScriptTagOptions().setPath(script)));
    page.addScriptTag(new Page.AddScriptTagOptions().setContent(own("draw.js")));
  }

  /** Draws a process. */
  public Drawing process(String bpmn) {
    return drawing(page.evaluate("xml => drawBpmn(xml)", bpmn));
  }

  /** Draws a decision, as a diagram and as a table. */
  public Drawing decision(String dmn) {
    return drawing(page.evaluate("xml => drawDmn(xml)", dmn));
  }

  private static Drawing drawing(Object answer) {
    Map<?, ?> both = (Map<?, ?>) answer;
    return new Drawing(
        List.copyOf(strings(both.get("warnings"))), new TreeSet<>(strings(both.get("drawn"))));
  }

  private static List<String> strings(@Nullable Object list) {
    return ((Collection<?>) Objects.requireNonNull(list)).stream().map(String::valueOf).toList();
  }

  private static String own(String script) {
    try (InputStream in = DrawingBoard.class.getResourceAsStream(script)) {
      if (in == null) {
        throw new IllegalStateException(script + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    page.close();
  }

  /**
   * What became of a file.
   *
   * @param warnings what the viewer did not understand
   * @param drawn ids of the elements that can be seen
   */
  public record Drawing(List<String> warnings, Set<String> drawn) {}
}
