package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.internal.Quotes;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks the parts that entries of Catalog and Layer documents have in common. */
final class Entries {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  private static final Pattern URL = Pattern.compile("https?://[!-~]++");
  private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final DocumentReader reader;
  private final Set<String> codes = new HashSet<>();
  private final List<Citation> citations = new ArrayList<>();

  Entries(DocumentReader reader) {
    this.reader = reader;
  }

  /** Returns an empty container for the fields of the current object. */
  Fields fields() {
    return new Fields(reader);
  }

  @Nullable String code() throws IOException {
    return reader.text(text -> CODE.matcher(text).matches(), () -> "a lower-case, hyphenated word");
  }

  @Nullable String uniqueCode() throws IOException {
    String code = code();
    if (code != null && !codes.add(code)) {
      reader.problem("\"" + code + "\" is the code of another entry");
    }
    return code;
  }

  @Nullable LocalDate day() throws IOException {
    return reader.parsed(Entries::day, () -> "a day of the calendar, such as \"2026-09-21\"");
  }

  private static LocalDate day(String text) {
    if (!DAY.matcher(text).matches()) { // LocalDate also accepts longer years
      throw new IllegalArgumentException(text);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Nullable String url() throws IOException {
    return reader.text(
        text -> URL.matcher(text).matches(), () -> "an address that begins with \"https://\"");
  }

  @Nullable String cve() throws IOException {
    return reader.text(
        text -> CVE.matcher(text).matches(), () -> "an id such as \"CVE-2025-9074\"");
  }

  @Nullable Version version() throws IOException {
    return reader.version();
  }

  @Nullable VersionRange releases() throws IOException {
    return reader.parsed(
        VersionRange::parse, () -> "a range that is not empty, such as \"[4.35.0,4.86.0)\"");
  }

  @Nullable List<Vmm> vmms() throws IOException {
    List<Vmm> vmms = reader.list(() -> reader.constant(Vmm.values()));
    if (vmms != null && vmms.isEmpty() && !reader.hasProblemAt(reader.path())) {
      reader.problem("at least one VMM has to be named");
    }
    return vmms;
  }

  @Nullable List<String> cited() throws IOException {
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

  @Nullable Source source() throws IOException {
    Fields fields = fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "id", "document", "section" -> fields.put(name, reader.text());
                  case "kind" -> fields.put(name, reader.constant(SourceKind.values()));
                  case "url" -> fields.put(name, url());
                  case "read" -> fields.put(name, day());
                  default -> false;
                });
    return read && fields.has("id", "kind", "document", "read")
        ? new Source(
            fields.get("id", String.class),
            fields.get("kind", SourceKind.class),
            fields.get("document", String.class),
            fields.find("section") instanceof String section ? section : "",
            fields.get("read", LocalDate.class),
            fields.optional("url", String.class))
        : null;
  }

  @Nullable Words words() throws IOException {
    Map<Fact, List<String>> words = new LinkedHashMap<>();
    reader.object(
        name -> {
          for (Fact fact : Fact.values()) {
            if (fact.path().equals(name)) {
              List<String> known = reader.list(() -> reader.text(fact));
              words.put(fact, known == null ? List.of() : known);
              return true;
            }
          }
          return false;
        });
    return new Words(words);
  }

  /**
   * Reports duplicate sources and every citation of an unknown source.
   *
   * @param sources the sources of the document
   */
  void checkCitations(List<Source> sources) {
    Set<String> ids = new HashSet<>();
    for (Source source : sources) {
      if (!ids.add(source.id())) {
        reader.problem("$.sources", Quotes.quoted(source.id()) + " is duplicated");
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

  private record Citation(String path, int line, String id) {}

  record Words(Map<Fact, List<String>> byFact) {}
}
