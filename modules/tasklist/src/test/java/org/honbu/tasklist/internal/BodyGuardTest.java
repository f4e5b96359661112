package org.honbu.tasklist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyGuardTest {
  private static final String LIST = "/api/engine/engine/default/filter/f1/list";
  private static final String CLAIM = "/api/engine/engine/default/task/t1/claim";
  private static final String SUBMIT = "/api/engine/engine/default/task/t1/submit-form";

  private final BodyGuard guard = new BodyGuard();

  @Test
  void anHonestBodyGoesOnUnchanged() throws Exception {
    String body =
        "{\"variables\":{\"note\":{\"value\":\"影響は止まりました \\u0045\",\"type\":\"String\"}}}";

    var call = Exchange.of("POST", SUBMIT).by("aoi").saying(body).through(guard);

    assertThat(call.passed()).isTrue();
    assertThat(call.passedBody()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"assigneeExpression\":\"${x}\"}",
        "{\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}",
        "{\"orQueries\":[{\"orQueries\":[{\"dueAfterExpression\":\"${x}\"}]}]}",
        "{\"assignee\\u0045xpression\":\"${x}\"}",
        "{\"assignee\\u0045xpressio\\u006e\":\"${x}\"}",
        "{\"assigneeExpression\":null}",
        "{\"assigneeExpression\":\"${x}\",\"assigneeExpression\":\"harmless\"}",
        "{\"name\":\"a\",\"orQueries\":[{\"name\":\"b\"},{\"candidateGroupsExpression\":[\"${x}\"]}]}",
        "{\"sorting\":{\"deep\":[[[{\"taskNameExpression\":1}]]]}}",
        "{\"assigneeEXPRESSION\":\"${x}\"}",
        "{\"assigneeExpression \":\"${x}\"}",
        "{\"/*\":1,\"assigneeExpression\":\"*/\"}",
      })
  void aQueryWithAnExpressionIsRefusedHoweverItIsWritten(String body) throws Exception {
    var call = Exchange.of("POST", LIST).by("emma").saying(body).through(guard);

    assertThat(call.passed()).isFalse();
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.answer()).contains("EXPRESSION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
  void anotherAlphabetOfBytesHidesNothing(String charset) throws Exception {
    byte[] body = "{\"assigneeExpression\":\"${x}\"}".getBytes(Charset.forName(charset));

    var call = Exchange.of("POST", LIST).by("emma").saying("application/json", body).through(guard);

    assertThat(call.passed()).isFalse();
    assertThat(call.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,?assigneeExpression=x",
    "GET,?assignee%45xpression=x",
    "GET,?sortBy=name&sortBy=due&ownerExpression",
    "POST,?assigneeExpression=x"
  })
  void aParameterIsReadToo(String method, String query) throws Exception {
    var call = Exchange.of(method, LIST + query).by("emma").through(guard);

    assertThat(call.passed()).isFalse();
    assertThat(call.status()).isEqualTo(400);
  }

  @Test
  void aValueMayTalkAboutExpressions() throws Exception {
    String body = "{\"variables\":{\"note\":{\"value\":\"the Expression ${x}\"}}}";

    assertThat(Exchange.of("POST", SUBMIT).by("aoi").saying(body).through(guard).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assigneeExpression=${x}",
        "{\"a\":",
        "{\"a\":1}}",
        "{\"a\":1} trailing",
        "[{\"a\":1}]",
        "\"text\"",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1,}",
        "{/* c */\"a\":1}",
        "\u0000"
      })
  void whatIsNotAJsonObjectIsRefused(String body) throws Exception {
    var call = Exchange.of("POST", LIST).by("emma").saying(body).through(guard);

    assertThat(call.passed()).isFalse();
    assertThat(call.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/hal+json",
        "application/jsonx",
        "text/html;application/json"
      })
  void otherContentTypesAreRefused(String type) throws Exception {
    byte[] body = "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8);

    var call = Exchange.of("POST", LIST).by("emma").saying(type, body).through(guard);

    assertThat(call.passed()).isFalse();
    assertThat(call.status()).isEqualTo(400);
  }

  @Test
  void aBodyWithoutATypeIsRefused() throws Exception {
    var call =
        Exchange.of("POST", LIST).by("emma").saying(null, new byte[] {'{', '}'}).through(guard);

    assertThat(call.status()).isEqualTo(400);
    assertThat(call.passed()).isFalse();
  }

  @Test
  void jsonWithACharsetIsJson() throws Exception {
    byte[] body = "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8);

    var call =
        Exchange.of("POST", LIST)
            .by("emma")
            .saying("Application/JSON; charset=utf-8", body)
            .through(guard);

    assertThat(call.passed()).isTrue();
  }

  @Test
  void anEmptyBodyNeedsNoType() throws Exception {
    var call =
        Exchange.of("POST", "/api/engine/engine/default/task/t1/unclaim").by("aoi").through(guard);

    assertThat(call.passed()).isTrue();
  }

  @Test
  void theLimitIsTheLastByteThatPasses() throws Exception {
    String frame = "{\"note\":\"\"}";
    String fits = "{\"note\":\"" + "a".repeat(BodyGuard.LIMIT - frame.length()) + "\"}";
    String tooLong = "{\"note\":\"" + "a".repeat(BodyGuard.LIMIT - frame.length() + 1) + "\"}";

    assertThat(Exchange.of("POST", SUBMIT).by("aoi").saying(fits).through(guard).passed()).isTrue();
    var refused = Exchange.of("POST", SUBMIT).by("aoi").saying(tooLong).through(guard);
    assertThat(refused.passed()).isFalse();
    assertThat(refused.status()).isEqualTo(413);
  }

  @Test
  void nestingWithoutEndIsRefused() throws Exception {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    var call = Exchange.of("POST", LIST).by("emma").saying(deep).through(guard);

    assertThat(call.status()).isEqualTo(400);
    assertThat(call.passed()).isFalse();
  }

  @Test
  void aPersonClaimsForThemselves() throws Exception {
    var call = Exchange.of("POST", CLAIM).by("aoi").saying("{\"userId\":\"aoi\"}").through(guard);

    assertThat(call.passed()).isTrue();
    assertThat(call.passedBody()).isEqualTo("{\"userId\":\"aoi\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userId\":\"sakura\"}",
        "{\"userId\":\"AOI\"}",
        "{\"userId\":\"aoi\",\"userId\":\"sakura\"}",
        "{\"userId\":\"sakura\",\"userId\":\"aoi\"}",
        "{\"user\\u0049d\":\"sakura\"}",
        "{\"userId\":null}",
        "{\"userId\":[\"aoi\"]}",
        "{\"userId\":{\"userId\":\"aoi\"}}",
        "{\"assignee\":\"sakura\"}"
      })
  void nobodyClaimsForSomeoneElse(String body) throws Exception {
    var call = Exchange.of("POST", CLAIM).by("aoi").saying(body).through(guard);

    assertThat(call.passed()).isFalse();
    assertThat(call.status()).isEqualTo(403);
    assertThat(call.answer()).contains("FOR_SOMEONE_ELSE");
  }
}
