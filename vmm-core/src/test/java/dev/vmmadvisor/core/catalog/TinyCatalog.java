package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A catalog of a few entries, of Docker Desktop 4.1.0 to 4.9.0.
 *
 * <p>What is not said is as simple as can be: every VMM is generally available in every release and
 * made of one engine, and nothing is required of a host. Fields are written in single quotes.
 */
public final class TinyCatalog {

  private static final String COMMON =
      ", 'text': 'Something.', 'confidence': 'high', 'sources': ['s:1']}";

  private final Map<Vmm, List<String>> phases = new EnumMap<>(Vmm.class);
  private final Map<Vmm, List<String>> engines = new EnumMap<>(Vmm.class);
  private final Map<Vmm, List<String>> claims = new EnumMap<>(Vmm.class);
  private final Map<Vmm, String> defaults = new EnumMap<>(Vmm.class);
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final List<String> waivers = new ArrayList<>();

  /** Nothing is said yet. */
  public TinyCatalog() {}

  /** A phase of a VMM, instead of being generally available. */
  public TinyCatalog phase(Vmm vmm, String code, String phase, String releases) {
    phases
        .computeIfAbsent(vmm, any -> new ArrayList<>())
        .add(entry(code, "'phase': '%s', 'releases': '%s'".formatted(phase, releases)));
    return this;
  }

  /** An engine of a VMM. */
  public TinyCatalog engine(Vmm vmm, String code, String releases) {
    engines
        .computeIfAbsent(vmm, any -> new ArrayList<>())
        .add(entry(code, "'name': '%s', 'releases': '%s'".formatted(code, releases)));
    return this;
  }

  /** A claim that a VMM is fast. */
  public TinyCatalog claim(Vmm vmm, String code, String fields) {
    claims
        .computeIfAbsent(vmm, any -> new ArrayList<>())
        .add(entry(code, "'circumstances': [], " + fields));
    return this;
  }

  /** The hosts for which a VMM is the default; of no other VMM anything is said. */
  public TinyCatalog defaultWhen(Vmm vmm, String condition) {
    defaults.put(vmm, ", 'defaultWhen': " + condition);
    return this;
  }

  /** A constraint of some VMMs; of all if none is named. */
  public TinyCatalog constraint(String code, String fields, Vmm... vmms) {
    return rule("constraints", code, fields, vmms);
  }

  /** A deprecation of some VMMs; of all if none is named. */
  public TinyCatalog deprecation(String code, String fields, Vmm... vmms) {
    return rule("deprecations", code, "'replacements': [], " + fields, vmms);
  }

  /** A known issue of some VMMs; of all if none is named. */
  public TinyCatalog issue(String code, String fields, Vmm... vmms) {
    return rule("knownIssues", code, fields, vmms);
  }

  /**
   * A vulnerability of some VMMs; of all if none is named. Its id follows from the code, such as
   * {@code CVE-2026-0001} from {@code cve-2026-0001}.
   */
  public TinyCatalog vulnerability(String code, String fields, Vmm... vmms) {
    String cve =
        code.startsWith("cve-") ? "'cves': ['" + code.toUpperCase(Locale.ROOT) + "'], " : "";
    return rule(
        "vulnerabilities", code, cve + "'headline': 'Something is exposed', " + fields, vmms);
  }

  /** A rule about settings under some VMMs; under all if none is named. */
  public TinyCatalog setting(String code, String fields, Vmm... vmms) {
    return rule("settings", code, fields, vmms);
  }

  /** Where an action is done in the settings, and with which button. */
  public TinyCatalog guide(String action, String button) {
    return add(
        "guides",
        "{'action': '%s', 'place': 'Settings', 'button': '%s', 'confidence': 'high', 'sources': ['s:1']}"
            .formatted(action, button));
  }

  /** The versions of macOS that run on an architecture. */
  public TinyCatalog macOs(String architecture, String versions) {
    return add(
        "macOsSupport",
        entry(
            "macos-on-" + architecture,
            "'architecture': '%s', 'versions': '%s'".formatted(architecture, versions)));
  }

  /** A waiver of a rule. */
  public TinyCatalog waiver(String code) {
    waivers.add(
        "{'code': '%s', 'reason': 'We know.', 'owner': 'Someone', 'expires': '2099-12-31'}"
            .formatted(code));
    return this;
  }

  /** A host; its document is written in single quotes as well. */
  public static Host host(String document) {
    return VmmJson.readHost(document.replace('\'', '"'));
  }

  /** The catalog. */
  public Catalog read() {
    StringBuilder more = new StringBuilder();
    lists.forEach(
        (name, entries) -> more.append(", '%s': [%s]".formatted(name, String.join(", ", entries))));
    String json =
        """
        {'id': 'tiny', 'version': '1', 'asOf': '2026-09-21',
         'oldestRelease': '4.1.0', 'newestRelease': '4.9.0',
         'sources': [{'id': 's:1', 'kind': 'manual', 'document': 'Manual', 'read': '2026-09-21'}],
         'vmms': [%s]%s}
        """
            .formatted(
                String.join(", ", Arrays.stream(Vmm.values()).map(this::profile).toList()), more);
    Catalog catalog = Documents.catalog(json.replace('\'', '"'));
    if (waivers.isEmpty()) {
      return catalog;
    }
    String layer =
        "{'id': 'ours', 'version': '1', 'waivers': [%s]}".formatted(String.join(", ", waivers));
    return catalog.withLayer(Documents.layer(layer.replace('\'', '"')), LocalDate.of(2026, 9, 21));
  }

  /** An advisor out of the catalog. */
  public Advisor advisor() {
    return VmmAdvisor.builder().catalog(read()).build();
  }

  /** The releases 4.1.0 to 4.9.0, listed. */
  public TinyCatalog releases() {
    for (int minor = 1; minor <= 9; minor++) {
      add("releases", "{'version': '4.%d.0', 'date': '2025-01-0%d'}".formatted(minor, minor));
    }
    return this;
  }

  private TinyCatalog rule(String list, String code, String fields, Vmm... vmms) {
    List<String> about =
        Arrays.stream(vmms.length == 0 ? Vmm.values() : vmms).map(vmm -> "'" + vmm + "'").toList();
    return add(list, entry(code, "'vmms': %s, %s".formatted(about, fields)));
  }

  private TinyCatalog add(String list, String entry) {
    lists.computeIfAbsent(list, any -> new ArrayList<>()).add(entry);
    return this;
  }

  private String profile(Vmm vmm) {
    List<String> available =
        List.of(entry(vmm + "-available", "'phase': 'generally-available', 'releases': '(,)'"));
    return "{'vmm': '%s', 'text': 'A VMM.', 'sources': ['s:1'], 'lifecycle': %s, 'engines': %s, 'performance': %s%s}"
        .formatted(
            vmm,
            phases.getOrDefault(vmm, available),
            engines.getOrDefault(vmm, List.of()),
            claims.getOrDefault(vmm, List.of()),
            defaults.getOrDefault(vmm, ""));
  }

  private static String entry(String code, String fields) {
    return "{'code': '" + code + "', " + fields + COMMON;
  }
}
