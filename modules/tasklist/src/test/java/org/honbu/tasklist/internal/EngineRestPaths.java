package org.honbu.tasklist.internal;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/**
 * Every call the engine's REST classes answer, found by walking them as a JAX-RS server does: from
 * the root resource through the sub-resource locators. Holes are written {@code {x}}.
 */
final class EngineRestPaths {
  private final Set<String> found = new TreeSet<>();
  private final Deque<Class<?>> above = new ArrayDeque<>();

  /** {@code "POST /api/engine/engine/default/task/{x}/claim"} and its about 600 neighbours. */
  static Set<String> all() {
    EngineRestPaths walk = new EngineRestPaths();
    walk.into(NamedProcessEngineRestServiceImpl.class, "/api/engine/engine");
    return walk.found;
  }

  private void into(Class<?> resource, String path) {
    if (above.contains(resource)) {
      return;
    }
    above.push(resource);
    for (Method method : resource.getMethods()) {
      Optional<Path> step = declared(method, Path.class);
      String deeper = path + step.map(Path::value).map(EngineRestPaths::segment).orElse("");
      Optional<String> verb = verb(method);
      if (verb.isPresent()) {
        found.add(verb.get() + " " + plain(deeper));
      } else if (step.isPresent()) {
        into(method.getReturnType(), deeper);
      }
    }
    above.pop();
  }

  private static String segment(String path) {
    return path.startsWith("/") || path.isEmpty() ? path : "/" + path;
  }

  private static String plain(String path) {
    return path.replaceAll("\\{[^/{}]*(\\{[^}]*})?[^/{}]*}", "{x}")
        .replaceFirst("/api/engine/engine/\\{x}", "/api/engine/engine/default")
        .replaceAll("//+", "/")
        .replaceAll("(?<=.)/$", "");
  }

  private static Optional<String> verb(Method method) {
    return declarations(method)
        .flatMap(one -> Arrays.stream(one.getAnnotations()))
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static <A extends Annotation> Optional<A> declared(Method method, Class<A> type) {
    return declarations(method)
        .map(one -> one.getAnnotation(type))
        .filter(annotation -> annotation != null)
        .findFirst();
  }

  /** The method, and what it implements or overrides: JAX-RS annotations are inherited. */
  private static Stream<Method> declarations(Method method) {
    return above(method.getDeclaringClass())
        .flatMap(
            type ->
                Arrays.stream(type.getDeclaredMethods())
                    .filter(other -> other.getName().equals(method.getName()))
                    .filter(
                        other ->
                            Arrays.equals(other.getParameterTypes(), method.getParameterTypes())));
  }

  private static Stream<Class<?>> above(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return Stream.of(
            Stream.<Class<?>>of(type),
            parent == null ? Stream.<Class<?>>empty() : above(parent),
            Arrays.stream(type.getInterfaces()).flatMap(EngineRestPaths::above))
        .flatMap(one -> one);
  }
}
