package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.MacOsSupport;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.SourceConflict;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Catalog documents. Unknown fields are problems. */
final class CatalogReader {

  private final DocumentReader reader;
  private final Entries entries;
  private final KnowledgeReader knowledge;

  private CatalogReader(KnowledgeReader knowledge) {
    this.reader = knowledge.reader();
    this.entries = knowledge.entries();
    this.knowledge = knowledge;
  }

  static Catalog read(DocumentReader.Input input) throws IOException {
    return KnowledgeReader.read(input, knowledge -> new CatalogReader(knowledge)::catalog);
  }

  private @Nullable Catalog catalog() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "oldestRelease", "newestRelease" -> fields.put(name, entries.version());
                  case "fileSharing" ->
                      fields.put(name, reader.list(knowledge.profiles()::fileSharing));
                  case "disagreements" ->
                      fields.put(name, reader.list(knowledge.profiles()::disagreement));
                  case "macOsSupport" ->
                      fields.put(name, reader.list(knowledge.profiles()::macOsSupport));
                  case "genericFragments" -> fields.put(name, reader.list(reader::text));
                  case "guides" -> fields.put(name, reader.list(knowledge.profiles()::guide));
                  default -> knowledge.part(fields, name);
                });
    boolean complete =
        read
            && fields.has(
                "id", "version", "asOf", "oldestRelease", "newestRelease", "sources", "vmms");
    List<Source> sources = fields.list("sources", Source.class);
    if (!reader.hasProblemAt("$.sources")) {
      entries.checkCitations(sources);
    }
    if (!complete || !reader.isFine()) {
      return null;
    }
    return Catalog.builder()
        .id(fields.get("id", String.class))
        .version(fields.get("version", String.class))
        .asOf(fields.get("asOf", LocalDate.class))
        .oldestRelease(fields.get("oldestRelease", Version.class))
        .newestRelease(fields.get("newestRelease", Version.class))
        .words(KnowledgeReader.words(fields))
        .sources(sources)
        .vmms(fields.list("vmms", VmmProfile.class))
        .fileSharing(fields.list("fileSharing", FileSharingProfile.class))
        .releases(fields.list("releases", Release.class))
        .statements(fields.list("statements", Statement.class))
        .disagreements(fields.list("disagreements", SourceConflict.class))
        .macOsSupport(fields.list("macOsSupport", MacOsSupport.class))
        .guides(fields.list("guides", SettingsLocation.class))
        .messages(fields.list("messages", LogMessage.class))
        .genericFragments(fields.list("genericFragments", String.class))
        .rules(RuleReader.all(fields))
        .build();
  }
}
