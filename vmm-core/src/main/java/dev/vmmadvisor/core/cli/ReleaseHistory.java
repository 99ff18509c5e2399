package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The releases of a catalog and the changes in each.
 *
 * <p>An entry begins in the first release of its range and ends in the first release after it. An
 * entry that holds from the oldest release on begins there only if its range has that lower bound.
 */
final class ReleaseHistory {

  /** A release, with its date if known, and its changes. */
  record Point(Version release, Optional<LocalDate> date, List<Change> changes) {}

  /**
   * A change.
   *
   * @param code the code of the entry
   * @param kind the kind of entry, such as {@code lifecycle}
   * @param verb {@code begins}, {@code ends} or {@code fixed}
   * @param about the ids of its subjects
   * @param text the change as text
   */
  record Change(String code, String kind, String verb, List<String> about, String text) {}

  private final TreeMap<Version, Optional<LocalDate>> dates = new TreeMap<>();
  private final Map<Version, List<Change>> changes = new TreeMap<>();

  private ReleaseHistory() {}

  static ReleaseHistory of(Catalog catalog) {
    ReleaseHistory history = new ReleaseHistory();
    for (Object version : catalog.boundaries().values(Fact.DOCKER_DESKTOP_VERSION)) {
      history.addRelease((Version) version, catalog);
    }
    for (Release release : catalog.releases()) {
      history.dates.put(release.version(), Optional.of(release.date()));
    }
    for (VmmProfile profile : catalog.vmms()) {
      String name = profile.vmm().displayName();
      history.addLifecycle(profile.vmm().id(), name, profile.lifecycle());
      profile
          .engines()
          .forEach(
              engine ->
                  history.addBeginning(
                      engine.releases(),
                      new Change(
                          engine.code(),
                          "engine",
                          "begins",
                          List.of(profile.vmm().id()),
                          name + " is made of " + engine.name())));
    }
    for (FileSharingProfile profile : catalog.fileSharing()) {
      String id = profile.fileSharing().id();
      history.addLifecycle(id, "File sharing " + id, profile.lifecycle());
    }
    catalog.rules().forEach(history::addRule);
    return history;
  }

  /** The releases, oldest first. */
  List<Point> points() {
    List<Point> points = new ArrayList<>();
    dates.forEach(
        (release, date) ->
            points.add(
                new Point(release, date, List.copyOf(changes.getOrDefault(release, List.of())))));
    return points;
  }

  private void addRelease(Version version, Catalog catalog) {
    if (version.compareTo(catalog.oldestRelease()) >= 0) {
      dates.putIfAbsent(version, Optional.empty());
    }
  }

  private void addLifecycle(String id, String name, List<Lifecycle> lifecycles) {
    for (Lifecycle lifecycle : lifecycles) {
      addBeginning(
          lifecycle.releases(),
          new Change(
              lifecycle.code(),
              "lifecycle",
              "begins",
              List.of(id),
              name + " is " + lifecycle.phase().id().replace('-', ' ')));
    }
  }

  private void addRule(Rule rule) {
    String kind = rule.kind().id();
    List<String> about = rule.vmms().stream().map(Vmm::id).toList();
    String names =
        about.size() == Vmm.values().length
            ? "every VMM"
            : rule.vmms().stream().map(Vmm::displayName).collect(Collectors.joining(", "));
    String code = rule.code();
    if (rule instanceof Deprecation deprecation) {
      String text = names + " is " + deprecation.phase().id();
      addBeginning(rule.releases(), new Change(code, kind, "begins", about, text));
    } else if (rule instanceof ConstraintRule constraint) {
      addOffer(constraint, about, names);
      String text = macOsMinimum(constraint).orElse("A constraint on " + names + " begins");
      addBeginning(rule.releases(), new Change(code, kind, "begins", about, text));
      if (macOsMinimum(constraint).isEmpty()) {
        String end = "A constraint on " + names + " ends";
        addEnd(rule.releases(), new Change(code, kind, "ends", about, end));
      }
    } else if (rule instanceof Vulnerability vulnerability) {
      if (vulnerability.fixedIn().isPresent()) {
        VersionRange fixed = VersionRange.atLeast(vulnerability.fixedIn().get());
        String text = "Fixes " + vulnerability.name() + ": " + vulnerability.headline();
        addBeginning(fixed, new Change(code, kind, "fixed", about, text));
      }
    } else if (rule instanceof KnownIssue issue) {
      String severity = rule.severity().id();
      String begins = "An issue of " + names + " begins, severity " + severity;
      addBeginning(rule.releases(), new Change(code, kind, "begins", about, begins));
      Version end = firstAfter(rule.releases());
      boolean fixed =
          end != null && issue.fixConfirmed() && issue.fixedIn().filter(end::equals).isPresent();
      String ends = "An issue of " + names + (fixed ? " is fixed" : " ends");
      addEnd(rule.releases(), new Change(code, kind, fixed ? "fixed" : "ends", about, ends));
    }
  }

  /** Adds the release from which on something is offered, from a constraint on the release. */
  private void addOffer(ConstraintRule constraint, List<String> about, String names) {
    if (constraint.requires() instanceof Condition.Within within
        && within.fact() == Fact.DOCKER_DESKTOP_VERSION) {
      String text = names + " is offered from here on";
      addBeginning(
          within.range(),
          new Change(constraint.code(), constraint.kind().id(), "begins", about, text));
    }
  }

  private static Optional<String> macOsMinimum(ConstraintRule constraint) {
    String names =
        constraint.vmms().size() == Vmm.values().length
            ? "Docker Desktop"
            : constraint.vmms().stream().map(Vmm::displayName).collect(Collectors.joining(", "));
    return constraint.requires() instanceof Condition.Within within
            && within.fact() == Fact.MACOS_VERSION
        ? within.range().lower().map(macOs -> names + " needs macOS " + macOs + " or later")
        : Optional.empty();
  }

  private void addBeginning(VersionRange range, Change change) {
    Version before = null;
    for (Version release : dates.keySet()) {
      boolean begins =
          before == null
              ? range.lower().filter(release::equals).isPresent()
              : !range.contains(before);
      if (range.contains(release)) {
        if (begins) {
          changes.computeIfAbsent(release, key -> new ArrayList<>()).add(change);
        }
        return;
      }
      before = release;
    }
  }

  private void addEnd(VersionRange range, Change change) {
    Version end = firstAfter(range);
    if (end != null) {
      changes.computeIfAbsent(end, key -> new ArrayList<>()).add(change);
    }
  }

  /** The first release after a range; null if there is none, or the range has no release. */
  private @Nullable Version firstAfter(VersionRange range) {
    boolean held = false;
    for (Version release : dates.keySet()) {
      if (range.contains(release)) {
        held = true;
      } else if (held) {
        return release;
      }
    }
    return null;
  }
}
