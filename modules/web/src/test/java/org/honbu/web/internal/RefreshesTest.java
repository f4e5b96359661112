package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is handed what was drawn for all, and for whom it is drawn. */
class RefreshesTest {
  private static final String AT = "/incidents/INC-2026-0001";
  private static final PersonId AOI = new PersonId("aoi");

  private final Edition edition =
      new Edition(
          new Glance(Map.of(Aspect.REST, 1, Aspect.PEOPLE, 1), List.of(), Set.of(AOI), true));
  private final Set<String> outsiders = new HashSet<>(Set.of("oskar"));
  private final Turnstile turnstile = new Turnstile();
  private final Refreshes refreshes =
      new Refreshes(
          new RegionFiles(
              Map.of(
                  "/WEB-INF/timeline.xhtml", "<p data-region=\"timeline\">",
                  "/WEB-INF/bar.xhtml", "<p data-region=\"bar\">")),
          path -> path.equals(AT) ? Optional.of(edition) : Optional.empty(),
          turnstile,
          (incident, reader) -> !outsiders.contains(reader.value()));

  /** For whom a view was drawn, in order. */
  private final List<String> drawnFor = new ArrayList<>();

  private final List<String> views = new ArrayList<>();
  private Runnable whileDrawn = () -> {};

  @Test
  void whatAllSeeAlikeIsDrawnOnceAndHandedToThoseWhoLook() throws Exception {
    for (int i = 0; i < 500; i++) {
      assertThat(ask("emma" + i, "timeline", Locale.JAPANESE).said())
          .isEqualTo("drawn for emma0 in ja: [/WEB-INF/timeline.xhtml]");
    }

    assertThat(drawnFor).containsExactly("emma0");
  }

  @Test
  void nobodyIsHandedAnotherLanguage() throws Exception {
    ask("emma", "timeline", Locale.JAPANESE);

    assertThat(ask("john", "timeline", Locale.ENGLISH).said()).startsWith("drawn for john in en");
  }

  @Test
  void whoeverActsHasTheirsDrawn() throws Exception {
    ask("emma", "timeline", Locale.JAPANESE);

    assertThat(ask("aoi", "timeline", Locale.JAPANESE).said()).startsWith("drawn for aoi");
    assertThat(ask("ken", "timeline", Locale.JAPANESE).said()).startsWith("drawn for emma");
  }

  @Test
  void whoeverMayNotReadItIsHandedNothing() throws Exception {
    ask("emma", "timeline", Locale.JAPANESE);

    assertThat(ask("oskar", "timeline", Locale.JAPANESE).said()).startsWith("drawn for oskar");
    assertThat(ask("ken", "timeline", Locale.JAPANESE).said()).startsWith("drawn for emma");
  }

  @Test
  void whoeverIsPutOutsideWhileItIsDrawnIsHandedNothingOfIt() throws Exception {
    whileDrawn = () -> outsiders.add("emma");

    assertThat(ask("emma", "timeline", Locale.JAPANESE).said())
        .isEqualTo("drawn for emma in ja: null");
    assertThat(views).containsExactly(Page.INCIDENT.view(), Page.PRIVATE.view());
  }

  @Test
  void whatIsEachReadersOwnIsNeverHandedOn() throws Exception {
    for (String regions : List.of("bar", "timeline,bar")) {
      ask("emma", regions, Locale.JAPANESE);

      assertThat(ask("ken", regions, Locale.JAPANESE).said()).startsWith("drawn for ken");
    }
  }

  @Test
  void whoeverWasToldOfAnotherEditionHasTheirsDrawn() throws Exception {
    ask("emma", "timeline", Locale.JAPANESE);

    Sent past = new Sent("ken", Map.of("regions", "timeline", "edition", "past"), Locale.JAPANESE);
    assertThat(past.ask().said()).startsWith("drawn for ken");
  }

  @Test
  void whoeverLooksAtOlderLinesHasTheirsDrawn() throws Exception {
    ask("emma", "timeline", Locale.JAPANESE);

    Sent all =
        new Sent(
            "ken",
            Map.of("regions", "timeline", "edition", edition.name(), "lines", "all"),
            Locale.JAPANESE);
    assertThat(all.ask().said()).startsWith("drawn for ken");
  }

