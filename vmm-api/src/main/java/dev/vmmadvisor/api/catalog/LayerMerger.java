package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Merges a layer into a catalog and collects the contradictions. */
final class LayerMerger {

  private final Catalog below;
  private final Layer layer;
  private final LocalDate today;
  private final Set<String> codesBelow = new HashSet<>();
  private final Set<String> messagesBelow = new HashSet<>();
  private final Set<String> overrides;
  private final IdentityHashMap<Rule, String> pathOfRule;
  private final List<String> problems = new ArrayList<>();

  LayerMerger(Catalog below, Layer layer, LocalDate today) {
    this.below = below;
    this.layer = layer;
    this.today = today;
    this.overrides = Set.copyOf(layer.overrides());
    this.pathOfRule = paths(layer.rules());
    below.rules().forEach(rule -> codesBelow.add(rule.code()));
    below.messages().forEach(message -> messagesBelow.add(message.code()));
  }

  /**
   * Returns the catalog with the layer added.
   *
   * @throws CatalogException if the layer contradicts the catalog
   */
  Catalog result() {
    checkOverrides();
    checkCitations();
    List<VmmProfile> profiles = profiles();
    List<Rule> rules = rules(profiles);
    List<Waiver> waivers = waivers();
    List<Waiver> active = waivers.stream().filter(this::isActive).toList();
    Catalog.Builder result =
        Catalog.builder()
            .from(below)
            .words(words())
            .sources(sources())
            .vmms(profiles)
            .rules(rules)
            .waivers(active)
            .expiredWaivers(expired(waivers, active))
            .addAllStatements(layer.statements())
            .messages(messages())
            .addLayers(layer.id() + " " + layer.version());
    layer.asOf().ifPresent(result::asOf);
    addReleases(result);
    if (!problems.isEmpty()) {
      throw new CatalogException(problems);
    }
    return result.build();
  }

