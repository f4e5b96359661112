package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The outline that stands for a severity, so that colour never stands alone (DESIGN 2). */
@Named("shapes")
@ApplicationScoped
public class Shapes {
  private static final String OCTAGON = "M7.6 2h8.8L22 7.6v8.8L16.4 22H7.6L2 16.4V7.6z";
  private static final String TRIANGLE = "M12 1.5 23 21.5H1z";
  private static final String DIAMOND = "M12 1 23 12 12 23 1 12z";
  private static final String CIRCLE = "M22 12A10 10 0 1 1 2 12A10 10 0 1 1 22 12z";

  public String outline(int severity) {
    return switch (severity) {
      case 1 -> OCTAGON;
      case 2 -> TRIANGLE;
      case 3 -> DIAMOND;
      default -> CIRCLE;
    };
  }
}
