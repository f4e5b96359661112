package org.honbu.tasklist.internal;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.honbu.kernel.Words;

/** The ways this application says no, and how a person or a program reads it. */
enum Refusal {
  NOT_SIGNED_IN(
      401, "ログインが切れました。ページを読み込み直してください", "Your session has ended. Load the page again to sign in"),
  NO_ROLE(
      403,
      "このアカウントには本部の役割がまだありません。管理者に伝えてください",
      "This account has no role in Honbu yet. Ask an administrator"),
  NOT_LISTED(403, "この操作はタスク一覧からはできません", "This cannot be done from Tasklist"),
  FOR_SOMEONE_ELSE(403, "タスクは自分の分だけ担当できます", "You can claim a task for yourself only"),
  EXPRESSION(400, "式を使った検索はできません", "Expressions are not accepted here"),
  NOT_JSON(400, "内容を読み取れません（JSON ではありません）", "The content cannot be read: it is not JSON"),
  TOO_LARGE(413, "内容が大きすぎます（上限 256 KB）", "The content is too large: 256 KB at most");

  final int status;
  private final String ja;
  private final String en;

  Refusal(int status, String ja, String en) {
    this.status = status;
    this.ja = ja;
    this.en = en;
  }

  /**
   * Answers in the shape Tasklist shows to people: {@code type} and {@code message}; a page gets
   * the sentence as plain text.
   */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String sentence = new Words(ja, en).in(request.getLocale());
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    if (Paths.isApi(request)) {
      response.setContentType("application/json");
      response
          .getWriter()
          .write(
              Json.createObjectBuilder()
                  .add("type", name())
                  .add("message", sentence)
                  .build()
                  .toString());
    } else {
      response.setContentType("text/plain");
      response.getWriter().write(sentence);
    }
  }
}
