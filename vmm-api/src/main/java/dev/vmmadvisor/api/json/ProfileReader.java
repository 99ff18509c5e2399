package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.MacOsSupport;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.catalog.SourceConflict;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a catalog about VMMs, file sharing implementations and Docker Desktop. */
final class ProfileReader {

  private final DocumentReader reader;
  private final Entries entries;
  private final ConditionReader conditions;

  ProfileReader(DocumentReader reader, Entries entries) {
    this.reader = reader;
    this.entries = entries;
    this.conditions = new ConditionReader(reader);
  }

  @Nullable VmmProfile profile() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "vmm" -> fields.put(name, reader.constant(Vmm.values()));
                  case "text" -> fields.put(name, reader.text());
                  case "sources" -> fields.put(name, entries.cited());
                  case "lifecycle" -> fields.put(name, reader.list(this::lifecycle));
                  case "engines" -> fields.put(name, reader.list(this::engine));
                  case "logNames" -> fields.put(name, reader.list(reader::text));
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
            .engines(fields.list("engines", Engine.class))
            .logNames(fields.list("logNames", String.class))
            .performance(fields.list("performance", PerformanceClaim.class))
            .defaultWhen(fields.optional("defaultWhen", Condition.class))
            .build()
        : null;
  }

  @Nullable Lifecycle lifecycle() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                name.equals("phase")
                    ? fields.put(name, reader.constant(Phase.values()))
                    : entry(fields, name));
    return read && fields.has("code", "phase", "text", "confidence", "sources")
        ? new Lifecycle(
            fields.get("code", String.class),
            fields.get("phase", Phase.class),
            fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL),
            fields.get("text", String.class),
            fields.get("confidence", Confidence.class),
            fields.list("sources", String.class))
        : null;
  }

  @Nullable PerformanceClaim performance() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "code" -> fields.put(name, entries.uniqueCode());
                  case "releases" -> fields.put(name, entries.releases());
                  case "when" -> fields.put(name, conditions.condition());
                  case "text" -> fields.put(name, reader.text());
                  case "comparedWith" -> fields.put(name, reader.constant(Vmm.values()));
                  case "factor" ->
                      fields.put(
                          name, reader.number(n -> n > 1, () -> "a whole number greater than 1"));
                  case "slower" -> fields.put(name, reader.bool());
                  case "circumstances" -> fields.put(name, reader.list(reader::text));
                  case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
                  case "sources" -> fields.put(name, entries.cited());
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
            .slower(fields.optional("slower", Boolean.class).orElse(false))
            .circumstances(fields.list("circumstances", String.class))
            .confidence(fields.get("confidence", Confidence.class))
            .sources(fields.list("sources", String.class))
            .build()
        : null;
  }

  @Nullable SettingsLocation guide() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "action" -> fields.put(name, entries.code());
                  case "releases" -> fields.put(name, entries.releases());
                  case "place", "button" -> fields.put(name, reader.text());
                  case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
                  case "sources" -> fields.put(name, entries.cited());
                  default -> false;
                });
    return read && fields.has("action", "place", "button", "confidence", "sources")
        ? new SettingsLocation(
            fields.get("action", String.class),
            fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL),
            fields.get("place", String.class),
            fields.get("button", String.class),
            fields.get("confidence", Confidence.class),
            fields.list("sources", String.class))
        : null;
  }

  @Nullable MacOsSupport macOsSupport() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "code" -> fields.put(name, entries.uniqueCode());
                  case "architecture" -> fields.put(name, reader.constant(Architecture.values()));
                  case "versions" -> fields.put(name, entries.releases());
                  case "text" -> fields.put(name, reader.text());
                  case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
                  case "sources" -> fields.put(name, entries.cited());
                  default -> false;
                });
    return read && fields.has("code", "architecture", "versions", "text", "confidence", "sources")
        ? new MacOsSupport(
            fields.get("code", String.class),
            fields.get("architecture", Architecture.class),
            fields.get("versions", VersionRange.class),
            fields.get("text", String.class),
            fields.get("confidence", Confidence.class),
            fields.list("sources", String.class))
        : null;
  }

  @Nullable Engine engine() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name -> name.equals("name") ? fields.put(name, reader.text()) : entry(fields, name));
    return read && fields.has("code", "name", "text", "confidence", "sources")
        ? new Engine(
            fields.get("code", String.class),
            fields.get("name", String.class),
            fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL),
            fields.get("text", String.class),
            fields.get("confidence", Confidence.class),
            fields.list("sources", String.class))
        : null;
  }

  @Nullable FileSharingProfile fileSharing() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "fileSharing" -> fields.put(name, reader.constant(FileSharing.values()));
                  case "text" -> fields.put(name, reader.text());
                  case "lifecycle" -> fields.put(name, reader.list(this::lifecycle));
                  case "sources" -> fields.put(name, entries.cited());
                  default -> false;
                });
    return read && fields.has("fileSharing", "text", "lifecycle", "sources")
        ? new FileSharingProfile(
            fields.get("fileSharing", FileSharing.class),
            fields.get("text", String.class),
            fields.list("lifecycle", Lifecycle.class),
            fields.list("sources", String.class))
        : null;
  }

  @Nullable Statement statement() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "subject" -> fields.put(name, entries.code());
                  case "macOsVersions" -> fields.put(name, entries.releases());
                  case "notice" -> fields.put(name, reader.bool());
                  default -> entry(fields, name);
                });
    return read && fields.has("code", "subject", "text", "confidence", "sources")
        ? new Statement(
            fields.get("code", String.class),
            fields.get("subject", String.class),
            fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL),
            fields.optional("macOsVersions", VersionRange.class).orElse(VersionRange.ALL),
            fields.optional("notice", Boolean.class).orElse(false),
            fields.get("text", String.class),
            fields.get("confidence", Confidence.class),
            fields.list("sources", String.class))
        : null;
  }

  @Nullable SourceConflict disagreement() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                name.equals("entries")
                    ? fields.put(name, reader.list(entries::code))
                    : entry(fields, name));
    return read && fields.has("code", "entries", "text", "confidence", "sources")
        ? new SourceConflict(
            fields.get("code", String.class),
            fields.list("entries", String.class),
            fields.optional("releases", VersionRange.class).orElse(VersionRange.ALL),
            fields.get("text", String.class),
            fields.get("confidence", Confidence.class),
            fields.list("sources", String.class))
        : null;
  }

  @Nullable Release release() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "version" -> fields.put(name, entries.version());
                  case "date" -> fields.put(name, entries.day());
                  default -> false;
                });
    return read && fields.has("version", "date")
        ? new Release(fields.get("version", Version.class), fields.get("date", LocalDate.class))
        : null;
  }

  /** Reads a field that all kinds of statements have; returns false if the name is unknown. */
  private boolean entry(Fields fields, String name) throws IOException {
    return switch (name) {
      case "code" -> fields.put(name, entries.uniqueCode());
      case "releases" -> fields.put(name, entries.releases());
      case "text" -> fields.put(name, reader.text());
      case "confidence" -> fields.put(name, reader.constant(Confidence.values()));
      case "sources" -> fields.put(name, entries.cited());
      default -> false;
    };
  }
}
