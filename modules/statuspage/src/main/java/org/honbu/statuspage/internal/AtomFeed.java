package org.honbu.statuspage.internal;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.honbu.kernel.Words;

/**
 * Every message as an entry of an Atom feed (RFC 4287). An entry's id is the message's and never
 * changes, wherever the page moves.
 */
final class AtomFeed {
  static final String TYPE = "application/atom+xml";
  private static final int NEWEST = 50;

  private final PublicBoard board;

  AtomFeed(PublicBoard board) {
    this.board = board;
  }

  private record Entry(PublicIncident incident, PublicUpdate update) {}

  StatusFile file() {
    List<Entry> newest =
        board.incidents().stream()
            .flatMap(one -> one.oldestFirst().stream().map(update -> new Entry(one, update)))
            .sorted(Comparator.comparing((Entry entry) -> entry.update().at()).reversed())
            .limit(NEWEST)
            .toList();
    Words title = new Words("{0} サービスの状況", "{0} service status").with(board.site());
    Html feed =
        Html.of(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>{}</id>
            <title>{}</title>
            <updated>{}</updated>
            <author><name>{}</name></author>
            <link rel="self" type="application/atom+xml" href="{}"/>
            <link rel="alternate" type="text/html" href="{}"/>
            {}
            </feed>
            """,
            named("feed " + board.address()),
            StatusJson.both(title),
            board.changedAt(),
            StatusJson.both(board.site()),
            board.address() + "/" + Places.Files.FEED,
            board.address(),
            Html.all(newest.stream().map(this::entry).toList()));
    return StatusFile.of(TYPE, feed.markup());
  }

  private Html entry(Entry entry) {
    PublicUpdate update = entry.update();
    Words title =
        new Words("{0}：{1}", "{0}: {1}")
            .with(entry.incident().label(update), entry.incident().name());
    return Html.of(
        """
        <entry><id>{}</id><title>{}</title><published>{}</published><updated>{}</updated>
        <link rel="alternate" type="text/html" href="{}"/>
        <content type="text">{}</content></entry>""",
        named("update " + update.id()),
        clean(StatusJson.both(title)),
        update.at(),
        update.at(),
        board.address() + "/incidents/" + entry.incident().id(),
        clean(StatusJson.body(update.text())));
  }

  private static String named(String what) {
    return "urn:uuid:"
        + UUID.nameUUIDFromBytes(("honbu status " + what).getBytes(StandardCharsets.UTF_8));
  }

  /** Without what XML cannot carry even escaped. */
  private static String clean(String text) {
    return text.codePoints()
        .filter(c -> c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF))
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
