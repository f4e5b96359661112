package org.honbu.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers what they must not do with our answers. */
public final class HeadersFilter extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    harden(request, response);
    chain.doFilter(request, response);
  }

  static void harden(HttpServletRequest request, HttpServletResponse response) {
    String path = Paths.of(request);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Not "no-referrer": browsers would then hide the origin of our own forms from us.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (path.startsWith("/assets/")) {
      response.setHeader(
          "Cache-Control",
          request.getQueryString() == null ? "no-cache" : "public, max-age=31536000, immutable");
    } else if (!path.startsWith("/jakarta.faces.resource/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    // A page's policy carries a nonce for its own scripts; PrimeFaces sends it (web.xml).
    if (Page.at(path).isEmpty()) {
      response.setHeader("Content-Security-Policy", ContentPolicy.WITHOUT_SCRIPTS);
    }
  }
}
