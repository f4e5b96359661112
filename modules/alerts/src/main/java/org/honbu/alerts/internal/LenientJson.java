package org.honbu.alerts.internal;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.honbu.alerts.Unreadable;
import org.honbu.kernel.Words;

/**
 * Reads a body of JSON in one pass without building a tree, so that deep nesting costs nothing, and
 * knows for every refusal the line and the field.
 */
final class LenientJson implements AutoCloseable {
  /** Characters a text is cut at. */
  static final int TEXT = 2000;

  /** Asking for a parser alone looks for the library again each time. */
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final JsonParser json;
  private String path = "";

  LenientJson(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    json =
        PARSERS.createParser(
            new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
  }

  /** Reads a body that has to be one object. */
  void whole(Field reader) throws Unreadable {
    if (next() != Event.START_OBJECT) {
      throw wrong("JSON オブジェクトではありません", "this is not a JSON object");
    }
    object(reader);
    nothingMore();
  }

  /** An object of texts; nothing when it is null. */
  Map<String, String> texts() throws Unreadable {
    Map<String, String> texts = new LinkedHashMap<>();
    Event event = next();
    if (event == Event.VALUE_NULL) {
      return texts;
    }
    if (event != Event.START_OBJECT) {
      throw wrong("オブジェクトではありません", "this is not an object");
    }
    object(field -> texts.put(Text.clean(field, 200), Text.clean(text(), TEXT)));
    return texts;
  }

  /** A text; numbers and yes or no may stand for one. */
  String text() throws Unreadable {
    return switch (next()) {
      case VALUE_STRING, VALUE_NUMBER -> json.getString();
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "";
      default -> throw wrong("文字列ではありません", "this is not text");
    };
  }

  /** Reads the fields of an object whose beginning was read. */
  void object(Field reader) throws Unreadable {
    String outer = path;
    while (next() == Event.KEY_NAME) {
      String field = json.getString();
      path = outer.isEmpty() ? shown(field) : outer + "." + shown(field);
      reader.read(field);
    }
    path = outer;
  }

  /** Reads the objects of an array; each reading begins after the object's own beginning. */
  void objects(Part reader) throws Unreadable {
    if (next() != Event.START_ARRAY) {
      throw wrong("配列ではありません", "this is not an array");
    }
    String outer = path;
    int count = 0;
    for (Event event = next(); event != Event.END_ARRAY; event = next()) {
      path = outer + "[" + count + "]";
      if (event != Event.START_OBJECT) {
        throw wrong("オブジェクトではありません", "this is not an object");
      }
      reader.read();
      count++;
    }
    path = outer;
  }

  private static String shown(String field) {
    return Text.clean(field, 80);
  }

  /** Passes over whatever comes. */
  void skip() throws Unreadable {
    skip(next());
  }

  private void skip(Event first) throws Unreadable {
    int open = 0;
    Event event = first;
    while (true) {
      switch (event) {
        case START_OBJECT, START_ARRAY -> open++;
        case END_OBJECT, END_ARRAY -> open--;
        default -> {}
      }
      if (open == 0) {
        return;
      }
      event = next();
    }
  }

  private void nothingMore() throws Unreadable {
    path = "";
    try {
      if (json.hasNext()) {
        json.next();
        throw wrong("JSON の後に余分な文字があります", "there is more after the JSON");
      }
    } catch (JsonException more) {
      throw wrong("JSON の後に余分な文字があります", "there is more after the JSON");
    }
  }

  /** The next thing in the body. The parser has many ways to say that it is not JSON. */
  private Event next() throws Unreadable {
    try {
      return json.next();
    } catch (JsonException | NoSuchElementException | IllegalStateException notJson) {
      throw wrong("JSON として読めません", "this is not JSON");
    } catch (RuntimeException tooMuch) {
      throw wrong("読むには深すぎるか大きすぎます", "this is too deep or too large to read");
    }
  }

  /** As {@link #wrong}, of a field that is not where it should be. */
  Unreadable missing(String field, String ja, String en) {
    path = field;
    return wrong(ja, en);
  }

  /** What is wrong where the reading is now. */
  Unreadable wrong(String ja, String en) {
    return new Unreadable(line(), path.isEmpty() ? "body" : path, new Words(ja, en));
  }

  /** Where the reading is now, counted from 1. */
  int line() {
    return (int) Math.max(1, json.getLocation().getLineNumber());
  }

  @Override
  public void close() {
    json.close();
  }

  /** Reads the value of one field. */
  interface Field {
    void read(String name) throws Unreadable;
  }

  /** Reads one object. */
  interface Part {
    void read() throws Unreadable;
  }
}
