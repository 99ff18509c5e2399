package dev.vmmadvisor.core.explain;

import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.host.Notice;
import java.util.List;

/** Parts that the pages of several answers have. */
final class PageParts {

  private PageParts() {}

  /** The notices under their heading; nothing if there are none. */
  static void addNotices(Page page, List<Notice> notices, Words words) {
    if (notices.isEmpty()) {
      return;
    }
    page.heading(words.text("heading.notices"));
    for (Notice notice : notices) {
      page.item(
          notice.path().isEmpty()
              ? notice.message()
              : words.text(
                  "notice", "path", Page.code(notice.path()), "message", notice.message()));
    }
  }

  /** Up to when and what the catalog knows. */
  static void addKnownAsOf(Page page, CatalogReference catalog, Words words) {
    page.paragraph(
        words.text("known-as-of", "asOf", catalog.asOf(), "release", catalog.newestRelease()));
  }
}
