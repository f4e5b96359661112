package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.honbu.testkit.browser.Chromium;
import org.honbu.testkit.browser.Stage;
import org.honbu.testkit.needs.Needs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a page's script makes of answers that come in an order which no server can be told. */
@Needs(Chromium.PROGRAM)
@Tag("any-database")
class OpenPageStoryIT {
  private static final Path SCRIPT =
      Path.of(System.getProperty("honbu.root"), "modules/web/src/main/webapp/assets/js/honbu.js");

  /** A page whose requests are answered by hand, and whose live connection is spoken by hand. */
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><script>
      const asked = [];
      let swaps = 0;
      window.fetch = address =>
        new Promise(answer => asked.push((html, headers) =>
          answer(new Response(html, {status: html === null ? 204 : 200, headers}))));
      window.EventSource = class {
        constructor() { this.on = {}; this.readyState = 1; window.line = this; }
        addEventListener(name, hear) { this.on[name] = hear; }
        close() {}
      };
      document.addEventListener('honbu:swapped', () => { swaps++; });
      const news = within => JSON.stringify({edition: 'e', shared: ['timeline'], within, own: [], whole: false, later: 45000});
      const soon = async isSo => { while (!isSo()) await new Promise(requestAnimationFrame); };
      const at = location.pathname;
      </script></head><body data-live="true" data-path="/incidents/INC-2026-0001">
      <span id="live"></span><div id="offline" hidden><b id="offline-since"></b><button id="reconnect"></button></div>
      <div id="notices"></div><div id="failed"></div><template id="clock"></template>
      <template id="words" data-failed="Not done" data-close="Close"></template>
      <main><p data-region="timeline">old</p>
      <dialog><form class="act" method="post"><textarea name="text"></textarea><button>Send</button></form></dialog>
      </main></body></html>
      """;

  private static @Nullable Chromium chromium;

  @BeforeAll
  static void begin() {
    chromium = Chromium.start(URI.create("http://localhost"), Path.of("target/screenshots/page"));
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static String says(String expression) {
    if (chromium == null) {
      throw new IllegalStateException("no browser was started");
    }
    try (Stage stage =
        chromium.stage("http://honbu.example/incidents/INC-2026-0001", PAGE, SCRIPT)) {
      return stage.says("async () => {" + expression + "}");
    }
  }

  @Test
  void whatAnActsPageAskedForEarlierTakesNothingThatWasGivenMeanwhile() {
    assertThat(
            says(
                """
                document.querySelector('form').requestSubmit();
                await soon(() => asked.length === 1);
                asked[0](null, {'X-Honbu-Next': at});
                await soon(() => asked.length === 2);
                line.on.drawn({data: news(0) + '\\n<p data-region="timeline">newer</p>'});
                asked[1]('<p data-region="timeline">of a moment ago</p>');
                await soon(() => swaps === 2);
                return document.querySelector('[data-region]').textContent;
                """))
        .isEqualTo("newer");
  }

  @Test
  void refusedWordsStayWhoeverGotTheNotice() {
    assertThat(
            says(
                """
                document.querySelector('dialog').showModal();
                document.querySelector('textarea').value = 'long thought of';
                document.querySelector('form').requestSubmit();
                await soon(() => asked.length === 1);
                asked[0](null, {'X-Honbu-Next': at, 'X-Honbu-Refused': 'true'});
                await soon(() => asked.length === 2);
                asked[1]('<p data-region="timeline">old</p>');
                await soon(() => swaps === 1);
                return [document.querySelector('dialog').open, document.querySelector('textarea').value,
                  document.querySelector('dialog .act-failed span')?.textContent].join();
                """))
        .isEqualTo("true,long thought of,Not done");
  }

  @Test
  void whatWasTakenIsNotInTheFormAnyMoreWhenItsPageComes() {
    assertThat(
            says(
                """
                document.querySelector('textarea').value = 'said';
                document.querySelector('form').requestSubmit();
                await soon(() => asked.length === 1);
                asked[0](null, {'X-Honbu-Next': at});
                await soon(() => asked.length === 2);
                return '<' + document.querySelector('textarea').value + '>';
                """))
        .isEqualTo("<>");
  }

  @Test
  void whoeverDrawsForOthersAsksWithoutWaitingForATimer() {
    assertThat(
            says(
                """
                line.on.changed({data: news(0)});
                for (let i = 0; i < 9; i++) await null;
                return asked.length;
                """))
        .isEqualTo("1");
  }
}
