package org.honbu.testkit.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.KeycloakServer;
import org.honbu.testkit.server.Person;

/** Brings incidents about as people would, for copying or for measuring. */
final class Rooms {
  private static final String INCIDENTS = "/api/v1/incidents";

  private final House house;
  private final KeycloakServer keycloak;
  private final Person misaki;

  Rooms(House house, KeycloakServer keycloak) {
    this.house = house;
    this.keycloak = keycloak;
    this.misaki = Person.withToken(house.honbu(), keycloak, "misaki");
  }

  /** Declared, and nobody has answered yet. */
  List<String> declared(int count, String what) {
    return IntStream.range(0, count).mapToObj(i -> declare(what + " " + i)).toList();
  }

  private String declare(String what) {
    String form = "{\"what\":\"%s\",\"component\":\"admin-console\"}".formatted(what);
    return done(misaki.post(INCIDENTS, form)).object().getString("id");
  }

  /** Somebody is at each, alone. */
  List<String> answered(int count, String what) {
    List<String> incidents = declared(count, what);
    each(incidents, "acknowledge", misaki);
    return incidents;
  }

  /** Somebody is at each, alone, and has found it to be real. */
  List<String> triaged(int count, String what) {
    List<String> incidents = answered(count, what);
    each(incidents, "triage", misaki);
    return incidents;
  }

  /** War rooms whose seats wait for commanders. */
  List<String> open(int count, String what) {
    List<String> incidents = answered(count, what);
    each(incidents, "escalate", misaki);
    return incidents;
  }

  /** War rooms that this person commands. */
  List<String> commandedBy(String person, int count, String what) {
    List<String> incidents = open(count, what);
    each(incidents, "command", Person.withToken(house.honbu(), keycloak, person));
    return incidents;
  }

  /** All over, once nothing can be taken back any more; with all that is left behind. */
  void resolve(List<String> incidents) {
    each(incidents, "mitigated", misaki);
    each(incidents, "verified", Person.withToken(house.honbu(), keycloak, "ken"));
    each(incidents, "resolved", misaki);
  }

  /** What follows from an act has happened before the next one. */
  private void each(List<String> incidents, String act, Person by) {
    house.awaitRest();
    incidents.forEach(incident -> done(by.post(INCIDENTS + "/" + incident + "/" + act, "")));
    house.awaitRest();
  }

  /**
   * What was asked for was done.
   *
   * @throws IllegalStateException when it was refused, or failed
   */
  static Answer done(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException("not done: " + answer);
    }
    return answer;
  }
}
