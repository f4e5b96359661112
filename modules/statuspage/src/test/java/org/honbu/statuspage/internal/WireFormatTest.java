package org.honbu.statuspage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.statuspage.internal.Shop.INCIDENT;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What programs read, held against the written formats: Statuspage's API v2 and RFC 4287. */
class WireFormatTest {
  private static final Set<String> COMPONENT =
      Set.of(
          "id",
          "name",
          "status",
          "created_at",
          "updated_at",
          "position",
          "description",
          "showcase",
          "group",
          "group_id",
          "page_id",
          "only_show_if_degraded",
          "start_date");
  private static final Set<String> INCIDENT_FIELDS =
      Set.of(
          "id",
          "name",
          "status",
          "impact",
          "created_at",
          "updated_at",
          "monitoring_at",
          "resolved_at",
          "shortlink",
          "started_at",
          "page_id",
          "incident_updates",
          "components");

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void summaryHasTheFieldsOfStatuspage() {
    told();
    JsonObject summary = json("summary");

    assertThat(summary.keySet())
        .containsExactlyInAnyOrder(
            "page", "status", "components", "incidents", "scheduled_maintenances");
    assertThat(summary.getJsonObject("page").keySet())
        .containsExactlyInAnyOrder("id", "name", "url", "time_zone", "updated_at");
    assertThat(summary.getJsonObject("status").getString("indicator")).isEqualTo("minor");
    JsonObject component = summary.getJsonArray("components").getJsonObject(0);
    assertThat(component.keySet()).isEqualTo(COMPONENT);
    assertThat(component.getString("status")).isEqualTo("degraded_performance");
    JsonObject incident = summary.getJsonArray("incidents").getJsonObject(0);
    assertThat(incident.keySet()).isEqualTo(INCIDENT_FIELDS);
    assertThat(incident.getString("status")).isEqualTo("investigating");
    assertThat(incident.getString("name")).isEqualTo("決済がご利用しづらい状況 / Problem affecting Checkout");
    assertThat(incident.getString("shortlink"))
        .isEqualTo("https://status.example/status/incidents/" + shop.only().id());
    assertThat(incident.isNull("resolved_at")).isTrue();
    JsonArray updates = incident.getJsonArray("incident_updates");
    assertThat(updates).hasSize(2);
    JsonObject newest = updates.getJsonObject(0);
    assertThat(newest.keySet())
        .contains(
            "id",
            "status",
            "body",
            "created_at",
            "display_at",
            "updated_at",
            "affected_components");
    assertThat(newest.getString("body")).isEqualTo("カードだけです\n\nCards only");
    JsonObject first =
        updates.getJsonObject(1).getJsonArray("affected_components").getJsonObject(0);
    assertThat(first.keySet())
        .containsExactlyInAnyOrder("code", "name", "old_status", "new_status");
    assertThat(first.getString("old_status")).isEqualTo("operational");
    assertThat(first.getString("new_status")).isEqualTo("degraded_performance");
    assertThat(Instant.parse(incident.getString("started_at"))).isBefore(Shop.START);
  }

  @Test
  void everyAddressOfTheApiIsThere() {
    told();

    assertThat(json("status").keySet()).containsExactlyInAnyOrder("page", "status");
    assertThat(json("components").keySet()).containsExactlyInAnyOrder("page", "components");
    assertThat(json("incidents").getJsonArray("incidents")).hasSize(1);
    assertThat(json("incidents/unresolved").getJsonArray("incidents")).hasSize(1);
    for (String none : new String[] {"", "/upcoming", "/active"}) {
      assertThat(json("scheduled-maintenances" + none).getJsonArray("scheduled_maintenances"))
          .isEmpty();
    }
  }

  @Test
  void wordsMoveWithTheIncident() {
    told();
    shop.isNow(INCIDENT, IncidentState.MONITORING, PublicPhase.MONITORING);
    shop.tells(INCIDENT, Phase.MITIGATED, "戻りました", "Back");
    assertThat(incident().getString("status")).isEqualTo("monitoring");
    assertThat(json("status").getJsonObject("status").getString("indicator")).isEqualTo("minor");
    assertThat(json("components").getJsonArray("components").getJsonObject(0).getString("status"))
        .isEqualTo("operational");

    shop.tells(INCIDENT, Phase.RESOLVED, "復旧しました", "Resolved");
    assertThat(incident().getString("status")).isEqualTo("resolved");
    assertThat(incident().getString("resolved_at")).isNotEmpty();
    assertThat(json("status").getJsonObject("status").getString("indicator")).isEqualTo("none");
    assertThat(json("incidents/unresolved").getJsonArray("incidents")).isEmpty();
  }

  @Test
  void atomFeedIsWellFormedAndItsIdsNeverChange() throws Exception {
    told();
    Document feed = xml(shop.served("feed.atom"));

    Element root = feed.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    for (String needed : new String[] {"id", "title", "updated", "author"}) {
      assertThat(only(root, needed)).as(needed).isNotEmpty();
    }
    NodeList entries = root.getElementsByTagName("entry");
    assertThat(entries.getLength()).isEqualTo(2);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      ids.add(only(entry, "id"));
      assertThat(only(entry, "id")).startsWith("urn:uuid:");
      assertThat(Instant.parse(only(entry, "updated"))).isNotNull();
      assertThat(only(entry, "title")).isNotEmpty();
    }
    assertThat(ids).hasSize(2);
    assertThat(only((Element) entries.item(0), "content")).isEqualTo("カードだけです\n\nCards only");

    shop.clock.passes(Duration.ofDays(1));
    shop.tells(INCIDENT, Phase.RESOLVED, "直りました", "Fixed & done <here>");
    Document later = xml(shop.served("feed.atom"));
    assertThat(later.getElementsByTagName("entry").getLength()).isEqualTo(3);
    assertThat(shop.served("feed.atom")).contains(ids);
  }

  private void told() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "調査しています", "Investigating");
    shop.clock.passes(Duration.ofMinutes(5));
    shop.tells(INCIDENT, Phase.UPDATE, "カードだけです", "Cards only");
  }

  private JsonObject incident() {
    return json("incidents").getJsonArray("incidents").getJsonObject(0);
  }

  private JsonObject json(String name) {
    try (JsonReader reader =
        Json.createReader(new StringReader(shop.served("api/v2/" + name + ".json")))) {
      return reader.readObject();
    }
  }

  private static Document xml(String text) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static String only(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }
}
