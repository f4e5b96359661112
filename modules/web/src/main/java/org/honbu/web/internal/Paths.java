package org.honbu.web.internal;

import jakarta.servlet.http.HttpServletRequest;

/** Tells apart the parts of the address space that have rules of their own. */
final class Paths {
  private Paths() {}

  /** The path inside this application, without path parameters, as the container matched it. */
  static String of(HttpServletRequest request) {
    String extra = request.getPathInfo();
    String path = extra == null ? request.getServletPath() : request.getServletPath() + extra;
    return path.isEmpty() ? "/" : path;
  }

  static boolean isApi(HttpServletRequest request) {
    return isApiPath(of(request));
  }

  static boolean isApiPath(String path) {
    return path.startsWith("/api/");
  }

  /** Other systems knock here with a key of their own, never with a session. */
  static boolean isIntake(HttpServletRequest request) {
    return isIntakePath(of(request));
  }

  static boolean isIntakePath(String path) {
    return path.startsWith("/api/v1/alerts/")
        || path.equals("/api/v1/activity")
        || path.equals("/api/v1/changes")
        || path.startsWith("/api/v1/slack/");
  }

  /**
   * What a mail program does by itself when somebody stops their e-mails (RFC 8058): it says not
   * where it comes from, and the signed token in the path is the key.
   */
  static boolean isUnsubscribing(HttpServletRequest request) {
    return of(request).startsWith("/status/unsubscribe/");
  }

  /** What anybody may see: the start page, the status page, signed links, pictures and styles. */
  static boolean isOpen(HttpServletRequest request) {
    String path = of(request);
    return path.startsWith("/a/")
        || path.startsWith("/s/")
        || path.equals("/status")
        || path.startsWith("/status/")
        || path.startsWith("/assets/")
        || path.startsWith("/jakarta.faces.resource/")
        || path.equals("/ready")
        || path.equals("/logout")
        || path.equals("/preferences")
        || Page.at(path).map(Page::isOpen).orElse(false);
  }
}
