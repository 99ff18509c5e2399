package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates the constraints that forbid VMMs: the forbidden hosts violate them. */
final class ForbiddenRules {

  private final String layer;
  private final List<VmmProfile> profiles;
  private final List<Deprecation> deprecations;

  /**
   * Creates the constraints of one layer.
   *
   * @param layer the id of the layer, which is also the id of the source of the constraints
   * @param profiles the profiles of the layered catalog
   * @param rules the rules of the layered catalog
   */
  ForbiddenRules(String layer, List<VmmProfile> profiles, List<Rule> rules) {
    this.layer = layer;
    this.profiles = profiles;
    this.deprecations =
        rules.stream().filter(Deprecation.class::isInstance).map(Deprecation.class::cast).toList();
  }

  /** Returns a constraint for each VMM that is forbidden. */
  List<Rule> of(ForbiddenVmm forbidden) {
    List<Rule> rules = new ArrayList<>();
    for (Vmm vmm : forbidden.vmm().map(List::of).orElse(List.of(Vmm.values()))) {
      List<Condition> conditions = new ArrayList<>();
      if (!forbidden.phases().isEmpty()) {
        List<Condition> releases = inPhases(vmm, forbidden.phases());
        if (releases.isEmpty()) {
          continue; // it is in none of the phases in any release
        }
        conditions.add(new Condition.Any(releases));
      }
      forbidden.when().ifPresent(conditions::add);
      rules.add(
          ConstraintRule.builder()
              .code(code(forbidden, vmm))
              .addVmms(vmm)
              .requires(
                  conditions.isEmpty()
                      ? new Condition.Any(List.of()) // never true
                      : allowed(new Condition.All(conditions), forbidden.forbiddenIfUnknown()))
              .text(forbidden.reason())
              .confidence(Confidence.HIGH)
              .addSources(layer)
              .build());
    }
    return rules;
  }

  private String code(ForbiddenVmm forbidden, Vmm vmm) {
    StringBuilder code = new StringBuilder(layer).append("-forbids-");
    forbidden.phases().forEach(phase -> code.append(phase.id()).append('-'));
    return code.append(vmm).toString();
  }

  /** Returns the releases in which a VMM is in one of some phases, each as a condition. */
  private List<Condition> inPhases(Vmm vmm, List<Phase> phases) {
    List<Condition> releases = new ArrayList<>();
    profiles.stream()
        .filter(profile -> profile.vmm() == vmm)
        .flatMap(profile -> profile.lifecycle().stream())
        .filter(lifecycle -> phases.contains(lifecycle.phase()))
        .forEach(
            lifecycle ->
                releases.add(
                    new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, lifecycle.releases())));
    deprecations.stream()
        .filter(rule -> rule.vmms().contains(vmm) && phases.contains(rule.phase()))
        .forEach(
            rule ->
                releases.add(new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, rule.releases())));
    return releases;
  }

  /** Returns the condition that a host is allowed, depending on the meaning of unknown facts. */
  private static Condition allowed(Condition forbidden, Optional<Boolean> forbiddenIfUnknown) {
    Condition not = new Condition.Not(forbidden);
    if (forbiddenIfUnknown.isEmpty()) {
      return not;
    }
    boolean forbids = forbiddenIfUnknown.get();
    List<Condition> parts = new ArrayList<>();
    parts.add(not);
    forbidden.comparisons().stream()
        .map(Condition.Comparison::fact)
        .distinct()
        .map(Condition.Known::new)
        .forEach(known -> parts.add(forbids ? known : new Condition.Not(known)));
    return forbids ? new Condition.All(parts) : new Condition.Any(parts);
  }
}
