package org.honbu.testkit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Camunda's Tasklist before somebody's eyes. */
public final class Tasklist {
  /** Where it begins. */
  public static final String PATH = "/camunda/app/tasklist/default/";

  private final Visitor visitor;

  Tasklist(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Chooses one of the ready-made filters. */
  public Tasklist filter(String words) {
    filters().filter(Visitor.having(words)).click();
    return this;
  }

  /** Waits until the filters are there, and none of this name. */
  public Tasklist offersNoFilter(String words) {
    assertThat(filters().first()).isVisible();
    assertThat(filters().filter(Visitor.having(words))).hasCount(0);
    return this;
  }

  /** Waits until the list of tasks holds this incident's step. */
  public Tasklist lists(String step, String incident) {
    assertThat(task(step, incident)).isVisible();
    return this;
  }

  /** Waits until the list is there and does not hold anything of this incident. */
  public Tasklist listsNothingOf(String incident) {
    assertThat(list()).isVisible();
    assertThat(visitor.page.locator("ol.tasks-list li.task").filter(Visitor.having(incident)))
        .hasCount(0);
    return this;
  }

  /** Waits until the list is there and does not hold this incident's step. */
  public Tasklist listsNo(String step, String incident) {
    assertThat(list()).isVisible();
    assertThat(task(step, incident)).hasCount(0);
    return this;
  }

  /** Opens a task of the list. */
  public Tasklist open(String step, String incident) {
    task(step, incident).locator("h4 a").click();
    return this;
  }

  /** Takes the open task, and waits until it is this person's. */
  public Tasklist claim() {
    visitor.press(visitor.say("担当する", "Claim"));
    assertThat(visitor.page.locator("button.unclaim")).isVisible();
    assertThat(form()).isVisible();
    return this;
  }

  /** Ticks a box of the open task's form. */
  public Tasklist tick(String label) {
    form().getByLabel(label).check();
    return this;
  }

  /** Writes into a field of the open task's form. */
  public Tasklist fill(String label, String text) {
    form().getByLabel(label).fill(text);
    return this;
  }

  /** Keeps what the form holds for later. */
  public Tasklist save() {
    visitor.press(visitor.say("保存する", "Save"));
    return this;
  }

  /** Sends the open task's form. */
  public Tasklist complete() {
    visitor.press(visitor.say("完了する", "Complete"));
    return this;
  }

  public Visitor visitor() {
    return visitor;
  }

  /** Its first line, or that there is none. */
  private Locator list() {
    return visitor.page.locator("section.tasks-list").locator(".well, li.task").first();
  }

  private Locator form() {
    return visitor.page.locator(".fjs-container");
  }

  private Locator filters() {
    return visitor.page.locator(".task-filter");
  }

  private Locator task(String step, String incident) {
    Locator name = visitor.page.getByText(step, new Page.GetByTextOptions().setExact(true));
    return visitor
        .page
        .locator("ol.tasks-list li.task")
        .filter(new Locator.FilterOptions().setHas(name))
        .filter(Visitor.having(incident));
  }
}
