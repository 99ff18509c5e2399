package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SourceConflict;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entries of a catalog as a document, optionally only those of one VMM or one release. */
final class CatalogView {

  private final Catalog catalog;
  private final Optional<Vmm> only;
  private final Optional<Version> release;
  private final Set<String> shown = new HashSet<>(); // the codes of the entries in the document

  CatalogView(Catalog catalog, Optional<Vmm> only, Optional<Version> release) {
    this.catalog = catalog;
    this.only = only;
    this.release = release;
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("catalog", reference());
    release.ifPresent(version -> document.put("release", version.toString()));
    List<Object> vmms = new ArrayList<>();
    for (VmmProfile profile : catalog.vmms()) {
      if (only.isEmpty() || only.get() == profile.vmm()) {
        vmms.add(profile(profile));
      }
    }
    document.put("vmms", vmms);
    if (only.isEmpty()) {
      document.put("fileSharing", catalog.fileSharing().stream().map(this::fileSharing).toList());
    }
    List<Object> statements = new ArrayList<>();
    catalog.statements().stream()
        .filter(it -> only.isEmpty() || only.get().id().equals(it.subject()))
        .filter(it -> holds(it.releases()))
        .forEach(
            it -> {
              Map<String, Object> entry = entry(it.code());
              entry.put("subject", it.subject());
              statements.add(end(entry, it.releases(), it.confidence(), it.text(), it.sources()));
            });
    document.put("statements", statements);
    document.put("disagreements", disagreements());
    return document;
  }

  private Map<String, Object> reference() {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("id", catalog.id());
    reference.put("version", catalog.version());
    reference.put("asOf", catalog.asOf().toString());
    reference.put("oldestRelease", catalog.oldestRelease().toString());
    reference.put("newestRelease", catalog.newestRelease().toString());
    return reference;
  }

  private Map<String, Object> profile(VmmProfile profile) {
    Map<String, Object> map = new LinkedHashMap<>();
    shown.add(profile.vmm().id());
    map.put("vmm", profile.vmm().id());
    map.put("name", profile.vmm().displayName());
    map.put("text", profile.text());
    map.put("sources", profile.sources());
    map.put("lifecycle", lifecycle(profile.lifecycle()));
    List<Object> engines = new ArrayList<>();
    profile.engines().stream()
        .filter(it -> holds(it.releases()))
        .forEach(
            it -> {
              Map<String, Object> entry = entry(it.code());
              entry.put("name", it.name());
              engines.add(end(entry, it.releases(), it.confidence(), it.text(), it.sources()));
            });
    map.put("engines", engines);
    map.put(
        "performance",
        profile.performance().stream()
            .filter(it -> holds(it.releases()))
            .map(this::claim)
            .toList());
    map.put(
        "rules",
        catalog.rules().stream()
            .filter(it -> it.vmms().contains(profile.vmm()) && holds(it.releases()))
            .map(this::rule)
            .toList());
    return map;
  }

  private Map<String, Object> claim(PerformanceClaim claim) {
    Map<String, Object> entry = entry(claim.code());
    claim.comparedWith().ifPresent(vmm -> entry.put("comparedWith", vmm.id()));
    claim.factor().ifPresent(factor -> entry.put("factor", factor));
    if (!claim.circumstances().isEmpty()) {
      entry.put("circumstances", claim.circumstances());
    }
    return end(entry, claim.releases(), claim.confidence(), claim.text(), claim.sources());
  }

  private Map<String, Object> rule(Rule rule) {
    Map<String, Object> entry = entry(rule.code());
    entry.put("kind", rule.kind().id());
    if (rule instanceof Deprecation deprecation) {
      entry.put("phase", deprecation.phase().id());
    }
    entry.put("severity", rule.severity().id());
    if (rule instanceof KnownIssue issue) {
      issue
          .fixedIn()
          .ifPresent(
              fixed -> {
                entry.put("fixedIn", fixed.toString());
                entry.put("fixConfirmed", issue.fixConfirmed());
              });
    }
    if (rule instanceof Vulnerability vulnerability) {
      entry.put("cves", vulnerability.cves());
      entry.put("headline", vulnerability.headline());
      entry.put("publishedSeverity", vulnerability.publishedSeverity().id());
      vulnerability.precondition().ifPresent(text -> entry.put("precondition", text));
      vulnerability.fixedIn().ifPresent(fixed -> entry.put("fixedIn", fixed.toString()));
    }
    catalog.waiver(rule.code()).ifPresent(waiver -> entry.put("waived", waiver.reason()));
    return end(entry, rule.releases(), rule.confidence(), rule.text(), rule.sources());
  }

  private Map<String, Object> fileSharing(FileSharingProfile profile) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("fileSharing", profile.fileSharing().id());
    map.put("text", profile.text());
    map.put("sources", profile.sources());
    map.put("lifecycle", lifecycle(profile.lifecycle()));
    return map;
  }

  private List<Object> lifecycle(List<Lifecycle> lifecycles) {
    List<Object> entries = new ArrayList<>();
    lifecycles.stream()
        .filter(it -> holds(it.releases()))
        .forEach(
            it -> {
              Map<String, Object> entry = entry(it.code());
              entry.put("phase", it.phase().id());
              entries.add(end(entry, it.releases(), it.confidence(), it.text(), it.sources()));
            });
    return entries;
  }

  private List<Object> disagreements() {
    List<Object> entries = new ArrayList<>();
    for (SourceConflict it : catalog.disagreements()) {
      if (holds(it.releases()) && (only.isEmpty() || it.entries().stream().anyMatch(this::isIn))) {
        Map<String, Object> entry = entry(it.code());
        entry.put("entries", it.entries());
        entries.add(end(entry, it.releases(), it.confidence(), it.text(), it.sources()));
      }
    }
    return entries;
  }

  private boolean isIn(String code) {
    return shown.contains(code);
  }

  private boolean holds(VersionRange releases) {
    return release.map(releases::contains).orElse(true);
  }

  private Map<String, Object> entry(String code) {
    shown.add(code);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("code", code);
    return entry;
  }

  private static Map<String, Object> end(
      Map<String, Object> entry,
      VersionRange releases,
      Confidence confidence,
      String text,
      List<String> sources) {
    entry.put("releases", releases.toString());
    entry.put("confidence", confidence.id());
    entry.put("text", text);
    entry.put("sources", sources);
    return entry;
  }
}
