package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.host.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the fields that Catalog and Layer documents share. Unknown fields are problems.
 *
 * @param reader reads the document
 * @param entries reads the common parts of entries
 * @param profiles reads the entries about VMMs and releases
 * @param rules reads the rules
 */
record KnowledgeReader(
    DocumentReader reader, Entries entries, ProfileReader profiles, RuleReader rules) {

  private static KnowledgeReader of(DocumentReader reader) {
    Entries entries = new Entries(reader);
    return new KnowledgeReader(
        reader, entries, new ProfileReader(reader, entries), new RuleReader(reader, entries));
  }

  /** Reads a document with the given reader of its root. */
  static <T> T read(
      DocumentReader.Input input, Function<KnowledgeReader, DocumentReader.Value<T>> root)
      throws IOException {
    return DocumentReader.read(
        input,
        (reader, path) -> reader.problem(path, "this field is not known"),
        reader -> root.apply(of(reader)));
  }

  /** Reads a field that both kinds of documents have; returns false if the name is unknown. */
  boolean part(Fields fields, String name) throws IOException {
    return switch (name) {
      case "id" -> fields.put(name, entries.code());
      case "version" -> fields.put(name, reader.text());
      case "asOf" -> fields.put(name, entries.day());
      case "words" -> fields.put(name, entries.words());
      case "sources" -> fields.put(name, reader.list(entries::source));
      case "vmms" -> fields.put(name, reader.list(profiles::profile));
      case "releases" -> fields.put(name, reader.list(profiles::release));
      case "messages" -> fields.put(name, reader.list(rules::message));
      case "statements" -> fields.put(name, reader.list(profiles::statement));
      default -> rules.rules(fields, name);
    };
  }

  /** Returns the words that {@link #part} has read. */
  static Map<Fact, List<String>> words(Fields fields) {
    return fields
        .optional("words", Entries.Words.class)
        .map(Entries.Words::byFact)
        .orElse(Map.of());
  }
}
