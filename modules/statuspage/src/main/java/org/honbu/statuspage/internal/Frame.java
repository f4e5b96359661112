package org.honbu.statuspage.internal;

import java.net.URI;
import java.util.Locale;
import org.honbu.kernel.Words;

/** What stands around everything users read here. */
final class Frame {
  static final String TYPE = "text/html";

  private static final String SYMBOLS =
      "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"vh\"><symbol id=\"i-check\""
          + " viewBox=\"0 0 24 24\"><path d=\"M20 6 9 17l-5-5\"/></symbol><symbol id=\"i-mail\""
          + " viewBox=\"0 0 24 24\"><path d=\"m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7\"/><rect x=\"2\""
          + " y=\"4\" width=\"20\" height=\"16\" rx=\"2\"/></symbol><symbol id=\"i-triangle-alert\""
          + " viewBox=\"0 0 24 24\"><path d=\"m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4"
          + " 21h16a2 2 0 0 0 1.73-3\"/><path d=\"M12 9v4\"/><path d=\"M12 17h.01\"/></symbol></svg>";

  private final Words site;
  private final URI address;
  private final Places places;
  private final Locale reader;

  /**
   * @param address where Honbu serves the page: forms are there, wherever a copy lies
   */
  Frame(Words site, URI address, Places places, Locale reader) {
    this.site = site;
    this.address = address;
    this.places = places;
    this.reader = reader;
  }

  /**
   * @param japanese where the same stands in Japanese
   * @param english where the same stands in English
   */
  Html around(Words title, String japanese, String english, Html main, Html foot) {
    String subscribe = "/subscribe?lang=" + reader.getLanguage();
    return Html.of(
        """
        <!doctype html>
        <html lang="{}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>{} — {}</title><link rel="stylesheet" href="{}"><link rel="icon" type="image/svg+xml" href="{}"><link rel="alternate" type="application/atom+xml" href="{}"></head>
        <body>
        {}
        <main class="st" id="main"><header class="st-top"><a class="site" href="{}"><b>{}</b> <span>{}</span></a><nav><a class="btn" href="{}"><svg class="ic" aria-hidden="true"><use href="#i-mail"/></svg> {}</a><span class="lang"><a href="{}" lang="ja" hreflang="ja"{}>日本語</a><a href="{}" lang="en" hreflang="en"{}>English</a></span></nav></header>
        {}
        {}</main>
        </body></html>
        """,
        reader.getLanguage(),
        title.in(reader),
        site.in(reader),
        places.file(Places.Files.STYLE),
        places.file(Places.Files.ICON),
        places.file(Places.Files.FEED),
        new Html(SYMBOLS),
        places.page(reader),
        site.in(reader),
        new Words("サービスの状況", "Service status").in(reader),
        places == Places.SERVED ? "/status" + subscribe : address + subscribe,
        new Words("更新を受け取る", "Get updates").in(reader),
        japanese,
        current(Locale.JAPANESE),
        english,
        current(Locale.ENGLISH),
        main,
        foot);
  }

  private Html current(Locale language) {
    return language.equals(reader) ? new Html(" aria-current=\"true\"") : Html.NOTHING;
  }
}
