package org.honbu.tasklist.internal;

import jakarta.servlet.http.HttpServletRequest;

/** Reads a request's path as the caller wrote it, before anybody decodes or tidies it. */
final class Paths {
  private Paths() {}

  /** The raw path below the context, still encoded: what a guard must judge. */
  static String raw(HttpServletRequest request) {
    String uri = request.getRequestURI();
    String context = request.getContextPath();
    return uri.startsWith(context) ? uri.substring(context.length()) : uri;
  }

  /**
   * Whether the container will hand this to a REST servlet; also true for paths that merely look
   * so, which only makes the answer JSON.
   */
  static boolean isApi(HttpServletRequest request) {
    return request.getServletPath().startsWith("/api") || raw(request).startsWith("/api");
  }
}
