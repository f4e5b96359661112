package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.roomOfAoi;
import static org.honbu.app.story.Story.person;

import jakarta.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.honbu.testkit.browser.Chromium;
import org.honbu.testkit.browser.Language;
import org.honbu.testkit.browser.Visitor;
import org.honbu.testkit.needs.Needs;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page that fetches what changed, each reader theirs, and what all see alike once for all. */
@Needs(Chromium.PROGRAM)
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class LiveStoryIT {
  private static final String NOTE = "ログを見ています";

  @Test
  @DisplayName("PR-00l: an open page fetches the regions it was told of, drawn for its reader")
  void regions() {
    Told incident = roomOfAoi();
    String at = "/incidents/" + incident.id();
    Person emma = Person.signIn(TestPlatform.honbu(), "emma", at);
    Person aoi = Person.signIn(TestPlatform.honbu(), "aoi", at);
    Answer noted =
        person("itsuki")
            .post("/api/v1" + at + "/notes", Json.createObjectBuilder().add("text", NOTE).build());
    assertThat(noted.status()).as(noted.toString()).isEqualTo(204);

    String timeline = emma.browse(at + "?regions=timeline&edition=past").body();
    assertThat(timeline).contains("data-region=\"timeline\"", NOTE);
    assertThat(timeline).doesNotContain("data-region=\"head\"", "data-region=\"roster\"", "<nav");

    String yours = aoi.browse(at + "?regions=head,bar").body();
    String hers = emma.browse(at + "?regions=head,bar").body();
    assertThat(yours).contains("data-region=\"head\"", "data-region=\"bar\"", "ask-hand-over");
    assertThat(hers).contains("data-region=\"head\"").doesNotContain("ask-hand-over");

    assertThat(emma.browse(at + "?regions=nothing,../../web.xml").body())
        .doesNotContain("data-region");
    assertThat(emma.browse(at).body()).contains("data-region=\"roster\"", NOTE, "<nav");
  }

  @Test
  @DisplayName("PR-00l: of many who look two draw what is new, and all the others are given it")
  void given() throws Exception {
    String at = "/incidents/" + roomOfAoi().id();
    URI honbu = TestPlatform.honbu().url("");
    List<Looker> lookers = new ArrayList<>();
    try (Chromium chromium = Chromium.start(honbu, Path.of("target/screenshots/live"))) {
      Visitor page = chromium.visitor(Language.JAPANESE);
      page.open(at).signIn("emma").sees("時系列");
      lookers.add(new Looker(at, "sota"));
      // It has been looked at between two beats: whoever comes now asked last, and hears only news.
      lookers.get(0).hears(2, "event: beat");
      for (String person : List.of("hiroshi", "haruka", "yui", "mei")) {
        lookers.add(new Looker(at, person));
      }
      lookers.forEach(one -> one.hears(1, "event: beat"));
      lookers.forEach(Looker::forget);

      Answer noted =
          person("yumi")
              .post(
                  "/api/v1" + at + "/notes", Json.createObjectBuilder().add("text", NOTE).build());
      assertThat(noted.status()).as(noted.toString()).isEqualTo(204);

      page.sees(NOTE).picture("1-given");
      assertThat(page.complaints()).isEmpty();
      lookers.forEach(one -> one.hears(1, NOTE));
      assertThat(lookers.stream().filter(one -> one.says("event: drawn")))
          .as("given; the other two fetched it")
          .hasSize(3);
      assertThat(lookers.stream().filter(one -> one.fetched)).hasSize(2);
    } finally {
      lookers.forEach(Looker::close);
    }
  }

  /** Somebody's open page, as far as the server sees it: it listens, and fetches when told to. */
  private static final class Looker implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOLD =
        Pattern.compile("data: .\"edition\":\"([^\"]+)\",\"shared\":\\[([^]]+)],.*");

    private final String at;
    private final String token;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    private volatile boolean fetched;

    Looker(String at, String person) throws Exception {
      this.at = at;
      this.token = TestPlatform.keycloak().tokenOf(person);
      this.stream = get("/live" + at, HttpResponse.BodyHandlers.ofInputStream()).body();
      Thread listening = new Thread(this::listen, "looks: " + person);
      listening.setDaemon(true);
      listening.start();
    }

    private <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> body)
        throws IOException, InterruptedException {
      return CLIENT.send(
          HttpRequest.newBuilder(TestPlatform.honbu().url(path))
              .header("Authorization", "Bearer " + token)
              .header("Accept-Language", "ja")
              .build(),
          body);
    }

    private void listen() {
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        String before = "";
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.add(line);
          Matcher told = TOLD.matcher(line);
          if (before.equals("event: changed") && told.matches()) {
            String regions = told.group(2).replace("\"", "");
            lines.add(
                get(
                        at + "?regions=" + regions + "&edition=" + told.group(1),
                        HttpResponse.BodyHandlers.ofString())
                    .body());
            fetched = true;
          }
          before = line;
        }
      } catch (IOException | InterruptedException closed) {
        lines.add("closed: " + closed);
      }
    }

    boolean says(String words) {
      return lines.stream().anyMatch(line -> line.contains(words));
    }

    void hears(int times, String words) {
      Awaitility.await(words)
          .atMost(Duration.ofSeconds(20))
          .until(() -> lines.stream().filter(line -> line.contains(words)).count() >= times);
    }

    void forget() {
      lines.clear();
      fetched = false;
    }

    @Override
    public void close() {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
