package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.OptimisticLockException;
import java.io.StringReader;
import java.util.Locale;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

class ProblemDocumentTest {

  @Test
  void saysTheSentenceInBothLanguagesAndTheTitleInTheReaders() {
    JsonObject document = document(new ProblemException(Problem.BUSY), Locale.JAPANESE);

    assertThat(document.getString("code")).isEqualTo("HB-1002");
    assertThat(document.getInt("status")).isEqualTo(503);
    assertThat(document.getString("title")).isEqualTo(Problem.BUSY.words().ja());
    assertThat(document.getString("en")).isEqualTo(Problem.BUSY.words().en());
    assertThat(document).doesNotContainKey("field");
  }

  @Test
  void namesTheFieldTheCallerHasToMend() {
    ProblemException failure = catchThrowable(() -> new PersonId("<script>"));

    JsonObject document = document(failure, Locale.ENGLISH);

    assertThat(document.getString("field")).isEqualTo("person");
    assertThat(document.getString("title")).isEqualTo("This is not a valid person: <script>");
  }

  @Test
  void findsTheNameInsideWhatTheTransactionWrapped() {
    var wrapped =
        new IllegalStateException(new RuntimeException(new ProblemException(Problem.BUSY)));

    assertThat(Failures.named(wrapped).problem()).isEqualTo(Problem.BUSY);
  }

  @Test
  void losingARaceIsAConflictNotADefect() {
    var wrapped = new IllegalStateException(new OptimisticLockException());

    assertThat(Failures.named(wrapped).problem()).isEqualTo(WebProblems.CHANGED_MEANWHILE);
  }

  @Test
  void anythingElseIsADefectAndTellsNothingOfItsInside() {
    JsonObject document =
        document(Failures.named(new IllegalStateException("secret detail")), Locale.ENGLISH);

    assertThat(document.getInt("status")).isEqualTo(500);
    assertThat(document.toString()).doesNotContain("secret detail");
  }

  @Test
  void aMethodThatAnAddressDoesNotTakeIsSaidInBothLanguages() {
    JsonObject document = document(Failures.ofStatus(405), Locale.JAPANESE);

    assertThat(document.getInt("status")).isEqualTo(405);
    assertThat(document.getString("code")).isEqualTo("HB-1017");
    assertThat(document.getString("ja")).startsWith("このアドレスでは");
    assertThat(document.getString("en")).startsWith("This address does not take that method");
  }

  private static JsonObject document(ProblemException failure, Locale reader) {
    String json = ProblemDocument.of(failure).json(reader);
    return Json.createReader(new StringReader(json)).readObject();
  }

  private static ProblemException catchThrowable(Runnable act) {
    try {
      act.run();
    } catch (ProblemException expected) {
      return expected;
    }
    throw new AssertionError("nothing was thrown");
  }
}
