package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Advice;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rules of all kinds, and log messages. */
final class RuleReader {

  private final DocumentReader reader;
  private final Entries entries;
  private final ConditionReader conditions;
  private final RemedyReader remedies;

  RuleReader(DocumentReader reader, Entries entries) {
    this.reader = reader;
    this.entries = entries;
    this.conditions = new ConditionReader(reader);
    this.remedies = new RemedyReader(reader, entries);
  }

  /** Reads the rules in a field of a document; returns false if the name is unknown. */
  boolean rules(Fields fields, String name) throws IOException {
    return switch (name) {
      case "constraints" -> fields.put(name, reader.list(this::constraint));
      case "deprecations" -> fields.put(name, reader.list(this::deprecation));
      case "knownIssues" -> fields.put(name, reader.list(this::knownIssue));
      case "vulnerabilities" -> fields.put(name, reader.list(this::vulnerability));
      case "settings" -> fields.put(name, reader.list(this::setting));
      default -> false;
    };
  }

  /** Returns the rules that {@link #rules} has read, in the order in which findings are listed. */
  static List<Rule> all(Fields fields) {
    List<Rule> rules = new ArrayList<>();
    for (String kind :
        List.of("constraints", "deprecations", "knownIssues", "vulnerabilities", "settings")) {
      rules.addAll(fields.list(kind, Rule.class));
    }
    return rules;
  }

