package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Disagreement;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.Guide;
import dev.vmmadvisor.api.catalog.MacOsSupport;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Catalog documents. Everything that does not belong there is a problem. */
final class CatalogReader {

  private final DocumentReader reader;
  private final Entries entries;
  private final ProfileReader profiles;
  private final RuleReader rules;

  private CatalogReader(DocumentReader reader) {
    this.reader = reader;
    this.entries = new Entries(reader);
    this.profiles = new ProfileReader(reader, entries);
    this.rules = new RuleReader(reader, entries);
  }

  static Catalog read(DocumentReader.Input input) throws IOException {
    return DocumentReader.read(
        input,
        (reader, path) -> reader.problem(path, "this field is not known"),
        reader -> new CatalogReader(reader)::catalog);
  }

  private @Nullable Catalog catalog() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "id" -> fields.put(name, entries.code());
                  case "version" -> fields.put(name, reader.text());
                  case "asOf" -> fields.put(name, entries.day());
                  case "oldestRelease", "newestRelease" -> fields.put(name, entries.version());
                  case "words" -> fields.put(name, entries.words());
                  case "sources" -> fields.put(name, reader.list(entries::source));
                  case "vmms" -> fields.put(name, reader.list(profiles::profile));
                  case "fileSharing" -> fields.put(name, reader.list(profiles::fileSharing));
                  case "releases" -> fields.put(name, reader.list(profiles::release));
                  case "statements" -> fields.put(name, reader.list(profiles::statement));
                  case "disagreements" -> fields.put(name, reader.list(profiles::disagreement));
                  case "guides" -> fields.put(name, reader.list(profiles::guide));
                  case "macOsSupport" -> fields.put(name, reader.list(profiles::macOsSupport));
                  default -> rules.rules(fields, name);
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
        .asOf(fields.get("asOf", String.class))
        .oldestRelease(fields.get("oldestRelease", Version.class))
        .newestRelease(fields.get("newestRelease", Version.class))
        .words(
            fields.optional("words", Entries.Words.class).map(it -> it.byFact()).orElse(Map.of()))
        .sources(sources)
        .vmms(fields.list("vmms", VmmProfile.class))
        .fileSharing(fields.list("fileSharing", FileSharingProfile.class))
        .releases(fields.list("releases", Release.class))
        .statements(fields.list("statements", Statement.class))
        .disagreements(fields.list("disagreements", Disagreement.class))
        .macOsSupport(fields.list("macOsSupport", MacOsSupport.class))
        .guides(fields.list("guides", Guide.class))
        .rules(RuleReader.all(fields))
        .build();
  }
}
