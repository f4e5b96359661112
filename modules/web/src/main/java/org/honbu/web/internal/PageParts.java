package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether a page is drawn as a whole or only some fragments of it; views know it as parts. */
@Named("parts")
@RequestScoped
public class PageParts {
  /** Request attribute: the fragments, when it is not the whole page. */
  static final String FILES = "honbu.fragments";

  private final HttpServletRequest request;

  @Inject
  public PageParts(HttpServletRequest request) {
    this.request = request;
  }

  /** What the page's parts are put into. */
  public String getTemplate() {
    return request.getAttribute(FILES) == null
        ? "/WEB-INF/layout.xhtml"
        : "/WEB-INF/fragments.xhtml";
  }

  /** The fragments to draw. */
  public List<String> getFiles() {
    List<String> files = new ArrayList<>();
    if (request.getAttribute(FILES) instanceof Collection<?> chosen) {
      chosen.forEach(file -> files.add(file.toString()));
    }
    return files;
  }
}