  private @Nullable Rule constraint() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "requires" -> fields.put(name, conditions.condition());
                  case "declaredOnly", "impliedByUse" -> fields.put(name, reader.bool());
                  default -> common(fields, name);
                });
    if (!read || !hasCommon(fields) || !fields.has("requires")) {
      return null;
    }
    return ConstraintRule.builder()
        .from(common(fields, Severity.BLOCKER))
        .requires(fields.get("requires", Condition.class))
        .declaredOnly(fields.optional("declaredOnly", Boolean.class).orElse(false))
        .impliedByUse(fields.optional("impliedByUse", Boolean.class).orElse(false))
        .build();
  }

  private @Nullable Rule deprecation() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "phase" ->
                      fields.put(
                          name, reader.constant(new Phase[] {Phase.DEPRECATED, Phase.REMOVED}));
                  case "replacements" ->
                      fields.put(name, reader.list(() -> reader.constant(Vmm.values())));
                  case "severity" -> false; // it follows from the phase
                  default -> common(fields, name);
                });
    if (!read || !hasCommon(fields) || !fields.has("phase", "replacements")) {
      return null;
    }
    Phase phase = fields.get("phase", Phase.class);
    return Deprecation.builder()
        .from(common(fields, phase == Phase.REMOVED ? Severity.BLOCKER : Severity.WARNING))
        .phase(phase)
        .replacements(fields.list("replacements", Vmm.class))
        .build();
  }

  private @Nullable Rule knownIssue() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "fixedIn" -> fields.put(name, entries.version());
                  case "fixConfirmed" -> fields.put(name, reader.bool());
                  case "workaround" -> fields.put(name, reader.text());
                  case "signatures", "hints" -> fields.put(name, reader.list(reader::text));
                  case "trigger" -> fields.put(name, conditions.condition());
                  case "unmetNeed", "declaredOnly" -> fields.put(name, reader.bool());
                  default -> common(fields, name);
                });
    if (!read || !hasCommon(fields)) {
      return null;
    }
    return KnownIssue.builder()
        .from(common(fields, Severity.WARNING))
        .trigger(fields.optional("trigger", Condition.class))
        .fixedIn(fields.optional("fixedIn", Version.class))
        .fixConfirmed(fields.optional("fixConfirmed", Boolean.class).orElse(true))
        .workaround(fields.optional("workaround", String.class))
        .signatures(fields.list("signatures", String.class))
        .hints(fields.list("hints", String.class))
        .unmetNeed(fields.optional("unmetNeed", Boolean.class).orElse(false))
        .declaredOnly(fields.optional("declaredOnly", Boolean.class).orElse(false))
        .build();
  }

  private @Nullable Rule vulnerability() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "cves" -> fields.put(name, reader.list(entries::cve));
                  case "fileSharing" ->
                      fields.put(name, reader.list(() -> reader.constant(FileSharing.values())));
                  case "fixedIn" -> fields.put(name, entries.version());
                  case "publishedSeverity" ->
                      fields.put(name, reader.constant(Vulnerability.PublishedSeverity.values()));
                  case "precondition" -> fields.put(name, reader.text());
                  case "severity" -> false; // it follows from the published severity
                  default -> common(fields, name);
                });
    if (!read || !hasCommon(fields) || !fields.has("headline")) {
      return null;
    }
    Vulnerability.PublishedSeverity published =
        fields
            .optional("publishedSeverity", Vulnerability.PublishedSeverity.class)
            .orElse(Vulnerability.PublishedSeverity.UNKNOWN);
    return Vulnerability.builder()
        .code(fields.get("code", String.class))
        .cves(fields.list("cves", String.class))
        .headline(fields.get("headline", String.class))
        .text(fields.get("text", String.class))
        .vmms(fields.list("vmms", Vmm.class))
        .fileSharing(fields.list("fileSharing", FileSharing.class))
        .releases(fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL))
        .when(fields.optional("when", Condition.class))
        .fixedIn(fields.optional("fixedIn", Version.class))
        .publishedSeverity(published)
        .precondition(fields.optional("precondition", String.class))
        .confidence(fields.get("confidence", Confidence.class))
        .sources(fields.list("sources", String.class))
        .remedies(fields.list("remedies", Remedy.class))
        .build();
  }

  private @Nullable Rule setting() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                name.equals("present")
                    ? fields.put(name, conditions.condition())
                    : common(fields, name));
    if (!read || !hasCommon(fields) || !fields.has("present")) {
      return null;
    }
    return SettingRule.builder()
        .from(common(fields, Severity.INFO))
        .present(fields.get("present", Condition.class))
        .build();
  }

  @Nullable LogMessage message() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "code" -> fields.put(name, entries.uniqueCode());
                  case "signatures", "together" -> fields.put(name, reader.list(reader::text));
                  case "vmm" -> fields.put(name, reader.constant(Vmm.values()));
                  case "notVmms" -> fields.put(name, entries.vmms());
                  case "architecture" -> fields.put(name, reader.constant(Architecture.values()));
                  case "operatingSystem" -> fields.put(name, reader.text(Fact.OPERATING_SYSTEM));
                  case "releases" -> fields.put(name, entries.releases());
                  case "severity" -> fields.put(name, reader.constant(Severity.values()));
                  case "text" -> fields.put(name, reader.text());
                  case "advice" -> fields.put(name, reader.list(this::advice));
                  case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
                  case "sources" -> fields.put(name, entries.cited());
                  default -> false;
                });
    if (!read || !fields.has("code", "text", "confidence", "sources")) {
      return null;
    }
    return LogMessage.builder()
        .code(fields.get("code", String.class))
        .signatures(fields.list("signatures", String.class))
        .together(fields.list("together", String.class))
        .vmm(fields.optional("vmm", Vmm.class))
        .notVmms(fields.list("notVmms", Vmm.class))
        .architecture(fields.optional("architecture", Architecture.class))
        .operatingSystem(fields.optional("operatingSystem", String.class))
        .releases(fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL))
        .severity(fields.optional("severity", Severity.class).orElse(Severity.WARNING))
        .text(fields.get("text", String.class))
        .advice(fields.list("advice", Advice.class))
        .confidence(fields.get("confidence", Confidence.class))
        .sources(fields.list("sources", String.class))
        .build();
  }

  private @Nullable Advice advice() throws IOException {
    String path = reader.path();
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "text" -> fields.put(name, reader.text());
                  case "remedy" -> fields.put(name, remedies.remedy());
                  default -> false;
                });
    if (!read || reader.hasProblemAt(path)) {
      return null;
    }
    Optional<String> text = fields.optional("text", String.class);
    Optional<Remedy> remedy = fields.optional("remedy", Remedy.class);
    if (text.isPresent() == remedy.isPresent()) {
      reader.problem(path, "either \"text\" or \"remedy\" has to be given");
      return null;
    }
    return new Advice(text, remedy);
  }

  /** Reads a field that all rules have; returns false if the name is unknown. */
  private boolean common(Fields fields, String name) throws IOException {
    return switch (name) {
      case "code" -> fields.put(name, entries.uniqueCode());
      case "vmms" -> fields.put(name, entries.vmms());
      case "releases" -> fields.put(name, entries.releases());
      case "when" -> fields.put(name, conditions.condition());
      case "severity" -> fields.put(name, reader.constant(Severity.values()));
      case "headline", "text" -> fields.put(name, reader.text());
      case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
      case "sources" -> fields.put(name, entries.cited());
      case "remedies" -> fields.put(name, reader.list(remedies::remedy));
      default -> false;
    };
  }

  private boolean hasCommon(Fields fields) {
    return fields.has("code", "vmms", "text", "confidence", "sources");
  }

  /** Returns a template with the common fields, from which rules of all kinds are built. */
  private static Rule common(Fields fields, Severity unlessGiven) {
    return KnownIssue.builder()
        .code(fields.get("code", String.class))
        .vmms(fields.list("vmms", Vmm.class))
        .releases(fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL))
        .when(fields.optional("when", Condition.class))
        .severity(fields.optional("severity", Severity.class).orElse(unlessGiven))
        .text(fields.get("text", String.class))
        .headline(
            fields.optional("headline", String.class).orElse(fields.get("text", String.class)))
        .confidence(fields.get("confidence", Confidence.class))
        .sources(fields.list("sources", String.class))
        .remedies(fields.list("remedies", Remedy.class))
        .build();
  }
}
