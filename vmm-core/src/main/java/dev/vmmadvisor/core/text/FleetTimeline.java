package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The phases of VMMs along the releases of a catalog. */
final class FleetTimeline {

  private final Catalog catalog;

  FleetTimeline(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Releases in which a VMM is in the same phase.
   *
   * @param phase the phase, or empty if it is not offered or its phase is not known
   * @param from the number of the first release in the catalog
   * @param to the number of the first release after it
   */
  record Span(Optional<Phase> phase, int from, int to) {}

  List<Span> spans(Vmm vmm) {
    List<Span> spans = new ArrayList<>();
    List<Release> releases = catalog.releases();
    int from = 0;
    for (int i = 1; i <= releases.size(); i++) {
      Optional<Phase> phase = phase(vmm, releases.get(from).version());
      if (i == releases.size() || !phase(vmm, releases.get(i).version()).equals(phase)) {
        spans.add(new Span(phase, from, i));
        from = i;
      }
    }
    return spans;
  }

  private Optional<Phase> phase(Vmm vmm, Version release) {
    Optional<Phase> ended = Optional.empty();
    for (Rule rule : catalog.rules()) {
      if (rule.vmms().contains(vmm)) {
        if (isNotOffered(rule, release)) {
          return Optional.empty();
        }
        if (rule instanceof Deprecation deprecation && rule.releases().contains(release)) {
          ended =
              ended
                  .filter(phase -> phase.compareTo(deprecation.phase()) > 0)
                  .or(() -> Optional.of(deprecation.phase()));
        }
      }
    }
    return ended.or(
        () ->
            catalog.vmm(vmm).stream()
                .flatMap(profile -> profile.lifecycle().stream())
                .filter(each -> each.releases().contains(release))
                .map(Lifecycle::phase)
                .findFirst());
  }

  private static boolean isNotOffered(Rule rule, Version release) {
    return rule instanceof ConstraintRule constraint
        && rule.severity() == Severity.BLOCKER
        && rule.when().isEmpty()
        && constraint.requires() instanceof Condition.Within within
        && within.fact() == Fact.DOCKER_DESKTOP_VERSION
        && !within.range().contains(release);
  }
}
