package org.honbu.testkit.bench;

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
  String declared(String what) {
    return done(misaki.post(
            INCIDENTS, "{\"what\":\"%s\",\"component\":\"admin-console\"}".formatted(what)))
        .object()
        .getString("id");
  }

  /** Somebody is at it, alone. */
  String answered(String what) {
    String incident = declared(what);
    act(misaki, incident, "acknowledge");
    return incident;
  }

  /** A war room whose seat waits for a commander. */
  String open(String what) {
    String incident = answered(what);
    act(misaki, incident, "escalate");
    return incident;
  }

  /** A war room that this person commands. */
  String commandedBy(String person, String what) {
    String incident = open(what);
    act(Person.withToken(house.honbu(), keycloak, person), incident, "command");
    return incident;
  }

  /** All over, with all that is left behind. */
  String resolved(String what) {
    String incident = open(what);
    act(misaki, incident, "mitigated");
    act(Person.withToken(house.honbu(), keycloak, "ken"), incident, "verified");
    act(misaki, incident, "resolved");
    return incident;
  }

  /** What follows from an act has happened before the next one. */
  private void act(Person by, String incident, String act) {
    done(by.post(INCIDENTS + "/" + incident + "/" + act, ""));
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
