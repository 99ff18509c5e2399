package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that releases are listed and that every entry covers a release. */
final class ReleaseChecks {

  private final LintContext lint;
  private final Set<Version> listed = new HashSet<>();

  ReleaseChecks(LintContext lint) {
    this.lint = lint;
    lint.catalog().releases().forEach(release -> listed.add(release.version()));
  }

  void check() {
    for (EntryIndex.Entry entry : lint.entryIndex().entries()) {
      String path = entry.path() + ".releases";
      if (checkBounds(path, entry.releases()) && !isSatisfiable(entry.releases())) {
        lint.add(path, LintContext.quoted(entry.releases()) + " holds no release that is known");
      }
    }
    for (Rule rule : lint.catalog().rules()) {
      lint.entryIndex().path(rule.code()).ifPresent(path -> checkRule(path, rule));
    }
  }

  /** Checks what only catalogs have: the list of releases. */
  void checkCatalog() {
    Catalog catalog = lint.catalog();
    if (catalog.oldestRelease().compareTo(catalog.newestRelease()) > 0) {
      lint.add(
          "$.oldestRelease",
          LintContext.quoted(catalog.oldestRelease())
              + " is above the newest release, "
              + LintContext.quoted(catalog.newestRelease()));
    }
    checkKnown("$.oldestRelease", catalog.oldestRelease());
    checkKnown("$.newestRelease", catalog.newestRelease());
    List<Release> releases = catalog.releases();
    for (int i = 0; i < releases.size(); i++) {
      Version version = releases.get(i).version();
      String path = "$.releases[" + i + "].version";
      if (i > 0 && version.compareTo(releases.get(i - 1).version()) <= 0) {
        lint.add(path, LintContext.quoted(version) + " does not come after the one before it");
      } else if (version.compareTo(catalog.newestRelease()) > 0) {
        lint.add(path, LintContext.quoted(version) + " is above the newest release");
      } else if (version.compareTo(catalog.oldestRelease()) < 0) {
        lint.add(path, LintContext.quoted(version) + " is below the oldest release");
      }
    }
  }

  private void checkRule(String path, Rule rule) {
    rule.when().ifPresent(when -> checkCondition(path + ".when", when));
    LintContext.test(rule)
        .ifPresent(test -> checkCondition(path + "." + LintContext.testField(rule), test));
    if (rule instanceof KnownIssue issue && issue.fixedIn().isPresent()) {
      Version fixed = issue.fixedIn().get();
      boolean isFuture = fixed.compareTo(lint.catalog().newestRelease()) > 0;
      if (issue.fixConfirmed() || !isFuture) {
        checkKnown(path + ".fixedIn", fixed);
      }
      if (issue.fixConfirmed() && issue.releases().contains(fixed)) {
        lint.add(
            path + ".fixedIn",
            LintContext.quoted(fixed)
                + " lies in the releases of the issue, "
                + LintContext.quoted(issue.releases())
                + "; accepted: a release after them, or \"fixConfirmed\": false");
      }
    }
    if (rule instanceof Vulnerability vulnerability && vulnerability.fixedIn().isPresent()) {
      Version fixed = vulnerability.fixedIn().get();
      checkKnown(path + ".fixedIn", fixed);
      if (vulnerability.releases().contains(fixed)) {
        lint.add(
            path + ".fixedIn",
            LintContext.quoted(fixed)
                + " lies in the affected releases, "
                + LintContext.quoted(vulnerability.releases())
                + "; accepted: a release after them");
      }
    }
    for (int i = 0; i < rule.remedies().size(); i++) {
      Remedy remedy = rule.remedies().get(i);
      if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
        checkKnown(path + ".remedies[" + i + "].to", upgrade.to());
      } else if (remedy instanceof Remedy.AvoidRelease avoid) {
        checkBounds(path + ".remedies[" + i + "].releases", avoid.releases());
      }
    }
  }

  private void checkCondition(String path, Condition condition) {
    for (Condition.Comparison comparison : condition.comparisons()) {
      if (comparison instanceof Condition.Within within
          && within.fact() == Fact.DOCKER_DESKTOP_VERSION) {
        checkBounds(path, within.range());
      }
    }
  }

  private boolean checkBounds(String path, VersionRange range) {
    boolean lower = range.lower().map(version -> checkKnown(path, version)).orElse(true);
    return range.upper().map(version -> checkKnown(path, version)).orElse(true) && lower;
  }

  private boolean checkKnown(String path, Version version) {
    if (listed.isEmpty() || listed.contains(version)) {
      return true;
    }
    lint.add(path, LintContext.quoted(version) + " is no release that is listed");
    return false;
  }

  private boolean isSatisfiable(VersionRange releases) {
    return lint.hosts().isPossible(new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, releases));
  }
}
