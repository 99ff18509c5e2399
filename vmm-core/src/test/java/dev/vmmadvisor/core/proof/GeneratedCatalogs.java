package dev.vmmadvisor.core.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Small catalogs with random rules about a few facts, made as documents and read as such, so that
 * they are valid. The same seed gives the same catalog.
 */
final class GeneratedCatalogs {

  private static final List<String> FACTS =
      List.of(
          "macOsVersion",
          "architecture",
          "chipGeneration",
          "dockerDesktop.vmm",
          "dockerDesktop.memoryMiB",
          "dockerDesktop.fileSharing",
          "dockerDesktop.rosettaEnabled",
          "operatingSystem",
          "workload.imageArchitectures",
          "workload.databases",
          "workload.traits");

  private static final Phase[] PHASES = Phase.values();

  private final Random random;
  private final List<String> facts;
  private boolean mayAskWhetherKnown;
  private int codes;

  private GeneratedCatalogs(long seed) {
    this.random = new Random(seed);
    List<String> shuffled = new ArrayList<>(FACTS);
    Collections.shuffle(shuffled, random);
    this.facts = new ArrayList<>(shuffled.subList(0, 3));
    facts.add("dockerDesktop.version");
    this.mayAskWhetherKnown = random.nextInt(5) == 0;
  }

  static Catalog of(long seed) throws IOException {
    return new GeneratedCatalogs(seed).catalog("generated-" + seed);
  }