  private void checkOverrides() {
    Set<String> replacing = new HashSet<>();
    layer.rules().forEach(rule -> replacing.add(rule.code()));
    layer.vmms().forEach(profile -> replacing.add(profile.vmm().id()));
    layer.messages().forEach(message -> replacing.add(message.code()));
    for (int i = 0; i < layer.overrides().size(); i++) {
      String code = layer.overrides().get(i);
      if (!replacing.contains(code)) {
        problem("$.overrides[" + i + "]", quoted(code) + " is the code of nothing in the layer");
      } else if (!codesBelow.contains(code) && !messagesBelow.contains(code) && !isVmm(code)) {
        problem("$.overrides[" + i + "]", quoted(code) + " is the code of nothing below");
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
    layer.rules().forEach(rule -> checkCitations(path(rule), rule.sources(), known));
    for (int i = 0; i < layer.statements().size(); i++) {
      checkCitations("$.statements[" + i + "]", layer.statements().get(i).sources(), known);
    }
    for (int i = 0; i < layer.messages().size(); i++) {
      checkCitations("$.messages[" + i + "]", layer.messages().get(i).sources(), known);
    }
    for (int i = 0; i < layer.vmms().size(); i++) {
      checkCitations("$.vmms[" + i + "]", i, known);
    }
  }

  private void checkCitations(String path, int number, Set<String> known) {
    VmmProfile profile = layer.vmms().get(number);
    checkCitations(path, profile.sources(), known);
    for (int i = 0; i < profile.lifecycle().size(); i++) {
      checkCitations(path + ".lifecycle[" + i + "]", profile.lifecycle().get(i).sources(), known);
    }
    for (int i = 0; i < profile.engines().size(); i++) {
      checkCitations(path + ".engines[" + i + "]", profile.engines().get(i).sources(), known);
    }
    for (int i = 0; i < profile.performance().size(); i++) {
      checkCitations(
          path + ".performance[" + i + "]", profile.performance().get(i).sources(), known);
    }
  }

  private void checkCitations(String path, List<String> cited, Set<String> known) {
    for (String id : cited) {
      if (!known.contains(id)) {
        problem(path + ".sources", quoted(id) + " is the id of no source of the layer or below");
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
    for (int i = 0; i < layer.sources().size(); i++) {
      Source source = layer.sources().get(i);
      Source other = sources.putIfAbsent(source.id(), source);
      if (other != null && !other.equals(source)) {
        problem("$.sources[" + i + "].id", quoted(source.id()) + " is the id of another source");
      }
    }
    return List.copyOf(sources.values());
  }

  private List<LogMessage> messages() {
    Map<String, LogMessage> messages = new LinkedHashMap<>();
    below.messages().forEach(message -> messages.put(message.code(), message));
    for (int i = 0; i < layer.messages().size(); i++) {
      LogMessage message = layer.messages().get(i);
      if (messages.put(message.code(), message) != null && !overrides.contains(message.code())) {
        problem(
            "$.messages[" + i + "].code",
            "there is a message with the code " + quoted(message.code()) + " below; " + override());
      }
    }
    return List.copyOf(messages.values());
  }

  private List<VmmProfile> profiles() {
    Map<Vmm, VmmProfile> profiles = new LinkedHashMap<>();
    below.vmms().forEach(profile -> profiles.put(profile.vmm(), profile));
    for (int i = 0; i < layer.vmms().size(); i++) {
      VmmProfile profile = layer.vmms().get(i);
      if (profiles.put(profile.vmm(), profile) != null && !overrides.contains(profile.vmm().id())) {
        problem(
            "$.vmms[" + i + "].vmm",
            "there is a profile of " + quoted(profile.vmm().id()) + " below; " + override());
      }
    }
    return List.copyOf(profiles.values());
  }

  private List<Rule> rules(List<VmmProfile> profiles) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    below.rules().forEach(rule -> rules.put(rule.code(), rule));
    for (Rule rule : layer.rules()) {
      if (rules.put(rule.code(), rule) != null && !overrides.contains(rule.code())) {
        problem(
            path(rule) + ".code",
            "there is a rule with the code " + quoted(rule.code()) + " below; " + override());
      }
    }
    ForbiddenRules forbidding =
        new ForbiddenRules(layer.id(), profiles, List.copyOf(rules.values()));
    for (int i = 0; i < layer.forbidden().size(); i++) {
      for (Rule rule : forbidding.of(layer.forbidden().get(i))) {
        if (rules.put(rule.code(), rule) != null) {
          problem(
              "$.forbidden["
                  + i
                  + (layer.forbidden().get(i).vmm().isPresent() ? "].vmm" : "].phases"),
              quoted(rule.code()) + " is the code of another rule");
        }
      }
    }
    for (int i = 0; i < layer.severities().size(); i++) {
      SeverityChange change = layer.severities().get(i);
      Rule rule = rules.get(change.code());
      if (rule == null) {
        problem("$.severities[" + i + "].code", quoted(change.code()) + " is the code of no rule");
      } else {
        rules.put(rule.code(), withSeverity(rule, change.severity()));
      }
    }
    // the same order of kinds as in one document
    List<Rule> ordered = new ArrayList<>(rules.values());
    ordered.sort(Comparator.comparing(Rule::kind, LayerMerger::order));
    return ordered;
  }

  private static int order(RuleKind one, RuleKind other) {
    List<RuleKind> order =
        List.of(
            RuleKind.CONSTRAINT,
            RuleKind.CUSTOM,
            RuleKind.DEPRECATION,
            RuleKind.KNOWN_ISSUE,
            RuleKind.VULNERABILITY,
            RuleKind.SETTING);
    return Integer.compare(order.indexOf(one), order.indexOf(other));
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
    if (rule instanceof Vulnerability vulnerability) {
      return Vulnerability.builder().from(vulnerability).severity(severity).build();
    }
    return SettingRule.builder().from((SettingRule) rule).severity(severity).build();
  }

  private boolean isActive(Waiver waiver) {
    return !waiver.expires().isBefore(today);
  }

  /** Returns the waivers that expired and were not renewed. */
  private List<Waiver> expired(List<Waiver> waivers, List<Waiver> active) {
    Set<String> renewed = new HashSet<>();
    active.forEach(waiver -> renewed.add(waiver.code()));
    return Stream.concat(below.expiredWaivers().stream(), waivers.stream())
        .filter(waiver -> !isActive(waiver) && !renewed.contains(waiver.code()))
        .distinct()
        .toList();
  }

  /** Returns the waivers of the catalog followed by those of the layer. */
  private List<Waiver> waivers() {
    List<Waiver> waivers = new ArrayList<>(below.waivers());
    Set<String> codes = new HashSet<>(codesBelow);
    layer.rules().forEach(rule -> codes.add(rule.code()));
    for (int i = 0; i < layer.waivers().size(); i++) {
      Waiver waiver = layer.waivers().get(i);
      if (!codes.contains(waiver.code())) {
        problem("$.waivers[" + i + "].code", quoted(waiver.code()) + " is the code of no rule");
      } else {
        waivers.add(waiver);
      }
    }
    return waivers;
  }

  /** Adds the releases of the layer; one that the catalog already has must have the same date. */
  private void addReleases(Catalog.Builder result) {
    Map<Version, Release> releases = new TreeMap<>();
    below.releases().forEach(release -> releases.put(release.version(), release));
    Set<Version> ofLayer = new HashSet<>();
    for (int i = 0; i < layer.releases().size(); i++) {
      Release release = layer.releases().get(i);
      Release known = releases.putIfAbsent(release.version(), release);
      if (!ofLayer.add(release.version())) {
        problem("$.releases[" + i + "].version", release.version() + " is duplicated");
      } else if (known != null && !known.date().equals(release.date())) {
        problem(
            "$.releases[" + i + "].date",
            quoted(release.date())
                + " is not the day below, where "
                + release.version()
                + " is of "
                + quoted(known.date()));
      }
    }
    Version newest =
        Stream.concat(ofLayer.stream(), Stream.of(below.newestRelease()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    result.releases(releases.values()).newestRelease(newest);
  }

  private static String override() {
    return "to replace it, name it in \"overrides\"";
  }

  /** Returns the path of a rule in the Layer document. */
  private String path(Rule rule) {
    String path = pathOfRule.get(rule);
    return path == null ? "$" : path;
  }

  private static IdentityHashMap<Rule, String> paths(List<Rule> rules) {
    IdentityHashMap<Rule, String> paths = new IdentityHashMap<>();
    Map<RuleKind, Integer> counts = new EnumMap<>(RuleKind.class);
    for (Rule rule : rules) {
      int number = counts.merge(rule.kind(), 1, Integer::sum) - 1;
      paths.put(rule, "$." + rule.kind().field() + "[" + number + "]");
    }
    return paths;
  }

  private static String quoted(Object code) {
    return "\"" + code + "\"";
  }

  private void problem(String path, String problem) {
    problems.add(path + ": " + problem);
  }
}
