package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a page may load and run: our own files, scripts of our own or with this page's nonce. */
@Named("contentPolicy")
@ApplicationScoped
public class ContentPolicy {
  /** For everything that is not a page. */
  static final String WITHOUT_SCRIPTS =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final String signIn;

  @Inject
  public ContentPolicy(
      @ConfigProperty(name = "honbu.keycloak.url", defaultValue = "http://localhost:8180")
          URI keycloak) {
    this.signIn = keycloak.getScheme() + "://" + keycloak.getAuthority();
  }

  ContentPolicy() {
    this(URI.create("http://localhost"));
  }

  /** Ends in {@code script-src}, because PrimeFaces appends the nonce. */
  public String getPolicy() {
    // A form sent after the session ended is led to the login, which counts as its target.
    return "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
        + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none';"
        + " form-action 'self' "
        + signIn
        + "; script-src 'self'";
  }
}
