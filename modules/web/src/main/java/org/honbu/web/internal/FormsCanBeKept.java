package org.honbu.web.internal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A form is an object whose texts the database can keep: {@code null} in a form's place, and the
 * character of code zero, which PostgreSQL has no room for, are said to the caller by name.
 */
@Provider
public class FormsCanBeKept implements ReaderInterceptor {

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext form)
      throws IOException, WebApplicationException {
    Object read = form.proceed();
    if (form.getType().isRecord()) {
      if (read == null) {
        throw new ProblemException(WebProblems.NO_FORM);
      }
      check("", read);
    }
    return read;
  }

  private static void check(String field, @Nullable Object value) {
    if (value instanceof String text && text.indexOf('\0') >= 0) {
      throw new ProblemException(WebProblems.NO_TEXT, field);
    } else if (value instanceof Collection<?> many) {
      many.forEach(each -> check(field, each));
    } else if (value instanceof Record part) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        check(component.getName(), read(component, part));
      }
    }
  }

  private static @Nullable Object read(RecordComponent component, Record form) {
    try {
      return component.getAccessor().invoke(form);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(form.getClass() + " is not open to its reader", closed);
    }
  }
}
