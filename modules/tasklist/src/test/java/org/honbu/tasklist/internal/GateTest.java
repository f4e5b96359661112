package org.honbu.tasklist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String TASKS = "/api/engine/engine/default/task";
  private static final String PAGE = "/app/tasklist/default/";
  private static final String SIGN_OUT = "/api/admin/auth/user/default/logout";

  private final Gate gate = new Gate(directoryOf("aoi"));

  @Test
  void aPersonWithARoleComesIn() throws Exception {
    assertThat(Exchange.of("GET", TASKS).by("aoi").through(gate).passed()).isTrue();
    assertThat(Exchange.of("GET", PAGE).by("aoi").through(gate).passed()).isTrue();
  }

  @Test
  void aScriptWithoutASessionIsToldSoAndNeverRedirected() throws Exception {
    var call = Exchange.of("GET", TASKS).through(gate);

    assertThat(call.passed()).isFalse();
    assertThat(call.status()).isEqualTo(401);
    assertThat(call.answer()).contains("NOT_SIGNED_IN").contains("Your session has ended");
  }

  @Test
  void theSentenceIsInTheReadersLanguage() throws Exception {
    var call = Exchange.of("GET", TASKS).reading(Locale.JAPAN).through(gate);

    assertThat(call.answer()).contains("ログインが切れました");
  }

  @Test
  void aPageWithoutASessionIsLeftToTheContainersLogin() throws Exception {
    assertThat(Exchange.of("GET", PAGE).through(gate).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {TASKS, PAGE, "/", "/lib/deps.js", SIGN_OUT})
  void aPersonWithoutARoleStaysOutEverywhere(String path) throws Exception {
    var call = Exchange.of("GET", path).by("noel").through(gate);

    assertThat(call.passed()).isFalse();
    assertThat(call.status()).isEqualTo(403);
  }

  @Test
  void aNameThatCannotBeAPersonsIsNobody() throws Exception {
    var call = Exchange.of("GET", TASKS).by("no such name").through(gate);

    assertThat(call.status()).isEqualTo(403);
  }

  @Test
  void signingOutEndsTheContainersSessionToo() throws Exception {
    var call = Exchange.of("POST", SIGN_OUT).by("aoi").answeredWith(204).through(gate);

    assertThat(call.passed()).isTrue();
    assertThat(call.signedOut()).isTrue();
  }

  @Test
  void aForgedSignOutThatCamundaRefusedEndsNothing() throws Exception {
    var call = Exchange.of("POST", SIGN_OUT).by("aoi").answeredWith(403).through(gate);

    assertThat(call.signedOut()).isFalse();
  }

  @Test
  void nothingElseSignsOut() throws Exception {
    assertThat(Exchange.of("POST", TASKS).by("aoi").through(gate).signedOut()).isFalse();
  }

  /** A directory that knows these people, offered the way the container offers it. */
  private static Instance<Directory> directoryOf(String... people) {
    Directory directory =
        new Directory() {
          @Override
          public Optional<Entry> find(PersonId person) {
            return everybody().stream().filter(entry -> entry.id().equals(person)).findFirst();
          }

          @Override
          public List<Entry> everybody() {
            return List.of(people).stream()
                .map(name -> new Entry(new PersonId(name), name, name, "", Set.of("employee")))
                .toList();
          }
        };
    return offered(directory);
  }

  @SuppressWarnings("unchecked")
  static Instance<Directory> offered(Directory directory) {
    return (Instance<Directory>)
        Proxy.newProxyInstance(
            GateTest.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("get");
              return directory;
            });
  }
}
