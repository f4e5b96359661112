package org.honbu.tasklist.internal;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;

/**
 * The two things Tasklist asks of Camunda's Admin API: who am I, and sign me out. Admin itself,
 * with its first-run set-up that makes administrators (CVE-2026-77226), is not packed.
 */
public class SessionApi extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        UserAuthenticationResource.class,
        JacksonConfigurator.class,
        JacksonJsonProvider.class,
        ExceptionHandler.class,
        RestExceptionHandler.class);
  }
}
