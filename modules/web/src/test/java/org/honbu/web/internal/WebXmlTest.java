package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WebXmlTest {

  @Test
  void everyPageLeadsToTheLoginOrIsOpen() throws IOException {
    Set<String> protectedPaths = protectedPaths();

    for (Page page : Page.values()) {
      String path = page.path().replace("{number}", "INC-2026-0001");
      assertThat(covered(path, protectedPaths)).as(path).isEqualTo(!page.isOpen());
    }
  }

  private static boolean covered(String path, Set<String> patterns) {
    return patterns.contains(path)
        || patterns.stream()
            .filter(pattern -> pattern.endsWith("/*"))
            .anyMatch(pattern -> path.startsWith(pattern.substring(0, pattern.length() - 1)));
  }

  private static Set<String> protectedPaths() throws IOException {
    String descriptor = Files.readString(Views.WEBAPP.resolve("WEB-INF/web.xml"));
    int from = descriptor.indexOf("<display-name>Pages behind the login");
    String constraint =
        descriptor.substring(from, descriptor.indexOf("</security-constraint>", from));
    assertThat(constraint).contains("<role-name>**</role-name>");
    Set<String> patterns = new TreeSet<>();
    Matcher pattern = Pattern.compile("<url-pattern>([^<]+)</url-pattern>").matcher(constraint);
    while (pattern.find()) {
      patterns.add(pattern.group(1));
    }
    return patterns;
  }
}
