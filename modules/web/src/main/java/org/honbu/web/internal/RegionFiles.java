package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** In which fragment of a page each region stands; read from the fragments themselves. */
@ApplicationScoped
public class RegionFiles {
  private static final String ROOT = "/WEB-INF/";
  private static final Pattern REGION = Pattern.compile("\\sdata-region=\"([a-z-]+)\"");

  private final Map<String, String> files;

  @Inject
  public RegionFiles(ServletContext application) {
    this(read(application, ROOT, new TreeMap<>()));
  }

  /**
   * As the views are.
   *
   * @param views every fragment by its path
   */
  RegionFiles(Map<String, String> views) {
    this.files = new TreeMap<>();
    views.forEach(
        (path, view) ->
            REGION
                .matcher(view)
                .results()
                .map(found -> found.group(1))
                .forEach(region -> place(region, path)));
  }

  /** For the container's proxy. */
  RegionFiles() {
    this(Map.of());
  }

  private void place(String region, String path) {
    String other = files.put(region, path);
    if (other != null) {
      throw new IllegalStateException(
          "two regions are called " + region + ", in " + other + " and in " + path);
    }
  }

  /** The fragments that draw these regions; what nobody knows is left out. */
  Set<String> of(Collection<String> regions) {
    Set<String> found = new LinkedHashSet<>();
    for (String region : regions) {
      String file = files.get(region);
      if (file != null) {
        found.add(file);
      }
    }
    return found;
  }

  private static Map<String, String> read(
      ServletContext application, String folder, Map<String, String> views) {
    Set<String> paths = application.getResourcePaths(folder);
    for (String path : paths == null ? Set.<String>of() : paths) {
      if (path.endsWith("/")) {
        read(application, path, views);
      } else if (path.endsWith(".xhtml")) {
        views.put(path, text(application, path));
      }
    }
    return views;
  }

  private static String text(ServletContext application, String path) {
    try (InputStream content = application.getResourceAsStream(path)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
