package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An act without a word is an act, whatever the sender leaves out of the envelope. */
class EmptyBodyTest {

  /** The form of an act whose words may be left out. */
  public record Said(@Nullable String text) {}

  @Test
  void theApiReadsEmptyBodies() {
    assertThat(new Api().getClasses())
        .contains(EmptyBodyIsJson.class, EmptyFormLeavesAllOut.class, FormsCanBeKept.class);
  }

  @Test
  void aPostOfNothingIsJson() throws IOException {
    var post = new Request("POST", null, "");

    new EmptyBodyIsJson().filter(post.asked());

    assertThat(post.headers.getFirst("Content-Type")).isEqualTo(MediaType.APPLICATION_JSON);
  }

  @Test
  void aPostOfSomethingSaysItselfWhatItIs() throws IOException {
    var post = new Request("POST", null, "{\"text\":\"x\"}");

    new EmptyBodyIsJson().filter(post.asked());

    assertThat(post.headers).isEmpty();
    assertThat(post.body).hasContent("{\"text\":\"x\"}");
  }

  @Test
  void whatNamesItsTypeOrGetsIsLeftAlone() throws IOException {
    var zip = new Request("POST", new MediaType("application", "zip"), "");
    var get = new Request("GET", null, "");

    new EmptyBodyIsJson().filter(zip.asked());
    new EmptyBodyIsJson().filter(get.asked());

    assertThat(zip.headers).isEmpty();
    assertThat(get.headers).isEmpty();
  }

  @Test
  void anEmptyFormLeavesOutEveryField() throws IOException {
    assertThat(read(Said.class, "")).isEqualTo(new Said(null));
  }

  @Test
  void aFormIsReadWhole() throws IOException {
    assertThat(read(Said.class, "{\"text\":\"rolled back\"}")).isEqualTo(new Said("rolled back"));
  }

  @Test
  void bytesStayBytes() throws IOException {
    assertThat((InputStream) read(InputStream.class, "")).isEmpty();
  }

  /** A form with forms in it. */
  public record Plan(@Nullable List<Said> steps) {}

  /** A database would refuse it, or an act find nothing where its form should be. */
  @Test
  void whatNoActCanReadAndNoDatabaseCanKeepIsSaidByItsName() throws IOException {
    assertThatThrownBy(() -> kept(Said.class, "null")).hasMessageContaining("HB-1015");
    assertThatThrownBy(() -> kept(Said.class, "{\"text\":\"a\\u0000b\"}"))
        .hasMessageContaining("HB-1016")
        .hasMessageContaining("text");
    assertThatThrownBy(() -> kept(Plan.class, "{\"steps\":[{\"text\":\"\\u0000\"}]}"))
        .hasMessageContaining("text");
    assertThat(kept(Said.class, "{}")).isEqualTo(new Said(null));
    assertThat(kept(Plan.class, "{\"steps\":[{\"text\":\"a\\tb\"}]}"))
        .isEqualTo(new Plan(List.of(new Said("a\tb"))));
    assertThat((InputStream) kept(InputStream.class, "\u0000")).hasContent("\u0000");
  }

  private static @Nullable Object kept(Class<?> type, String body) throws IOException {
    return new FormsCanBeKept().aroundReadFrom(new Form(type, body).read());
  }

  private static @Nullable Object read(Class<?> type, String body) throws IOException {
    return new EmptyFormLeavesAllOut().aroundReadFrom(new Form(type, body).read());
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T only(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            EmptyBodyTest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }

  /** A request before its act is known; asking for anything unforeseen fails. */
  private static final class Request {
    private final MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    private final String method;
    private final @Nullable MediaType type;
    private InputStream body;

    Request(String method, @Nullable MediaType type, String body) {
      this.method = method;
      this.type = type;
      this.body = bytes(body);
    }

    ContainerRequestContext asked() {
      return only(
          ContainerRequestContext.class,
          (proxy, called, arguments) ->
              switch (called.getName()) {
                case "getMethod" -> method;
                case "getMediaType" -> type;
                case "getHeaders" -> headers;
                case "getEntityStream" -> body;
                case "setEntityStream" -> {
                  body = (InputStream) arguments[0];
                  yield null;
                }
                default -> throw new AssertionError(called + " is not foreseen");
              });
    }
  }

  /** A body about to be read, as JSON-B or as bytes; asking for anything unforeseen fails. */
  private static final class Form {
    private final Class<?> type;
    private InputStream body;

    Form(Class<?> type, String body) {
      this.type = type;
      this.body = bytes(body);
    }

    ReaderInterceptorContext read() {
      return only(
          ReaderInterceptorContext.class,
          (proxy, called, arguments) ->
              switch (called.getName()) {
                case "getType" -> type;
                case "getInputStream" -> body;
                case "setInputStream" -> {
                  body = (InputStream) arguments[0];
                  yield null;
                }
                case "proceed" ->
                    type == InputStream.class
                        ? body
                        : new OneJsonb().getContext(type).fromJson(body, type);
                default -> throw new AssertionError(called + " is not foreseen");
              });
    }
  }
}
