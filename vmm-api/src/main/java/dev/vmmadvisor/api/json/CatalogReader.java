package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.Guide;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.host.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Catalog documents. Everything that does not belong there is a problem. */
final class CatalogReader {

  // possessive, as otherwise a long code would take a stack frame for each of its parts
  private static final Pattern CODE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final DocumentReader reader;
  private final ConditionReader conditions;
  private final Set<String> codes = new HashSet<>();
  private final List<Citation> citations = new ArrayList<>();

  private CatalogReader(DocumentReader reader) {
    this.reader = reader;
    this.conditions = new ConditionReader(reader);
  }

  static Catalog read(DocumentReader.Input input) throws IOException {
    return DocumentReader.read(
        input,
        (reader, path) -> reader.problem(path, "this field is not known"),
        reader -> new CatalogReader(reader)::catalog);
  }

  private @Nullable Catalog catalog() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "id" -> fields.put(name, code());
                  case "version" -> fields.put(name, reader.text());
                  case "asOf" -> fields.put(name, day());
                  case "oldestRelease", "newestRelease" -> fields.put(name, version());
                  case "words" -> fields.put(name, words());
                  case "sources" -> fields.put(name, reader.list(this::source));
                  case "vmms" -> fields.put(name, reader.list(this::profile));
                  case "guides" -> fields.put(name, reader.list(this::guide));
                  case "constraints" -> fields.put(name, reader.list(this::constraint));
                  case "deprecations" -> fields.put(name, reader.list(this::deprecation));
                  case "knownIssues" -> fields.put(name, reader.list(this::knownIssue));
                  case "settings" -> fields.put(name, reader.list(this::setting));
                  default -> false;
                });
    boolean complete =
        read
            && fields.has(
                "id", "version", "asOf", "oldestRelease", "newestRelease", "sources", "vmms");
    List<Source> sources = fields.list("sources", Source.class);
    if (!reader.hasProblemAt("$.sources")) {
      checkCitations(sources);
    }
    if (!complete || !reader.isFine()) {
      return null;
    }
    Catalog.Builder catalog =
        Catalog.builder()
            .id(fields.get("id", String.class))
            .version(fields.get("version", String.class))
            .asOf(fields.get("asOf", String.class))
            .oldestRelease(fields.get("oldestRelease", Version.class))
            .newestRelease(fields.get("newestRelease", Version.class))
            .sources(sources)
            .vmms(fields.list("vmms", VmmProfile.class))
            .guides(fields.list("guides", Guide.class));
    Object words = fields.find("words");
    if (words instanceof Words known) {
      catalog.words(known.byFact());
    }
    for (String kind : List.of("constraints", "deprecations", "knownIssues", "settings")) {
      catalog.addAllRules(fields.list(kind, Rule.class));
    }
    return catalog.build();
  }

  private void checkCitations(List<Source> sources) {
    Set<String> ids = new HashSet<>();
    for (Source source : sources) {
      if (!ids.add(source.id())) {
        reader.problem("$.sources", Quotes.quoted(source.id()) + " stands there twice");
      }
    }
    for (Citation citation : citations) {
      if (!ids.contains(citation.id())) {
        reader.problem(
            citation.path(),
            citation.line(),
            Quotes.quoted(citation.id()) + " is not the id of one of $.sources");
      }
    }
  }

  private @Nullable Words words() throws IOException {
    Map<Fact, List<String>> words = new LinkedHashMap<>();
    reader.object(
        name -> {
          for (Fact fact : Fact.values()) {
            if (fact.path().equals(name)) {
              List<String> known = reader.list(() -> reader.text(fact::accepts, fact::accepted));
              words.put(fact, known == null ? List.of() : known);
              return true;
            }
          }
          return false;
        });
    return new Words(words);
  }

  private @Nullable Source source() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "id", "document", "section" -> fields.put(name, reader.text());
                  case "kind" -> fields.put(name, reader.constant(SourceKind.values()));
                  case "read" -> fields.put(name, day());
                  default -> false;
                });
    return read && fields.has("id", "kind", "document", "read")
        ? new Source(
            fields.get("id", String.class),
            fields.get("kind", SourceKind.class),
            fields.get("document", String.class),
            fields.find("section") instanceof String section ? section : "",
            fields.get("read", String.class))
        : null;
  }

  private @Nullable VmmProfile profile() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "vmm" -> fields.put(name, reader.constant(Vmm.values()));
                  case "text" -> fields.put(name, reader.text());
                  case "sources" -> fields.put(name, cited());
                  case "lifecycle" -> fields.put(name, reader.list(this::lifecycle));
                  case "performance" -> fields.put(name, reader.list(this::performance));
                  case "defaultWhen" -> fields.put(name, conditions.condition());
                  default -> false;
                });
    return read && fields.has("vmm", "text", "sources", "lifecycle")
        ? VmmProfile.builder()
            .vmm(fields.get("vmm", Vmm.class))
            .text(fields.get("text", String.class))
            .sources(fields.list("sources", String.class))
            .lifecycle(fields.list("lifecycle", Lifecycle.class))
            .performance(fields.list("performance", PerformanceClaim.class))
            .defaultWhen(fields.optional("defaultWhen", Condition.class))
            .build()
        : null;
  }

  private @Nullable Lifecycle lifecycle() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "phase" -> fields.put(name, reader.constant(Phase.values()));
                  case "releases" -> fields.put(name, releases());
                  case "text" -> fields.put(name, reader.text());
                  case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
                  case "sources" -> fields.put(name, cited());
                  default -> false;
                });
    return read && fields.has("phase", "text", "confidence", "sources")
        ? new Lifecycle(
            fields.get("phase", Phase.class),
            fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL),
            fields.get("text", String.class),
            fields.get("confidence", Confidence.class),
            fields.list("sources", String.class))
        : null;
  }

  private @Nullable PerformanceClaim performance() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "code" -> fields.put(name, uniqueCode());
                  case "releases" -> fields.put(name, releases());
                  case "when" -> fields.put(name, conditions.condition());
                  case "text" -> fields.put(name, reader.text());
                  case "comparedWith" -> fields.put(name, reader.constant(Vmm.values()));
                  case "factor" ->
                      fields.put(
                          name, reader.number(n -> n > 1, () -> "a whole number greater than 1"));
                  case "circumstances" -> fields.put(name, reader.list(reader::text));
                  case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
                  case "sources" -> fields.put(name, cited());
                  default -> false;
                });
    return read && fields.has("code", "text", "confidence", "sources")
        ? PerformanceClaim.builder()
            .code(fields.get("code", String.class))
            .releases(fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL))
            .when(fields.optional("when", Condition.class))
            .text(fields.get("text", String.class))
            .comparedWith(fields.optional("comparedWith", Vmm.class))
            .factor(fields.optional("factor", Integer.class))
            .circumstances(fields.list("circumstances", String.class))
            .confidence(fields.get("confidence", Confidence.class))
            .sources(fields.list("sources", String.class))
            .build()
        : null;
  }

  private @Nullable Guide guide() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "action" -> fields.put(name, code());
                  case "releases" -> fields.put(name, releases());
                  case "place" -> fields.put(name, reader.text());
                  case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
                  case "sources" -> fields.put(name, cited());
                  default -> false;
                });
    return read && fields.has("action", "place", "confidence", "sources")
        ? new Guide(
            fields.get("action", String.class),
            fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL),
            fields.get("place", String.class),
            fields.get("confidence", Confidence.class),
            fields.list("sources", String.class))
        : null;
  }

  private @Nullable Rule constraint() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                name.equals("requires")
                    ? fields.put(name, conditions.condition())
                    : common(fields, name));
    if (!read || !hasCommon(fields) || !fields.has("requires")) {
      return null;
    }
    ConstraintRule.Builder rule =
        ConstraintRule.builder()
            .code(fields.get("code", String.class))
            .vmms(fields.list("vmms", Vmm.class))
            .when(fields.optional("when", Condition.class))
            .requires(fields.get("requires", Condition.class))
            .text(fields.get("text", String.class))
            .confidence(fields.get("confidence", Confidence.class))
            .sources(fields.list("sources", String.class))
            .remedies(fields.list("remedies", Remedy.class));
    fields.optional("releases", VersionRange.class).ifPresent(rule::releases);
    fields.optional("severity", Severity.class).ifPresent(rule::severity);
    return rule.build();
  }

  private @Nullable Rule deprecation() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "phase" ->
                      fields.put(
                          name, reader.constant(new Phase[] {Phase.DEPRECATED, Phase.REMOVED}));
                  case "replacements" ->
                      fields.put(name, reader.list(() -> reader.constant(Vmm.values())));
                  default -> common(fields, name);
                });
    if (!read || !hasCommon(fields) || !fields.has("phase", "replacements")) {
      return null;
    }
    Phase phase = fields.get("phase", Phase.class);
    Deprecation.Builder rule =
        Deprecation.builder()
            .code(fields.get("code", String.class))
            .vmms(fields.list("vmms", Vmm.class))
            .when(fields.optional("when", Condition.class))
            .phase(phase)
            .severity(phase == Phase.REMOVED ? Severity.BLOCKER : Severity.WARNING)
            .replacements(fields.list("replacements", Vmm.class))
            .text(fields.get("text", String.class))
            .confidence(fields.get("confidence", Confidence.class))
            .sources(fields.list("sources", String.class))
            .remedies(fields.list("remedies", Remedy.class));
    fields.optional("releases", VersionRange.class).ifPresent(rule::releases);
    return rule.build();
  }

  private @Nullable Rule knownIssue() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "trigger" -> fields.put(name, conditions.condition());
                  case "unmetNeed", "declaredOnly" -> fields.put(name, reader.bool());
                  default -> common(fields, name);
                });
    if (!read || !hasCommon(fields)) {
      return null;
    }
    KnownIssue.Builder rule =
        KnownIssue.builder()
            .code(fields.get("code", String.class))
            .vmms(fields.list("vmms", Vmm.class))
            .when(fields.optional("when", Condition.class))
            .trigger(fields.optional("trigger", Condition.class))
            .unmetNeed(fields.optional("unmetNeed", Boolean.class).orElse(false))
            .declaredOnly(fields.optional("declaredOnly", Boolean.class).orElse(false))
            .text(fields.get("text", String.class))
            .confidence(fields.get("confidence", Confidence.class))
            .sources(fields.list("sources", String.class))
            .remedies(fields.list("remedies", Remedy.class));
    fields.optional("releases", VersionRange.class).ifPresent(rule::releases);
    fields.optional("severity", Severity.class).ifPresent(rule::severity);
    return rule.build();
  }

  private @Nullable Rule setting() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                name.equals("present")
                    ? fields.put(name, conditions.condition())
                    : common(fields, name));
    if (!read || !hasCommon(fields) || !fields.has("present")) {
      return null;
    }
    SettingRule.Builder rule =
        SettingRule.builder()
            .code(fields.get("code", String.class))
            .vmms(fields.list("vmms", Vmm.class))
            .when(fields.optional("when", Condition.class))
            .present(fields.get("present", Condition.class))
            .text(fields.get("text", String.class))
            .confidence(fields.get("confidence", Confidence.class))
            .sources(fields.list("sources", String.class))
            .remedies(fields.list("remedies", Remedy.class));
    fields.optional("releases", VersionRange.class).ifPresent(rule::releases);
    fields.optional("severity", Severity.class).ifPresent(rule::severity);
    return rule.build();
  }

  /** Reads a field that every rule has. */
  private boolean common(Fields fields, String name) throws IOException {
    return switch (name) {
      case "code" -> fields.put(name, uniqueCode());
      case "vmms" -> fields.put(name, vmms());
      case "releases" -> fields.put(name, releases());
      case "when" -> fields.put(name, conditions.condition());
      case "severity" -> fields.put(name, reader.constant(Severity.values()));
      case "text" -> fields.put(name, reader.text());
      case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
      case "sources" -> fields.put(name, cited());
      case "remedies" -> fields.put(name, reader.list(this::remedy));
      default -> false;
    };
  }

  private boolean hasCommon(Fields fields) {
    return fields.has("code", "vmms", "text", "confidence", "sources");
  }

  private @Nullable Remedy remedy() throws IOException {
    Fields fields = new Fields(reader.path());
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "action" -> fields.put(name, reader.text());
                  case "toMiB" ->
                      fields.put(
                          name, reader.number(Fact.VM_MEMORY::accepts, Fact.VM_MEMORY::accepted));
                  case "to" -> fields.put(name, version());
                  case "engines" ->
                      fields.put(
                          name,
                          reader.list(
                              () ->
                                  reader.text(Fact.DATABASES::accepts, Fact.DATABASES::accepted)));
                  case "on" -> fields.put(name, reader.bool());
                  case "fileSharing" -> fields.put(name, reader.constant(FileSharing.values()));
                  case "vmm" -> fields.put(name, reader.constant(Vmm.values()));
                  default -> false;
                });
    if (!read || !fields.has("action")) {
      return null;
    }
    return switch (fields.get("action", String.class)) {
      case "raise-vm-memory" ->
          fields.hasOnly("action", "toMiB")
              ? new Remedy.RaiseVmMemory(fields.get("toMiB", Integer.class))
              : null;
      case "upgrade-docker-desktop" ->
          fields.hasOnly("action", "to")
              ? new Remedy.UpgradeDockerDesktop(fields.get("to", Version.class))
              : null;
      case "upgrade-macos" ->
          fields.hasOnly("action", "to")
              ? new Remedy.UpgradeMacOs(fields.get("to", Version.class))
              : null;
      case "move-database-to-named-volume" ->
          fields.hasOnly("action", "engines")
              ? new Remedy.MoveDatabaseToNamedVolume(fields.list("engines", String.class))
              : null;
      case "switch-rosetta" ->
          fields.hasOnly("action", "on")
              ? new Remedy.SwitchRosetta(fields.get("on", Boolean.class))
              : null;
      case "select-file-sharing" ->
          fields.hasOnly("action", "fileSharing")
              ? new Remedy.SelectFileSharing(fields.get("fileSharing", FileSharing.class))
              : null;
      case "switch-vmm" ->
          fields.hasOnly("action", "vmm")
              ? new Remedy.SwitchVmm(fields.get("vmm", Vmm.class))
              : null;
      default -> {
        reader.problem(
            fields.path + ".action",
            Quotes.quoted(fields.get("action", String.class))
                + " is not accepted; accepted: \"raise-vm-memory\", \"upgrade-docker-desktop\","
                + " \"upgrade-macos\", \"move-database-to-named-volume\", \"switch-rosetta\","
                + " \"select-file-sharing\", \"switch-vmm\"");
        yield null;
      }
    };
  }

  private @Nullable String code() throws IOException {
    return reader.text(text -> CODE.matcher(text).matches(), () -> "a lower-case, hyphenated word");
  }

  private @Nullable String uniqueCode() throws IOException {
    String code = code();
    if (code != null && !codes.add(code)) {
      reader.problem("\"" + code + "\" is the code of another entry");
    }
    return code;
  }

  private @Nullable String day() throws IOException {
    return reader.text(text -> DAY.matcher(text).matches(), () -> "a day such as \"2026-09-21\"");
  }

  private @Nullable Version version() throws IOException {
    return reader.parsed(Version::parse, Version::accepted);
  }

  private @Nullable VersionRange releases() throws IOException {
    return reader.parsed(
        VersionRange::parse, () -> "a range that is not empty, such as \"[4.35.0,4.86.0)\"");
  }

  private @Nullable List<Vmm> vmms() throws IOException {
    String path = reader.path();
    List<Vmm> vmms = reader.list(() -> reader.constant(Vmm.values()));
    if (vmms != null && vmms.isEmpty() && !reader.hasProblemAt(path)) {
      reader.problem("at least one VMM has to be named");
    }
    return vmms;
  }

  private @Nullable List<String> cited() throws IOException {
    String path = reader.path();
    int line = reader.line();
    List<String> ids = reader.list(reader::text);
    if (ids != null) {
      if (ids.isEmpty() && !reader.hasProblemAt(path)) {
        reader.problem(path, "at least one source has to be cited");
      }
      ids.forEach(id -> citations.add(new Citation(path, line, id)));
    }
    return ids;
  }

  private record Citation(String path, int line, String id) {}

  private record Words(Map<Fact, List<String>> byFact) {}

  /** The fields of one object while it is read. */
  private final class Fields {
    private final String path;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields(String path) {
      this.path = path;
    }

    /** Keeps a value, unless it is null; always true, as the field is known. */
    boolean put(String name, @Nullable Object value) {
      if (value != null) {
        values.put(name, value);
      }
      return true;
    }

    @Nullable Object find(String name) {
      return values.get(name);
    }

    /** Whether fields are there; notes those that are missing, unless something else was wrong. */
    boolean has(String... names) {
      boolean all = true;
      for (String name : names) {
        if (!values.containsKey(name)) {
          all = false;
          if (!reader.hasProblemAt(path + "." + name)) {
            reader.problem(path + "." + name, "is missing");
          }
        }
      }
      return all;
    }

    /** Whether exactly these fields are there; notes those that are missing or too many. */
    boolean hasOnly(String... names) {
      boolean fits = has(names);
      for (String name : values.keySet()) {
        if (!List.of(names).contains(name)) {
          fits = false;
          reader.problem(path + "." + name, "does not belong to this action");
        }
      }
      return fits;
    }

    <T> T get(String name, Class<T> type) {
      return optional(name, type).orElseThrow();
    }

    <T> Optional<T> optional(String name, Class<T> type) {
      return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    <T> List<T> list(String name, Class<T> element) {
      List<?> list = optional(name, List.class).orElse(List.of());
      return list.stream().<T>map(element::cast).toList();
    }
  }
}
