package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ForbiddenVmm;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.SeverityChange;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Waiver;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Layer documents. Unknown fields are problems. */
final class LayerReader {

  private final DocumentReader reader;
  private final Entries entries;
  private final KnowledgeReader knowledge;
  private final ConditionReader conditions;

  private LayerReader(KnowledgeReader knowledge) {
    this.reader = knowledge.reader();
    this.entries = knowledge.entries();
    this.knowledge = knowledge;
    this.conditions = new ConditionReader(reader);
  }

  static Layer read(DocumentReader.Input input) throws IOException {
    return KnowledgeReader.read(input, knowledge -> new LayerReader(knowledge)::layer);
  }

  private @Nullable Layer layer() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "overrides" -> fields.put(name, reader.list(entries::code));
                  case "waivers" -> fields.put(name, reader.list(this::waiver));
                  case "forbidden" -> fields.put(name, reader.list(this::forbidden));
                  case "severities" -> fields.put(name, reader.list(this::severity));
                  default -> knowledge.part(fields, name);
                });
    if (!read || !fields.has("id", "version") || !reader.isFine()) {
      return null;
    }
    return Layer.builder()
        .id(fields.get("id", String.class))
        .version(fields.get("version", String.class))
        .asOf(fields.optional("asOf", LocalDate.class))
        .overrides(fields.list("overrides", String.class))
        .words(KnowledgeReader.words(fields))
        .sources(fields.list("sources", Source.class))
        .vmms(fields.list("vmms", VmmProfile.class))
        .releases(fields.list("releases", Release.class))
        .statements(fields.list("statements", Statement.class))
        .messages(fields.list("messages", LogMessage.class))
        .waivers(fields.list("waivers", Waiver.class))
        .forbidden(fields.list("forbidden", ForbiddenVmm.class))
        .severities(fields.list("severities", SeverityChange.class))
        .rules(RuleReader.all(fields))
        .build();
  }

  private @Nullable Waiver waiver() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "code" -> fields.put(name, entries.code());
                  case "reason", "owner" -> fields.put(name, reader.text());
                  case "expires" -> fields.put(name, entries.day());
                  default -> false;
                });
    return read && fields.has("code", "reason", "owner", "expires")
        ? new Waiver(
            fields.get("code", String.class),
            fields.get("reason", String.class),
            fields.get("owner", String.class),
            fields.get("expires", LocalDate.class))
        : null;
  }

  private @Nullable ForbiddenVmm forbidden() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "vmm" -> fields.put(name, reader.constant(Vmm.values()));
                  case "phases" ->
                      fields.put(name, reader.list(() -> reader.constant(Phase.values())));
                  case "when" -> fields.put(name, conditions.condition());
                  case "forbiddenIfUnknown" -> fields.put(name, reader.bool());
                  case "reason" -> fields.put(name, reader.text());
                  default -> false;
                });
    if (!read || !fields.has("reason")) {
      return null;
    }
    Optional<Vmm> vmm = fields.optional("vmm", Vmm.class);
    List<Phase> phases = fields.list("phases", Phase.class);
    if (vmm.isEmpty() && phases.isEmpty()) {
      reader.missing("vmm", "a VMM, or a field \"phases\" instead");
      return null;
    }
    return new ForbiddenVmm(
        vmm,
        phases,
        fields.optional("when", Condition.class),
        fields.optional("forbiddenIfUnknown", Boolean.class),
        fields.get("reason", String.class));
  }

  private @Nullable SeverityChange severity() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "code" -> fields.put(name, entries.code());
                  case "severity" -> fields.put(name, reader.constant(Severity.values()));
                  case "reason" -> fields.put(name, reader.text());
                  default -> false;
                });
    return read && fields.has("code", "severity", "reason")
        ? new SeverityChange(
            fields.get("code", String.class),
            fields.get("severity", Severity.class),
            fields.get("reason", String.class))
        : null;
  }
}
