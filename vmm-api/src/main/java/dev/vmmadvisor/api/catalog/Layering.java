package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts a layer on a catalog. */
final class Layering {

  private final Catalog below;
  private final Layer layer;
  private final String today;
  private final List<String> problems = new ArrayList<>();

  Layering(Catalog below, Layer layer, String today) {
    this.below = below;
    this.layer = layer;
    this.today = today;
  }

  /**
   * The catalog with the layer on top.
   *
   * @throws CatalogException if they do not fit
   */
  Catalog result() {
    checkOverrides();
    checkCitations();
    List<Rule> rules = rules();
    List<Waiver> waivers = waivers();
    Catalog.Builder result =
        Catalog.builder()
            .from(below)
            .words(words())
            .sources(sources())
            .vmms(profiles())
            .rules(rules)
            .waivers(waivers)
            .addAllStatements(layer.statements())
            .addLayers(layer.id() + " " + layer.version());
    layer.asOf().ifPresent(result::asOf);
    addReleases(result);
    if (!problems.isEmpty()) {
      throw new CatalogException(problems);
    }
    return result.build();
  }

  private void checkOverrides() {
    Set<String> replaced = new HashSet<>();
    layer.rules().forEach(rule -> replaced.add(rule.code()));
    layer.vmms().forEach(profile -> replaced.add(profile.vmm().id()));
    for (String code : layer.overrides()) {
      if (!replaced.contains(code)) {
        problem("overrides: \"" + code + "\" is named and nothing in the layer has that code");
      } else if (below.rule(code).isEmpty() && !isVmm(code)) {
        problem("overrides: \"" + code + "\" is named and nothing below has that code");
      }
    }
  }

