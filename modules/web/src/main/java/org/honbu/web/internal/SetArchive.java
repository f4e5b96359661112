package org.honbu.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.honbu.kernel.ProblemException;

/** A folder {@code bpmn/} in a zip file, from somebody who may be anybody. */
final class SetArchive {
  static final int MOST_FILES = 300;
  static final int LARGEST_FILE = 1 << 20;
  static final int LARGEST_SET = 8 << 20;

  private static final Pattern NAME =
      Pattern.compile("[a-z][a-z-]{0,40}/[A-Za-z][A-Za-z0-9-]{0,80}\\.(bpmn|dmn|form)");

  private SetArchive() {}

  /**
   * Reads no further than the limits, however small the archive is packed.
   *
   * @return content by path, as {@code response/WarRoom.bpmn}
   * @throws ProblemException {@link WebProblems#NOT_A_SET} saying what is wrong with it
   */
  static Map<String, String> read(InputStream body) {
    var files = new TreeMap<String, String>();
    int size = 0;
    try (ZipInputStream zip = new ZipInputStream(body, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        String name = entry.getName();
        byte[] content = zip.readNBytes(LARGEST_FILE + 1);
        size += content.length;
        allow(NAME.matcher(name).matches(), "“" + shortened(name) + "”");
        allow(content.length <= LARGEST_FILE && size <= LARGEST_SET, "too large");
        allow(files.put(name, text(content)) == null, "“" + name + "” twice");
        allow(files.size() <= MOST_FILES, "too many files");
      }
    } catch (CharacterCodingException notUtf8) {
      throw new ProblemException(WebProblems.NOT_A_SET, "not UTF-8");
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new ProblemException(WebProblems.NOT_A_SET, "no zip file");
    }
    allow(!files.isEmpty(), "no files, or no zip file");
    return files;
  }

  private static void allow(boolean isAllowed, String what) {
    if (!isAllowed) {
      throw new ProblemException(WebProblems.NOT_A_SET, what);
    }
  }

  private static String text(byte[] content) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
  }

  private static String shortened(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "…";
  }
}
