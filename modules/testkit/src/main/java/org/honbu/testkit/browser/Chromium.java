package org.honbu.testkit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.needs.Machine;

/** The machine's Chromium, started for one story. */
public final class Chromium implements AutoCloseable {
  /** What a test that uses it names in {@code @Needs}. */
  public static final String PROGRAM = "chromium";

  private static final List<String> QUIETLY =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final URI honbu;
  private final Path pictures;
  private final List<Visitor> visitors = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser, URI honbu, Path pictures) {
    this.playwright = playwright;
    this.browser = browser;
    this.honbu = honbu;
    this.pictures = pictures;
  }

  /**
   * Starts it.
   *
   * @param honbu where paths lead that begin with a slash
   * @param pictures folder of the pictures that people take
   */
  public static Chromium start(URI honbu, Path pictures) {
    Path program = Machine.here().find(PROGRAM).orElseThrow();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(QUIETLY));
    return new Chromium(playwright, browser, honbu, pictures);
  }

  /** Somebody with a browser of their own: no cookie is shared, nobody is signed in. */
  public Visitor visitor(Language language) {
    Visitor visitor =
        new Visitor(
            browser.newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(honbu.toString())
                    .setLocale(language.tag())
                    .setViewportSize(1440, 900)),
            language,
            pictures);
    visitors.add(visitor);
    return visitor;
  }

  /**
   * An empty page with these viewers of diagrams.
   *
   * @param viewers their scripts
   */
  public DrawingBoard drawingBoard(List<Path> viewers) {
    return new DrawingBoard(browser.newPage(), viewers);
  }

  /**
   * A page without a server.
   *
   * @param address where the page believes that it is
   * @param html what it says; its own scripts run first
   * @param script what is tried on it
   */
  public Stage stage(String address, String html, Path script) {
    return new Stage(browser.newPage(), address, html, script);
  }

  @Override
  public void close() {
    visitors.stream().filter(Visitor::isThere).map(Visitor::lastSeen).forEach(LastSeen::note);
    browser.close();
    playwright.close();
  }
}
