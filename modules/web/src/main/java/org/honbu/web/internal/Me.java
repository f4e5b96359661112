package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.honbu.kernel.CurrentPerson;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

/** The reader of a page: who they are, what they may open, how they like it. */
@Named("me")
@RequestScoped
public class Me {
  static final String NOTICE = "honbu.notice";

  private static final List<Page> NAVIGATION =
      List.of(
          Page.BOARD,
          Page.READINESS,
          Page.LEARNING,
          Page.REPORTS,
          Page.STATUS,
          Page.OUTGOING,
          Page.ADMIN);
  private static final List<Page> ADMINISTRATION =
      List.of(
          Page.ADMIN, Page.PEOPLE, Page.INTEGRATIONS, Page.DEAD_LETTERS, Page.STALLED, Page.ENGINE);

  private final HttpServletRequest request;
  private final CurrentPerson person;
  private final People people;
  private final Texts texts;

  @Inject
  public Me(HttpServletRequest request, CurrentPerson person, People people, Texts texts) {
    this.request = request;
    this.person = person;
    this.people = people;
    this.texts = texts;
  }

  public boolean isSignedIn() {
    return person.signedIn().isPresent();
  }

  public Face getFace() {
    Person known = people.find(person.id()).orElseGet(() -> Person.unknown(person.id()));
    return Face.of(known, getLocale());
  }

  public Locale getLocale() {
    return person.locale();
  }

  public String getLanguage() {
    return getLocale().getLanguage();
  }

  /** {@code light} or {@code dark}; empty when the device decides. */
  public String getTheme() {
    Cookie[] cookies = request.getCookies();
    return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> PreferencesServlet.THEME_COOKIE.equals(cookie.getName()))
        .map(Cookie::getValue)
        .filter(Set.of("light", "dark")::contains)
        .findFirst()
        .orElse("");
  }

  /** The address in the browser, which is not the view's. */
  public String getPath() {
    Object page = request.getAttribute(Router.PAGE);
    Object variable = request.getAttribute(Router.VARIABLE);
    return page instanceof Page known ? known.path(variable) : "/";
  }

  /** Whether this page follows what happens. */
  public boolean isLive() {
    return request.getAttribute(Router.PAGE) instanceof Page page && page.isLive();
  }

  /** The reader's roles in words. */
  public String getRoleNames() {
    return people.rolesOf(person.id()).stream()
        .sorted(Comparator.naturalOrder())
        .map(role -> texts.of("role.", role.group()))
        .collect(Collectors.joining(" · "));
  }

  /** The pages that this reader's roles open. */
  public List<Entry> getNavigation() {
    String here = getPath();
    return entries(NAVIGATION, page -> here.startsWith(page.path()));
  }

  /** The administration's own pages. */
  public List<Entry> getAdministration() {
    String here = getPath();
    return entries(ADMINISTRATION, page -> here.equals(page.path()));
  }

  private List<Entry> entries(List<Page> pages, Predicate<Page> isHere) {
    if (!isSignedIn()) {
      return List.of();
    }
    Set<String> roles =
        people.rolesOf(person.id()).stream().map(Role::group).collect(Collectors.toSet());
    return pages.stream()
        .filter(page -> page.opensFor(roles))
        .map(page -> new Entry(page.path(), "page." + page.name(), isHere.test(page)))
        .toList();
  }

  /** What the last act led to; said once. */
  public List<Said> getNotices() {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(NOTICE) instanceof Notice notice)) {
      return List.of();
    }
    session.removeAttribute(NOTICE);
    return List.of(new Said(notice.bad(), notice.words().in(getLocale()), notice.number()));
  }

  /** One entry of the navigation. */
  public record Entry(String path, String label, boolean here) {
    /** As {@code aria-current} wants it. */
    public String current() {
      return here ? "page" : "false";
    }
  }

  /** A notice in the reader's language. */
  public record Said(boolean bad, String text, String number) {}
}
