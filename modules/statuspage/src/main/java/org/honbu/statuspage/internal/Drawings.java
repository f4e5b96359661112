package org.honbu.statuspage.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.honbu.kernel.HtmlTemplate;

/** Everything that is drawn of one board, by its file's name. */
final class Drawings {
  static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);
  private static final String STYLE = HtmlTemplate.resource(Drawings.class, "status.css");
  private static final String ICON = HtmlTemplate.resource(Drawings.class, "status.svg");

  private Drawings() {}

  static Map<String, StatusFile> of(PublicBoard board, Places places) {
    Map<String, StatusFile> files = new TreeMap<>();
    for (Locale reader : LANGUAGES) {
      var pages = new PageHtml(board, places, reader);
      files.put(Places.Files.page(reader), pages.page());
      files.put(Places.Files.history(reader), pages.history());
      for (PublicIncident incident : board.incidents()) {
        files.put(Places.Files.incident(incident.id(), reader), pages.incident(incident));
      }
    }
    files.put(Places.Files.STYLE, StatusFile.of("text/css", STYLE));
    files.put(Places.Files.ICON, StatusFile.of("image/svg+xml", ICON));
    files.put(Places.Files.FEED, new AtomFeed(board).file());
    new StatusJson(board)
        .files()
        .forEach(
            (name, json) ->
                files.put(
                    Places.Files.API + name, StatusFile.of("application/json", json.toString())));
    return files;
  }
}
