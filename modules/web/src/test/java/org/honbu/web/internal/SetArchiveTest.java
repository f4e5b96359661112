package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetArchiveTest {

  @Test
  void readsDiagramsTablesAndFormsByTheirPath() throws IOException {
    Map<String, String> files =
        Map.of("response/WarRoom.bpmn", "<図/>", "people/WhoToPage.dmn", "x", "a/b-c.form", "{}");

    assertThat(SetArchive.read(zip(files))).isEqualTo(files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../response/WarRoom.bpmn",
        "/etc/WarRoom.bpmn",
        "response/../WarRoom.bpmn",
        "WarRoom.bpmn",
        "response/WarRoom.js",
        "response/deeper/WarRoom.bpmn",
        "response/War Room.bpmn"
      })
  void takesNoOtherName(String name) {
    refuses(Map.of(name, "x"), name);
  }

  @Test
  void readsNoFurtherThanItsLimits() {
    refuses(Map.of("a/Large.bpmn", " ".repeat(SetArchive.LARGEST_FILE + 1)), "too large");
    refuses(many(9, " ".repeat(SetArchive.LARGEST_FILE)), "too large");
    refuses(many(SetArchive.MOST_FILES + 1, "x"), "too many files");
  }

  @Test
  void whatIsNoZipFileOrEmptyIsNoSet() {
    refuses(Map.of(), "no files");
    assertThatThrownBy(
            () ->
                SetArchive.read(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(ProblemException.class);
  }

  private static void refuses(Map<String, String> files, String why) {
    assertThatThrownBy(() -> SetArchive.read(zip(files)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.problem()).isEqualTo(WebProblems.NOT_A_SET);
              assertThat(refusal.words().en()).contains(why);
            });
  }

  private static Map<String, String> many(int count, String content) {
    var files = new TreeMap<String, String>();
    for (int i = 0; i < count; i++) {
      files.put("a/File" + i + ".bpmn", content);
    }
    return files;
  }

  private static ByteArrayInputStream zip(Map<String, String> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
