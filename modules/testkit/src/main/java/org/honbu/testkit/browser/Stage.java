package org.honbu.testkit.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;

/** A page without a server behind it, on which one of our scripts plays. */
public final class Stage implements AutoCloseable {
  private final Page page;

  /**
   * Sets it.
   *
   * @param address where the page believes that it is
   * @param html what it says; its own scripts run first
   * @param script what is tried on it
   */
  Stage(Page page, String address, String html, Path script) {
    this.page = page;
    page.route(
        "**/*",
        asked ->
            asked.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html;charset=UTF-8")
                    .setBody(html)));
    page.navigate(address);
    page.addScriptTag(new Page.AddScriptTagOptions().setPath(script));
  }

  /** What the script says to that, as text; waits for a promise. */
  public String says(String expression) {
    return String.valueOf(page.evaluate(expression));
  }

  @Override
  public void close() {
    page.close();
  }
}
