package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.workflow.Directory;

/** Performs what pages send, and leads on to the page that shows the outcome. */
@ApplicationScoped
public class Acts {
  /** Tells a script which page shows the outcome. */
  static final String NEXT = "X-Honbu-Next";

  static final String REFUSED = "X-Honbu-Refused";

  private final List<Act> acts;
  private final Directory directory;

  @Inject
  public Acts(@Any Instance<ActList> pages, Directory directory) {
    this(pages.stream().flatMap(page -> page.acts().stream()).toList(), directory);
  }

  Acts(List<Act> acts, Directory directory) {
    this.acts = acts;
    this.directory = directory;
  }

  /** Answers with a redirect, so that going back or reloading never sends anything again. */
  void perform(Page page, HttpServletRequest request, HttpServletResponse response) {
    Optional<String> variable = page.variable(Paths.of(request));
    Outcome outcome =
        perform(
            page,
            new Act.Form(
                new PersonId(request.getUserPrincipal().getName()),
                variable,
                fields(request.getParameterMap())));
    request.getSession().setAttribute(Me.NOTICE, outcome.notice());
    String next =
        request.getContextPath() + outcome.next().orElse(page.path(variable.orElse(null)));
    if (request.getHeader(SameOriginFilter.HEADER) != null) {
      // A script goes there by itself: following for it would use up the notice unseen.
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      response.setHeader(NEXT, next);
      if (outcome.notice().bad()) {
        // What was written stays before its writer, to be mended.
        response.setHeader(REFUSED, "true");
      }
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", next);
  }

  Outcome perform(Page page, Act.Form form) {
    String name = form.fields().getOrDefault("act", "");
    try {
      Act act = find(page, name);
      if (!act.allowedFor(groupsOf(form.person()))) {
        throw new ProblemException(WebProblems.NOT_YOUR_ACT);
      }
      Act.Answer answer = act.deed().apply(form);
      if (answer instanceof Act.Answer.Done done) {
        return new Outcome(Notice.good(done.said()), done.next());
      }
      return new Outcome(Notice.refused(((Act.Answer.Refused) answer).why()), Optional.empty());
    } catch (RuntimeException failure) {
      ProblemException named = Failures.named(failure);
      ProblemMapper.log(named, failure);
      return new Outcome(Notice.failed(name, named), Optional.empty());
    }
  }

  private Act find(Page page, String name) {
    return acts.stream()
        .filter(act -> act.page() == page && act.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ProblemException(WebProblems.NOT_FOUND));
  }

  private Set<String> groupsOf(PersonId person) {
    return directory.find(person).map(Directory.Entry::groups).orElse(Set.of());
  }

  private static Map<String, String> fields(Map<String, String[]> parameters) {
    return parameters.entrySet().stream()
        .filter(field -> field.getValue().length > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()[0]));
  }

  /** What to say, and where to go on when not on the same page. */
  record Outcome(Notice notice, Optional<String> next) {}
}
