package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.roomOfAoi;
import static org.honbu.app.story.Story.person;

import jakarta.json.Json;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page that fetches what changed, each reader theirs. */
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
}
