package org.honbu.web.internal;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/**
 * A failure as a REST caller sees it: a problem document of RFC 9457, with the sentence in both
 * languages.
 *
 * @param field what the caller has to mend, where that is known
 */
record ProblemDocument(String code, int status, Words words, Optional<String> field) {
  static final String MEDIA_TYPE = "application/problem+json";

  static ProblemDocument of(ProblemException failure) {
    Problem problem = failure.problem();
    return new ProblemDocument(problem.code(), problem.status(), failure.words(), failure.field());
  }

  /** The document's text; {@code title} is in the reader's language. */
  String json(Locale reader) {
    return document(reader).build().toString();
  }

  /** The document, for who has more to say. */
  JsonObjectBuilder document(Locale reader) {
    JsonObjectBuilder document =
        Json.createObjectBuilder()
            .add("type", "about:blank#" + code)
            .add("title", words.in(reader))
            .add("status", status)
            .add("code", code)
            .add("ja", words.ja())
            .add("en", words.en());
    field.ifPresent(name -> document.add("field", name));
    return document;
  }
}
