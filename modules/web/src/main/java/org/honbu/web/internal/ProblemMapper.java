package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.ProblemException;

/** The edge: every failure of the REST API becomes one problem document and one line in the log. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
  @Inject private CurrentPerson reader;

  @Override
  public Response toResponse(Throwable failure) {
    ProblemException named = Failures.named(failure);
    log(named, failure);
    ProblemDocument document = ProblemDocument.of(named);
    Response.ResponseBuilder response =
        Response.status(document.status())
            .type(ProblemDocument.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(document.json(reader.locale()));
    if (document.status() == 405) {
      Failures.allowed(failure).ifPresent(methods -> response.header(HttpHeaders.ALLOW, methods));
    }
    if (document.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (document.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, "2");
    }
    return response.build();
  }

  /** Once, here, with the number; the stack only where a programmer has to look. */
  static void log(ProblemException named, Throwable failure) {
    if (named.problem().owner() == Owner.BUG) {
      LOG.log(Level.ERROR, named.getMessage(), failure);
    } else if (named.problem().owner() == Owner.CALLER) {
      LOG.log(Level.DEBUG, named.getMessage());
    } else {
      LOG.log(Level.WARNING, named.getMessage());
    }
  }
}
