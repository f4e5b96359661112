package org.honbu.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.honbu.testkit.server.KeycloakServer;

/** A person before the browser. What they look for may take its time to appear, and then must. */
public final class Visitor implements AutoCloseable {
  private static final double PATIENCE_MS = 30_000;
  private static final double GLANCE_MS = 1_000;
  private static final int GLANCE_CHARACTERS = 1_500;

  private final BrowserContext browser;
  private final Language language;
  private final Path pictures;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  final Page page;

  Visitor(BrowserContext browser, Language language, Path pictures) {
    this.browser = browser;
    this.language = language;
    this.pictures = pictures;
    browser.setDefaultTimeout(PATIENCE_MS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    this.page = browser.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onResponse(
        answer -> {
          if (answer.status() >= 400) {
            refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
          }
        });
    page.onRequestFailed(
        request -> refused.add(request.failure() + " " + request.method() + " " + request.url()));
  }

  boolean isThere() {
    return !page.isClosed();
  }

  /** Where they are, what they read there, and what was refused them, for whoever looks later. */
  String lastSeen() {
    String words;
    try {
      words = page.locator("body").innerText(new Locator.InnerTextOptions().setTimeout(GLANCE_MS));
    } catch (PlaywrightException gone) {
      words = "nothing to be read: " + gone.getMessage();
    }
    return String.join(
        "\n  ",
        " at " + page.url(),
        "refused: " + refused,
        "complaints: " + complaints,
        words.substring(0, Math.min(words.length(), GLANCE_CHARACTERS)).replace("\n", " | "));
  }

  public Visitor open(String path) {
    page.navigate(path);
    return this;
  }

  /** Fills Keycloak's form in, which every page leads to that needs to know who is there. */
  public Visitor signIn(String person) {
    page.locator("#username").fill(person);
    page.locator("#password").fill(KeycloakServer.PASSWORD);
    page.locator("#kc-login").click();
    return this;
  }

  /** The one of two wordings that this person sees. */
  public String say(String ja, String en) {
    return language.say(ja, en);
  }

  /** Presses the button or link with these words. */
  public Visitor press(String words) {
    named(AriaRole.BUTTON, words).or(named(AriaRole.LINK, words)).first().click();
    return this;
  }

  /** Presses a button of the dialog that is open. */
  public Visitor pressInDialog(String words) {
    page.locator("dialog[open]").getByRole(AriaRole.BUTTON).filter(having(words)).click();
    return this;
  }

  /** Where the first link with these words leads. */
  public String target(String words) {
    return named(AriaRole.LINK, words).first().getAttribute("href");
  }

  /** Unfolds the first entry that holds all these words, folded or not. */
  public Visitor unfold(String... words) {
    Locator entries = page.locator("details");
    for (String each : words) {
      entries = entries.filter(having(each));
    }
    entries.first().locator("summary").click();
    return this;
  }

  /** Writes into the field with this label. */
  public Visitor fill(String label, String text) {
    field(label).fill(text);
    return this;
  }

  /** Chooses one of a field's options by its words. */
  public Visitor choose(String label, String option) {
    field(label).selectOption(new SelectOption().setLabel(option));
    return this;
  }

  /** What stands in the field with this label. */
  public String written(String label) {
    return field(label).inputValue();
  }

  /** Turns to something else than the field with this label. */
  public Visitor leaves(String label) {
    field(label).blur();
    return this;
  }

  /** Presses a key of the keyboard. */
  public Visitor key(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Their network goes, or comes back. */
  public Visitor network(boolean there) {
    browser.setOffline(!there);
    return this;
  }

  /** The words at the first such place, once it is there; {@code .hd h1}, for instance. */
  public String wordsAt(String place) {
    return page.locator(place).first().innerText();
  }

  /** Ticks the box with this label. */
  public Visitor tick(String label) {
    field(label).check();
    return this;
  }

  /** Waits until these words are on the page for all to see. */
  public Visitor sees(String words) {
    assertThat(text(words)).isVisible();
    return this;
  }

  /** Waits until these words are no longer to be seen. */
  public Visitor seesNo(String words) {
    assertThat(text(words)).isHidden();
    return this;
  }

  /** Waits until no such button is offered. */
  public Visitor isNotOffered(String words) {
    assertThat(named(AriaRole.BUTTON, words)).hasCount(0);
    return this;
  }

  /** The page's brightness, {@code light} or {@code dark}. */
  public String theme() {
    page.waitForLoadState();
    return String.valueOf(
        page.evaluate(
            "() => getComputedStyle(document.documentElement).colorScheme.trim() === 'dark'"
                + " ? 'dark' : 'light'"));
  }

  /** A picture of the page, for people to look at. */
  public Visitor picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(pictures.resolve(name + "-" + language.code() + ".png"))
            .setFullPage(true)
            .setAnimations(ScreenshotAnimations.DISABLED));
    return this;
  }

  /** The same browser before Tasklist, after a sign-in where one is asked for. */
  public Tasklist tasklist() {
    return new Tasklist(this);
  }

  /** What the browser itself found wrong with the pages: broken scripts, refused files. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    browser.close();
  }

  static Locator.FilterOptions having(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private Locator field(String label) {
    return page.getByLabel(label).locator("visible=true").first();
  }

  private Locator text(String words) {
    return page.getByText(words).locator("visible=true").first();
  }

  /** By its words; smaller print below them may say more. */
  private Locator named(AriaRole role, String words) {
    // Read by the browser, which does not know Java's way to quote.
    String quoted = words.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    Pattern begins = Pattern.compile("^" + quoted + "(\\s|$)");
    return page.getByRole(role, new Page.GetByRoleOptions().setName(begins));
  }
}