  private static boolean isVmm(String id) {
    for (Vmm vmm : Vmm.values()) {
      if (vmm.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private void checkCitations() {
    Set<String> known = new HashSet<>();
    below.sources().forEach(source -> known.add(source.id()));
    layer.sources().forEach(source -> known.add(source.id()));
    layer.rules().forEach(rule -> checkCitations(rule.code(), rule.sources(), known));
    layer.statements().forEach(it -> checkCitations(it.code(), it.sources(), known));
    layer.vmms().forEach(it -> checkCitations(it.vmm().id(), it.sources(), known));
  }

  private void checkCitations(String code, List<String> cited, Set<String> known) {
    for (String id : cited) {
      if (!known.contains(id)) {
        problem(code + ": cites \"" + id + "\", which is no source of the layer or below");
      }
    }
  }

  private Map<Fact, List<String>> words() {
    Map<Fact, Set<String>> words = new TreeMap<>();
    below.words().forEach((fact, known) -> words.put(fact, new LinkedHashSet<>(known)));
    layer
        .words()
        .forEach(
            (fact, more) -> words.computeIfAbsent(fact, key -> new LinkedHashSet<>()).addAll(more));
    Map<Fact, List<String>> result = new LinkedHashMap<>();
    words.forEach((fact, known) -> result.put(fact, List.copyOf(known)));
    return result;
  }

  private List<Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    if (!layer.forbidden().isEmpty()) {
      sources.put(
          layer.id(),
          new Source(
              layer.id(), SourceKind.OBSERVATION, "Layer " + layer.id(), layer.version(), today));
    }
    below.sources().forEach(source -> sources.put(source.id(), source));
    for (Source source : layer.sources()) {
      Source other = sources.putIfAbsent(source.id(), source);
      if (other != null && !other.equals(source)) {
        problem("sources: \"" + source.id() + "\" is another source below");
      }
    }
    return List.copyOf(sources.values());
  }

  private List<VmmProfile> profiles() {
    Map<Vmm, VmmProfile> profiles = new LinkedHashMap<>();
    below.vmms().forEach(profile -> profiles.put(profile.vmm(), profile));
    for (VmmProfile profile : layer.vmms()) {
      if (profiles.put(profile.vmm(), profile) != null
          && !layer.overrides().contains(profile.vmm().id())) {
        problem("vmms: there is a profile of " + profile.vmm() + " below; " + override());
      }
    }
    return List.copyOf(profiles.values());
  }

  private List<Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    below.rules().forEach(rule -> rules.put(rule.code(), rule));
    for (Rule rule : layer.rules()) {
      if (rules.put(rule.code(), rule) != null && !layer.overrides().contains(rule.code())) {
        problem(rule.code() + ": there is a rule with this code below; " + override());
      }
    }
    for (ForbiddenVmm forbidden : layer.forbidden()) {
      Rule rule = forbid(forbidden);
      rules.put(rule.code(), rule);
    }
    for (SeverityChange change : layer.severities()) {
      Rule rule = rules.get(change.code());
      if (rule == null) {
        problem("severities: \"" + change.code() + "\" is no rule");
      } else {
        rules.put(rule.code(), withSeverity(rule, change.severity()));
      }
    }
    // constraints before deprecations before known issues before settings, as in one document
    List<Rule> ordered = new ArrayList<>(rules.values());
    ordered.sort(Comparator.comparing(Rule::kind, Layering::order));
    return ordered;
  }

  private static int order(RuleKind one, RuleKind other) {
    List<RuleKind> order =
        List.of(
            RuleKind.CONSTRAINT,
            RuleKind.CUSTOM,
            RuleKind.DEPRECATION,
            RuleKind.KNOWN_ISSUE,
            RuleKind.SETTING);
    return Integer.compare(order.indexOf(one), order.indexOf(other));
  }

  /** A constraint that nothing can satisfy. */
  private Rule forbid(ForbiddenVmm forbidden) {
    return ConstraintRule.builder()
        .code(layer.id() + "-forbids-" + forbidden.vmm())
        .addVmms(forbidden.vmm())
        .requires(new Condition.Any(List.of()))
        .text(forbidden.reason())
        .confidence(Confidence.HIGH)
        .addSources(layer.id())
        .build();
  }

  private static Rule withSeverity(Rule rule, Severity severity) {
    if (rule instanceof ConstraintRule constraint) {
      return ConstraintRule.builder().from(constraint).severity(severity).build();
    }
    if (rule instanceof KnownIssue issue) {
      return KnownIssue.builder().from(issue).severity(severity).build();
    }
    if (rule instanceof Deprecation deprecation) {
      return Deprecation.builder().from(deprecation).severity(severity).build();
    }
    return SettingRule.builder().from((SettingRule) rule).severity(severity).build();
  }

  /** The waivers below and those of the layer that still hold. */
  private List<Waiver> waivers() {
    List<Waiver> waivers = new ArrayList<>(below.waivers());
    for (Waiver waiver : layer.waivers()) {
      if (below.rule(waiver.code()).isEmpty()
          && layer.rules().stream().noneMatch(rule -> rule.code().equals(waiver.code()))) {
        problem("waivers: \"" + waiver.code() + "\" is no rule");
      } else if (waiver.expires().compareTo(today) >= 0) {
        waivers.add(waiver);
      }
    }
    return waivers;
  }

  private void addReleases(Catalog.Builder result) {
    List<Release> releases = new ArrayList<>(below.releases());
    Version newest = below.newestRelease();
    for (Release release : layer.releases()) {
      if (releases.stream().anyMatch(it -> it.version().equals(release.version()))) {
        problem("releases: " + release.version() + " is known below");
      }
      releases.add(release);
      newest = newest.compareTo(release.version()) < 0 ? release.version() : newest;
    }
    releases.sort(Comparator.comparing(Release::version));
    result.releases(releases).newestRelease(newest);
  }

  private static String override() {
    return "to replace it, name it in \"overrides\"";
  }

  private void problem(String problem) {
    problems.add(layer.id() + ": " + problem);
  }
}
