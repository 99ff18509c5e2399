package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parts that the pages of several answers have. */
final class DocumentSections {

  private static final List<Fact> FIRST_FACTS =
      List.of(Fact.ARCHITECTURE, Fact.MACOS_VERSION, Fact.DOCKER_DESKTOP_VERSION, Fact.VM_MEMORY);

  private DocumentSections() {}

  /**
   * The sentence that says first of all what kind of machine a host is, or nothing if Docker
   * Desktop is there or may be.
   */
  static String state(DetectionState state, Host host, Messages words) {
    return switch (state) {
      case NOT_A_MAC ->
          words.text("state.not-a-mac", "operatingSystem", host.operatingSystem().orElseThrow());
      case NOT_INSTALLED, NOTHING_KNOWN -> words.text("state." + state);
      case ANOTHER_ENGINE -> {
        Map<String, Object> engine = state.noticeIn(host).orElseThrow().parameters();
        yield engine.containsKey("name")
            ? words.text("state.another-engine.named", "name", engine.get("name"))
            : words.text("state.another-engine.unnamed");
      }
      case DOCKER_DESKTOP, UNDETERMINED -> "";
    };
  }

  /** Whether there is no fact to give advice from, whatever the state is. */
  static boolean isNothingKnown(Host host) {
    Host facts = Host.builder().from(host).notices(List.of()).build();
    return DetectionState.of(facts) == DetectionState.NOTHING_KNOWN;
  }

  /** The sentence that names the facts to find out first about a Mac of which nothing is known. */
  static String toSupply(Messages words) {
    FactFormatter facts = new FactFormatter(words);
    return words.text(
        "lead.supply", "facts", words.all(FIRST_FACTS.stream().map(facts::label).toList()));
  }

  /** Notices without the one that says the state, as the first line says it. */
  static List<Notice> without(DetectionState state, List<Notice> notices) {
    return notices.stream().filter(notice -> !notice.code().equals(state.id())).toList();
  }

  /** The notices under their heading; nothing if there are none. */
  static void addNotices(Document page, List<Notice> notices, Messages words) {
    if (notices.isEmpty()) {
      return;
    }
    page.heading(words.text("heading.notices"));
    for (Notice notice : notices) {
      page.item(
          notice.path().isEmpty()
              ? notice.message()
              : words.text(
                  "notice", "path", Document.code(notice.path()), "message", notice.message()));
    }
  }

  /** The published vulnerabilities of a release in one line; nothing if there are none. */
  static void addSecurity(Document page, SecurityStatus status, Messages words) {
    if (!status.vulnerabilities().isEmpty()) {
      page.paragraph(security(status, words));
    }
  }

  /** The same as a text. */
  static String security(SecurityStatus status, Messages words) {
    int number = status.vulnerabilities().size();
    long possible = status.vulnerabilities().stream().filter(it -> !it.certain()).count();
    String release = status.release().map(Version::toString).orElse("");
    String all =
        words.text(
            status.fixedIn().isPresent()
                ? (number == 1 ? "security.one" : "security.more")
                : (number == 1 ? "security.one.open" : "security.more.open"),
            "release",
            release,
            "number",
            number,
            "fixedIn",
            status.fixedIn().map(Version::toString).orElse(""));
    String some =
        possible == 0
            ? ""
            : possible == number
                ? words.text("security.possible.all")
                : words.text(
                    possible == 1 ? "security.possible" : "security.possible.more",
                    "number",
                    possible);
    return words.sentences(all, some);
  }

  /**
   * A sentence for the first line: that no release which installs on the host is free of known
   * vulnerabilities; empty if the present release has none or an upgrade ends them.
   */
  static String noSafeRelease(SecurityStatus status, Messages words) {
    boolean isVulnerable = status.isVulnerable() || status.upgradeTo().isPresent();
    return isVulnerable && !status.fixesAll() ? words.text("lead.no-safe-release") : "";
  }

  /** The notices of constraints in code that failed, under their heading; nothing if none did. */
  static void addFailures(Document page, List<Notice> notices, Messages words) {
    addNotices(page, notices.stream().filter(DocumentSections::isFailure).toList(), words);
  }

  private static boolean isFailure(Notice notice) {
    return notice.code().equals("constraint-failed");
  }

  /** The constraint in code that a notice says failed; empty for another notice. */
  static Optional<String> failed(Notice notice) {
    return isFailure(notice)
        ? Optional.of(String.valueOf(notice.parameters().get("code")))
        : Optional.empty();
  }

  /** What to do first where hard constraints failed for a VMM; empty if none did. */
  static String fix(Candidate candidate, Messages words) {
    return fixAll(
        candidate.vmm(), candidate.failures().stream().map(Finding::code).toList(), words);
  }

  /** The same, of the notices of an answer. */
  static String fix(Vmm vmm, List<Notice> notices, Messages words) {
    Set<String> codes = new LinkedHashSet<>();
    for (Notice notice : notices) {
      if (isFailure(notice)
          && notice.parameters().get("vmms") instanceof List<?> vmms
          && vmms.contains(vmm)
          && "undetermined".equals(notice.parameters().get("reason"))) {
        failed(notice).ifPresent(codes::add);
      }
    }
    return fixAll(vmm, codes, words);
  }

  private static String fixAll(Vmm vmm, Collection<String> codes, Messages words) {
    return codes.isEmpty()
        ? ""
        : words.text(
            codes.size() == 1 ? "lead.failed" : "lead.failed.more",
            "codes",
            codes(codes, words),
            "vmm",
            words.the(vmm));
  }

  /** Codes, marked as such. */
  static String codes(Collection<String> codes, Messages words) {
    return words.all(codes.stream().map(Document::code).toList());
  }

  /** Up to when and what the catalog knows. */
  static void addKnownAsOf(Document page, CatalogReference catalog, Messages words) {
    page.paragraph(
        words.text("known-as-of", "asOf", catalog.asOf(), "release", catalog.newestRelease()));
  }

  /** Adds what an answer was made from. */
  static Document addFooter(Document page, Recommendation recommendation, Messages words) {
    return page.paragraph(
        words.text(
            "footer",
            "goal",
            words.text("goal." + recommendation.goal()),
            "asOf",
            recommendation.catalog().asOf(),
            "release",
            recommendation.catalog().newestRelease()));
  }
}
