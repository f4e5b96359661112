package org.honbu.testkit.server;

import static org.awaitility.Awaitility.await;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * This class of tests begins on a shared server on which nothing has happened yet, whatever the
 * classes before it left: an open incident takes the next one's signals, and whoever commands one
 * major incident may not take another (RO-C1).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CleanSlate.Wipe.class)
public @interface CleanSlate {
  /** Whether each of its tests begins so, and not only the first. */
  boolean eachTime() default false;

  /** Wipes the slate. */
  final class Wipe implements BeforeAllCallback, BeforeEachCallback {
    @Override
    public void beforeAll(ExtensionContext test) {
      if (!eachTime(test)) {
        wipe();
      }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
      if (eachTime(test)) {
        wipe();
      }
    }

    private static boolean eachTime(ExtensionContext test) {
      return AnnotationSupport.findAnnotation(test.getRequiredTestClass(), CleanSlate.class)
          .map(CleanSlate::eachTime)
          .orElse(false);
    }

    /** What is under way may be in its way for a moment. */
    private static void wipe() {
      HonbuServer honbu = TestPlatform.honbu();
      await("a clean slate")
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> Person.anonymous(honbu).send("DELETE", TestDoor.RECORDS, ""),
              answer -> answer.status() == 200);
    }
  }
}
