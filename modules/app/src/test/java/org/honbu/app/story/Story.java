package org.honbu.app.story;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;

/** The words a story begins with. */
final class Story {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private static final Map<String, Person> PEOPLE = new ConcurrentHashMap<>();
  private static final Map<String, Person> BROWSERS = new ConcurrentHashMap<>();
  private static final Map<String, Person> AT_TASKLIST = new ConcurrentHashMap<>();

  private Story() {}

  /** With one token for all stories: they go on while Keycloak is down. */
  static Person person(String name) {
    return PEOPLE.computeIfAbsent(name, TestPlatform::withToken);
  }

  /** A page as their browser gets it, which signs in when it has to. */
  static String page(String name, String path) {
    Person browser = BROWSERS.computeIfAbsent(name, one -> signedIn(one, path));
    String page = browser.browse(path).body();
    if (!page.contains("kc-form-login")) {
      return page;
    }
    Person anew = signedIn(name, path);
    BROWSERS.put(name, anew);
    return anew.browse(path).body();
  }

  /** A form of this page as their browser sends it. */
  static Answer form(String name, String path, Map<String, String> fields) {
    Person browser = BROWSERS.computeIfAbsent(name, one -> signedIn(one, path));
    Answer answer = browser.submit(path, fields);
    if (answer.location().filter(to -> to.getPath().contains("/realms/")).isEmpty()) {
      return answer;
    }
    Person anew = signedIn(name, path);
    BROWSERS.put(name, anew);
    return anew.submit(path, fields);
  }

  private static Person signedIn(String name, String path) {
    return Person.signIn(TestPlatform.honbu(), name, path);
  }

  /** At Tasklist, signed in once, and again when a server that died has forgotten it. */
  static Person atTasklist(String name) {
    Person known = AT_TASKLIST.computeIfAbsent(name, TestPlatform::inTasklist);
    if (known.get("/camunda/api/engine/engine").status() == 200) {
      return known;
    }
    Person anew = TestPlatform.inTasklist(name);
    AT_TASKLIST.put(name, anew);
    return anew;
  }

  static Alert alert(String component) {
    return new Alert(component);
  }

  static Speaker as(String person) {
    return new Speaker(person);
  }

  static void minutesPass(int minutes) {
    pass(Duration.ofMinutes(minutes));
  }

  /** Goes on once people have their rights: an old copy of the directory is not trusted. */
  static void pass(Duration time) {
    TestDoor.timePasses(time);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> person("aoi").get("/api/v1/incidents").status() == 200);
  }

  /** It is the next time that clocks in Tokyo show this hour, on a working day. */
  static void itIs(int hour) {
    ZonedDateTime now = Clock.systemUTC().instant().plus(TestDoor.ahead()).atZone(TOKYO);
    ZonedDateTime then = now.withHour(hour).withMinute(0).withSecond(0).withNano(0);
    while (!then.isAfter(now) || isWeekend(then)) {
      then = then.plusDays(1);
    }
    pass(Duration.between(now, then));
  }

  private static boolean isWeekend(ZonedDateTime then) {
    return then.getDayOfWeek() == DayOfWeek.SATURDAY || then.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