  @Test
  void onlyAsManyAreDrawnAtATimeAndTheOthersComeAgain() throws Exception {
    Sent patient = new Sent("emma", Map.of(), Locale.JAPANESE);
    patient.headers.put(Refreshes.PATIENT, "true");
    IntStream.range(0, 10_000).forEach(one -> turnstile.enter());

    assertThat(patient.ask().status).isEqualTo(204);
    assertThat(ask("aoi", "bar", Locale.JAPANESE).said()).startsWith("drawn for aoi");
    turnstile.leave();
    assertThat(patient.ask().said()).startsWith("drawn for emma");
    assertThat(patient.ask().said()).as("its place is free again").startsWith("drawn for emma");
  }

  private Answer ask(String reader, String regions, Locale language) throws Exception {
    return new Sent(reader, Map.of("regions", regions, "edition", edition.name()), language).ask();
  }

  /** What came back. */
  private static final class Answer {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final StringWriter written = new StringWriter();
    private final PrintWriter writer = new PrintWriter(written);
    private int status = 200;

    String said() {
      return body.toString(StandardCharsets.UTF_8) + written;
    }

    HttpServletResponse response() {
      return proxy(
          HttpServletResponse.class,
          (any, asked, values) ->
              switch (asked.getName()) {
                case "setHeader", "setContentType", "setContentLength" -> null;
                case "setStatus" -> {
                  status = (Integer) values[0];
                  yield null;
                }
                case "getWriter" -> writer;
                case "getOutputStream" -> out();
                default -> throw new AssertionError("nobody foresaw " + asked);
              });
    }

    private ServletOutputStream out() {
      return new ServletOutputStream() {
        @Override
        public void write(int one) {
          body.write(one);
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new AssertionError("nobody foresaw a listener");
        }
      };
    }
  }

  /** A page that fetches; its view says for whom it is drawn. */
  private final class Sent {
    private final String reader;
    private final Map<String, String> parameters;
    private final Locale language;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();

    Sent(String reader, Map<String, String> parameters, Locale language) {
      this.reader = reader;
      this.parameters = parameters;
      this.language = language;
      attributes.put(Router.VARIABLE, "INC-2026-0001");
    }

    Answer ask() throws Exception {
      Answer answer = new Answer();
      refreshes.serve(Page.INCIDENT, request(), answer.response());
      return answer;
    }

    private HttpServletRequest request() {
      return proxy(
          HttpServletRequest.class, (any, asked, values) -> answer(asked.getName(), values));
    }

    private @Nullable Object answer(String asked, Object @Nullable [] asking) {
      Object[] values = asking == null ? new Object[] {""} : asking;
      String name = String.valueOf(values[0]);
      return switch (asked) {
        case "getParameter" -> parameters.get(name);
        case "getHeader" -> headers.get(name);
        case "getAttribute" -> attributes.get(name);
        case "setAttribute" -> attributes.put(name, values[1]);
        case "getUserPrincipal" -> (Principal) () -> reader;
        case "getServletPath" -> AT;
        case "getPathInfo", "getCookies" -> null;
        case "getLocales" -> Collections.enumeration(List.of(language));
        case "removeAttribute" -> attributes.remove(name);
        case "getRequestDispatcher" -> view(name);
        default -> throw new AssertionError("nobody foresaw " + asked);
      };
    }

    private RequestDispatcher view(String path) {
      return proxy(
          RequestDispatcher.class,
          (any, asked, values) -> {
            views.add(path);
            draw((HttpServletResponse) values[1]);
            whileDrawn.run();
            return null;
          });
    }

    private void draw(HttpServletResponse response) throws IOException {
      drawnFor.add(reader);
      response
          .getWriter()
          .write(
              "drawn for %s in %s: %s"
                  .formatted(reader, language.getLanguage(), attributes.get(PageParts.FILES)));
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            RefreshesTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