  private Catalog catalog(String id) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id);
    document.put("version", "1");
    document.put("asOf", "2026-09-21");
    document.put("oldestRelease", "4.1.0");
    document.put("newestRelease", "4.9.0");
    document.put(
        "sources",
        List.of(Map.of("id", "s:1", "kind", "manual", "document", "Manual", "read", "2026-09-21")));
    document.put("vmms", some(Vmm.values().length, this::profile));
    List<Object> constraints = some(1 + random.nextInt(3), number -> constraint());
    if (facts.contains("operatingSystem") && random.nextBoolean()) {
      constraints.add(ofMacs());
    }
    document.put("constraints", constraints);
    document.put("deprecations", some(random.nextInt(3), number -> deprecation()));
    document.put("knownIssues", some(2 + random.nextInt(4), number -> knownIssue()));
    document.put("vulnerabilities", some(random.nextInt(3), number -> vulnerability()));
    document.put("settings", some(random.nextInt(2), number -> setting()));
    byte[] json = new ObjectMapper().writeValueAsBytes(document);
    Catalog catalog = Catalogs.read(new ByteArrayInputStream(json));
    if (random.nextInt(4) > 0) {
      return catalog;
    }
    String waived = catalog.rules().get(random.nextInt(catalog.rules().size())).code();
    return Catalog.builder()
        .from(catalog)
        .addWaivers(new Waiver(waived, "Known.", "somebody", LocalDate.of(2027, 1, 1)))
        .build();
  }

  private interface Part {
    Map<String, Object> make(int number);
  }

  private static List<Object> some(int count, Part part) {
    List<Object> parts = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      parts.add(part.make(number));
    }
    return parts;
  }

  private Map<String, Object> profile(int number) {
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("vmm", List.of(Vmm.values()).get(number).id());
    profile.put("text", "A VMM.");
    profile.put("sources", List.of("s:1"));
    profile.put("lifecycle", phases());
    profile.put(
        "performance",
        some(
            random.nextInt(2),
            it -> {
              Map<String, Object> entry = entry();
              addReleases(entry);
              if (random.nextBoolean()) {
                entry.put("when", condition(1));
              }
              return entry;
            }));
    if (random.nextInt(3) == 0) {
      profile.put("defaultWhen", condition(1));
    }
    return profile;
  }

  /** Phases; perhaps none, perhaps with a gap between them or with a time in which two hold. */
  private List<Object> phases() {
    List<String> releases =
        switch (random.nextInt(5)) {
          case 0 -> List.of();
          case 1 -> List.of("(,)");
          case 2 -> List.of("(,4.3.0)", "[4.3.0,)");
          case 3 -> List.of("(,4.6.0]", "[4.3.0,)");
          default -> List.of("[4.3.0,4.6.0)", "(4.6.0,)");
        };
    return some(
        releases.size(),
        number -> {
          Map<String, Object> entry = entry();
          entry.put("phase", any(PHASES).id());
          entry.put("releases", releases.get(number));
          return entry;
        });
  }

  private Map<String, Object> ofMacs() {
    Map<String, Object> rule = entry();
    rule.put("vmms", Arrays.stream(Vmm.values()).map(Vmm::id).toList());
    rule.put("requires", Map.of("fact", "operatingSystem", "equals", "macos"));
    return rule;
  }

  private Map<String, Object> constraint() {
    Map<String, Object> rule = rule();
    rule.put("requires", condition(2));
    if (rule.containsKey("when") && random.nextInt(3) == 0) {
      rule.put("declaredOnly", true);
    }
    // the documents leave it open what is implied of a host that may not be a Mac
    return random.nextBoolean() && !facts.contains("operatingSystem") ? implied(rule) : rule;
  }

  private Map<String, Object> vulnerability() {
    Map<String, Object> rule = rule();
    rule.remove("severity"); // it follows from the published severity
    rule.put("headline", "Something is exposed");
    if (random.nextInt(4) > 0) {
      rule.put("fixedIn", any(new String[] {"4.3.0", "4.6.0", "4.9.0"}));
    }
    if (facts.contains("dockerDesktop.fileSharing") && random.nextBoolean()) {
      rule.put("fileSharing", List.of(any(new String[] {"virtiofs", "grpc-fuse"})));
    }
    if (random.nextInt(4) == 0) {
      rule.put("precondition", "a feature is on");
    }
    return rule;
  }

  /** A constraint that use proves: of some VMMs, or of all in some releases. */
  private Map<String, Object> implied(Map<String, Object> rule) {
    rule.put("impliedByUse", true);
    rule.remove("declaredOnly");
    if (random.nextBoolean()) {
      rule.put("vmms", Arrays.stream(Vmm.values()).map(Vmm::id).toList());
      rule.put("releases", releases());
    }
    List<String> implied = new ArrayList<>(List.of("dockerDesktop.version"));
    implied.addAll(facts);
    implied.retainAll(List.of("architecture", "macOsVersion", "dockerDesktop.version"));
    boolean mayAsk = mayAskWhetherKnown;
    mayAskWhetherKnown = false;
    rule.put("requires", comparison(any(implied.toArray(new String[0]))));
    if (rule.containsKey("when")) {
      rule.put("when", condition(1));
    }
    mayAskWhetherKnown = mayAsk;
    return rule;
  }

  private Map<String, Object> deprecation() {
    Map<String, Object> rule = rule();
    rule.remove("severity"); // it follows from the phase
    rule.put("phase", any(new Phase[] {Phase.DEPRECATED, Phase.REMOVED}).id());
    rule.put("replacements", List.of());
    return rule;
  }

  private Map<String, Object> knownIssue() {
    Map<String, Object> rule = rule();
    if (random.nextInt(3) > 0) {
      rule.put("severity", Severity.SERIOUS.id());
      rule.put("confidence", Confidence.HIGH.id());
    }
    if (random.nextInt(4) > 0) {
      rule.put("trigger", condition(1));
    }
    boolean unmetNeed = random.nextInt(3) == 0;
    rule.put("unmetNeed", unmetNeed);
    if (unmetNeed && random.nextBoolean()) {
      rule.put("declaredOnly", true);
      rule.put("trigger", need());
    }
    return rule;
  }

  /**
   * Mostly a trait, as in the built-in catalog. Not whether something is known: the documents are
   * silent on whether a need is declared by that.
   */
  private Map<String, Object> need() {
    if (facts.contains("workload.traits") && random.nextInt(3) > 0) {
      return Map.of("fact", "workload.traits", "contains", any(new String[] {"a", "need"}));
    }
    boolean mayAsk = mayAskWhetherKnown;
    mayAskWhetherKnown = false;
    Map<String, Object> need = condition(1);
    mayAskWhetherKnown = mayAsk;
    return need;
  }

  private Map<String, Object> setting() {
    Map<String, Object> rule = rule();
    rule.put("present", condition(1));
    return rule;
  }

  private Map<String, Object> rule() {
    Map<String, Object> rule = entry();
    List<Object> vmms = new ArrayList<>();
    for (Vmm vmm : Vmm.values()) {
      if (random.nextInt(3) > 0) {
        vmms.add(vmm.id());
      }
    }
    rule.put("vmms", vmms.isEmpty() ? List.of(any(Vmm.values()).id()) : vmms);
    if (random.nextInt(3) == 0) {
      rule.put("severity", any(Severity.values()).id());
    }
    addReleases(rule);
    if (random.nextBoolean()) {
      rule.put("when", condition(1));
    }
    return rule;
  }

  private Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("code", "entry-" + codes++);
    entry.put("text", "Something.");
    entry.put("confidence", any(Confidence.values()).id());
    entry.put("sources", List.of("s:1"));
    return entry;
  }

  private void addReleases(Map<String, Object> entry) {
    if (random.nextBoolean()) {
      entry.put("releases", releases());
    }
  }

  private String releases() {
    return any(
        new String[] {
          "(,4.3.0)", "[4.3.0,)", "[4.3.0,4.6.0)", "[4.3.0,4.6.0]", "(4.3.0,)", "[4.6.0,4.6.0]"
        });
  }

  private Map<String, Object> condition(int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 8);
    return switch (kind) {
      case 4 -> Map.of("not", condition(depth - 1));
      case 5 -> Map.of("all", some(random.nextInt(3), it -> condition(depth - 1)));
      case 6, 7 -> Map.of("any", some(1 + random.nextInt(2), it -> condition(depth - 1)));
      default -> comparison(facts.get(random.nextInt(facts.size())));
    };
  }

  private Map<String, Object> comparison(String fact) {
    if (mayAskWhetherKnown && random.nextInt(6) == 0) {
      return Map.of("fact", fact, "known", random.nextBoolean());
    }
    return switch (fact) {
      case "macOsVersion" ->
          random.nextBoolean()
              ? Map.of("fact", fact, any(new String[] {"atLeast", "below", "equals"}), "13")
              : Map.of("fact", fact, "within", any(new String[] {"[11,13)", "(,11]", "(10,13]"}));
      case "dockerDesktop.version" -> Map.of("fact", fact, "within", releases());
      case "architecture" -> Map.of("fact", fact, "equals", any(Architecture.values()).id());
      case "dockerDesktop.vmm" -> Map.of("fact", fact, "equals", any(Vmm.values()).id());
      case "operatingSystem" -> Map.of("fact", fact, "oneOf", List.of("macos", "linux"));
      case "chipGeneration" ->
          Map.of("fact", fact, any(new String[] {"atLeast", "below", "equals"}), 3);
      case "dockerDesktop.memoryMiB" ->
          Map.of(
              "fact",
              fact,
              any(new String[] {"atLeast", "below"}),
              any(new Integer[] {4096, 8192}));
      case "dockerDesktop.fileSharing" ->
          Map.of(
              "fact", fact, "oneOf", List.of("virtiofs", any(new String[] {"osxfs", "grpc-fuse"})));
      case "dockerDesktop.rosettaEnabled" -> Map.of("fact", fact, "equals", random.nextBoolean());
      case "workload.databases" -> Map.of("fact", fact, "contains", databases());
      default -> {
        List<String> words =
            fact.equals("workload.traits") ? List.of("a", "b") : List.of("amd64", "arm64");
        yield random.nextInt(3) == 0
            ? Map.of("fact", fact, "contains", words)
            : Map.of("fact", fact, "contains", words.get(random.nextInt(2)));
      }
    };
  }

  private Map<String, Object> databases() {
    Map<String, Object> databases = new LinkedHashMap<>();
    if (random.nextInt(3) > 0) {
      databases.put("engines", List.of(any(new String[] {"mongodb", "mysql"})));
    }
    if (random.nextInt(3) > 0) {
      databases.put("storage", any(new String[] {"bind-mount", "named-volume"}));
    }
    return databases;
  }

  private <T> T any(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
