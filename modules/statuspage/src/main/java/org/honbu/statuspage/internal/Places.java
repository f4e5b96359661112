package org.honbu.statuspage.internal;

import java.util.Locale;

/**
 * Where one drawing finds the others. Honbu serves addresses; the copy is files that find each
 * other wherever they lie.
 */
interface Places {
  /** Honbu's own. */
  Places SERVED =
      new Places() {
        @Override
        public String page(Locale reader) {
          return "/status?lang=" + reader.getLanguage();
        }

        @Override
        public String history(Locale reader) {
          return "/status/history?lang=" + reader.getLanguage();
        }

        @Override
        public String incident(String id, Locale reader) {
          return "/status/incidents/" + id + "?lang=" + reader.getLanguage();
        }

        @Override
        public String file(String name) {
          return "/status/" + name;
        }
      };

  /** Beside each other in one folder. */
  Places COPIED =
      new Places() {
        @Override
        public String page(Locale reader) {
          return Files.page(reader);
        }

        @Override
        public String history(Locale reader) {
          return Files.history(reader);
        }

        @Override
        public String incident(String id, Locale reader) {
          return Files.incident(id, reader);
        }

        @Override
        public String file(String name) {
          return name;
        }
      };

  String page(Locale reader);

  String history(Locale reader);

  String incident(String id, Locale reader);

  /** Style, icon, feed or JSON. */
  String file(String name);

  /** What the files are called. */
  final class Files {
    static final String STYLE = "status.css";
    static final String ICON = "status.svg";
    static final String FEED = "feed.atom";
    static final String API = "api/v2/";

    private Files() {}

    static String page(Locale reader) {
      return "index." + reader.getLanguage() + ".html";
    }

    static String history(Locale reader) {
      return "history." + reader.getLanguage() + ".html";
    }

    static String incident(String id, Locale reader) {
      return "incident-" + id + "." + reader.getLanguage() + ".html";
    }
  }
}
