package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.internal.Escapes;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.InvisibleText;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Whatever the texts of a host, of the files of a Mac, of a layer and of an inventory hold, each
 * output can be parsed and has no character in it that is not seen, but for line feeds.
 */
class OutputFormatsProperties {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  private static final class NoMarkUp extends AbstractVisitor {
    @Override
    public void visit(HtmlInline node) {
      throw new AssertionError(node.getLiteral());
    }

    @Override
    public void visit(HtmlBlock node) {
      throw new AssertionError(node.getLiteral());
    }

    @Override
    public void visit(Link node) {
      throw new AssertionError(node.getDestination());
    }

    @Override
    public void visit(Image node) {
      throw new AssertionError(node.getDestination());
    }
  }

  private static void assertSeen(String output) {
    assertThat(output.codePoints().filter(c -> c != '\n' && Escapes.isEscaped(c)).toArray())
        .as(output)
        .isEmpty();
  }

  private static void assertMarkdown(String output) {
    assertSeen(output);
    Parser.builder().build().parse(output).accept(new NoMarkUp());
  }

  private static String host(String chip, String field, String place) {
    ObjectNode host = JACKSON.createObjectNode();
    host.put("x" + field, 1);
    host.put("chip", "x" + chip).put("architecture", "arm64").put("macOsVersion", "15.2");
    host.putObject("dockerDesktop")
        .put("version", "4.44.0")
        .put("vmm", "docker-vmm")
        .put("cpus", 4)
        .put("x" + place, 1);
    return host.toString();
  }

  @Property(tries = 40)
  void aHostDocument(
      @ForAll("texts") String chip, @ForAll("texts") String field, @ForAll("texts") String place)
      throws IOException {
    String host = host(chip, field, place);
    for (String command : List.of("recommend", "validate", "look-ahead", "diagnose", "explain")) {
      for (String format : List.of("text", "markdown", "json")) {
        String[] line =
            switch (command) {
              case "diagnose" -> new String[] {command, "--text", chip, "--format", format, "-"};
              case "explain" -> new String[] {command, "docker-vmm", "--format", format, "-"};
              case "look-ahead" ->
                  new String[] {command, "--to", "4.50.0", "--format", format, "-"};
              default -> new String[] {command, "--format", format, "-"};
            };
        Outcome outcome = Outcome.elsewhere(host, line);

        assertSeen(outcome.out());
        assertSeen(outcome.err());
        assertThat(outcome.out()).isNotEmpty();
        if (format.equals("markdown")) {
          assertMarkdown(outcome.out());
        } else if (format.equals("json")) {
          assertThat(JACKSON.readTree(outcome.out()).isObject()).isTrue();
        }
      }
    }
    Outcome lines =
        Outcome.elsewhere(host + "\n{\"" + "x\": 1", "recommend", "--format", "ndjson", "-");
    assertSeen(lines.out());
    assertSeen(lines.err());
    for (String line : lines.out().lines().toList()) {
      JACKSON.readTree(line);
    }
    Host read = VmmJson.readHost(host);
    assertThat(VmmJson.readHost(VmmJson.write(read))).isEqualTo(read);
    assertSeen(VmmJson.write(read));
  }

  @Property(tries = 40)
  void whatIsWrongWithADocument(@ForAll("texts") String text) {
    ObjectNode host = JACKSON.createObjectNode();
    host.put("architecture", text).put("macOsVersion", text);
    host.putObject("workload").putArray("traits").add(text);

    for (String[] line :
        new String[][] {
          {"recommend", "-"},
          {"recommend", "--format", "ndjson", "-"},
          {"recommend", "x" + text},
          {text},
          {"x" + text},
          {"recommend", "--format", text, "-"},
          {"look-ahead", "--to", text, "-"},
          {"explain", text},
          {"catalog", "check", "x" + text},
          {"catalog", "x" + text},
          {"diagnose", "--log", "x" + text},
          {"fleet", "--from", text, "-"},
          {"detect", "--root", "x" + text},
        }) {
      Outcome outcome = Outcome.elsewhere(host.toString(), line);

      assertSeen(outcome.out());
      assertSeen(outcome.err());
    }
  }

  @Property(tries = 40)
  void theFilesOfAMac(@ForAll("texts") String text) throws IOException {
    Path root = Files.createTempDirectory("seen");
    try {
      String name = fileName(text);
      Path settings =
          root.resolve("Users").resolve(name).resolve("Library/Group Containers/group.com.docker");
      Files.createDirectories(settings);
      Files.writeString(
          settings.resolve("settings-store.json"),
          "{\"SettingsVersion\": 43, \"UseLibkrun\": true, \"Cpus\": "
              + Escapes.lines(JACKSON.writeValueAsString("x" + text))
              + "}");
      Files.writeString(
          root.resolve("sysctl.txt"),
          "machdep.cpu.brand_string: Apple M3 " + wellFormed(text).replaceAll("\\R", " ") + "\n");

      for (String format : List.of("text", "markdown", "json")) {
        Outcome outcome =
            Outcome.elsewhere(
                "", "detect", "--root", root.toString(), "--explain", "--format", format);
        assertSeen(outcome.out());
        assertSeen(outcome.err());
        if (format.equals("markdown")) {
          assertMarkdown(outcome.out());
        } else if (format.equals("json")) {
          assertThat(JACKSON.readTree(outcome.out()).path("evidence").isEmpty()).isFalse();
        }
      }
      Outcome change =
          Outcome.elsewhere(
              "",
              ("apply --architecture arm64 --macos 15.2 --docker-desktop 4.50.0 --to"
                      + " apple-virtualization-framework --root "
                      + root)
                  .split(" "));
      assertSeen(change.out());
      assertSeen(change.err());
      assertThat(change.out().lines().filter(line -> line.startsWith("File: "))).hasSize(1);
    } finally {
      delete(root);
    }
  }

  @Property(tries = 30)
  void aLayer(@ForAll("texts") String text) throws IOException {
    String shown = JACKSON.writeValueAsString("x" + text + "x");
    String document =
        """
        {"id": "acme", "version": TEXT, "asOf": "2026-09-21",
         "sources": [{"id": "x:1", "kind": "issue", "document": TEXT, "read": "2026-09-20"}],
         "constraints": [{"code": "cpus", "vmms": ["docker-vmm"],
           "requires": {"fact": "dockerDesktop.cpus", "atLeast": 64},
           "text": TEXT, "confidence": "low", "sources": ["x:1"]}],
         "knownIssues": [{"code": "crash", "vmms": ["docker-vmm"], "fixedIn": "99.0.0",
           "fixConfirmed": false, "workaround": TEXT, "signatures": ["panic:"],
           "text": TEXT, "confidence": "low", "sources": ["x:1"]}],
         "statements": [{"code": "hint", "subject": "docker-vmm", "text": TEXT,
           "confidence": "low", "sources": ["x:1"]}],
         "waivers": [{"code": "qemu-deprecated", "reason": TEXT, "owner": TEXT,
           "expires": "2020-01-31"}],
         "forbidden": [{"vmm": "hyperkit", "reason": TEXT}]}
        """
            .replace("TEXT", shown);
    Catalog catalog =
        Catalogs.builtIn()
            .withLayer(
                Catalogs.readLayer(
                    new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))),
                LocalDate.of(2026, 9, 21));
    Host host = VmmJson.readHost(host("", "", ""));
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Advisor advisor = VmmAdvisor.builder().catalog(catalog).locale(locale).build();
      for (Answer answer :
          List.of(
              advisor.recommend(host),
              advisor.validate(host),
              advisor.explain(host, Vmm.DOCKER_VMM),
              advisor.explain(host, Vmm.HYPERKIT),
              advisor.diagnose(host, "panic:" + text))) {
        assertSeen(answer.text());
        assertMarkdown(answer.markdown());
        assertSeen(VmmJson.write(answer));
      }
    }
  }

  @Property(tries = 40)
  void aFleet(@ForAll("texts") String name, @ForAll("texts") String chip) throws IOException {
    Path folder = Files.createTempDirectory("seen");
    try {
      Path inventory = folder.resolve("inventory.csv");
      Path table = folder.resolve("table.csv");
      Path page = folder.resolve("page.html");
      Path rejected = folder.resolve("rejected.ndjson");
      Files.writeString(
          inventory,
          "host,cpu_brand,os_version\n"
              + quoted("x" + name)
              + ",Apple M1 "
              + quotedRest(chip)
              + ",15.2\n");
      for (String format : List.of("text", "markdown", "json")) {
        Outcome outcome =
            Outcome.elsewhere(
                "",
                "fleet",
                inventory.toString(),
                "--from",
                "csv",
                "--csv",
                table.toString(),
                "--report",
                page.toString(),
                "--rejected",
                rejected.toString(),
                "--format",
                format);
        assertSeen(outcome.out());
        assertSeen(outcome.err());
        if (format.equals("json")) {
          JsonNode report = JACKSON.readTree(outcome.out());
          assertThat(report.isObject()).isTrue();
        } else if (format.equals("markdown")) {
          assertMarkdown(outcome.out());
        }
        assertSeen(Files.readString(table).replace("\r\n", "\n"));
        Document html = Jsoup.parse(Files.readString(page));
        assertSeen(Files.readString(page));
        assertThat(html.select("script")).hasSize(1);
        if (Files.exists(rejected)) {
          assertSeen(Files.readString(rejected));
        }
        Files.deleteIfExists(table);
        Files.deleteIfExists(page);
        Files.deleteIfExists(rejected);
      }
    } finally {
      delete(folder);
    }
  }

  @Example
  void aLoneSurrogateEndsNoFleet() throws IOException {
    Path folder = Files.createTempDirectory("seen");
    try {
      Path fleet = folder.resolve("fleet.ndjson");
      Path rejected = folder.resolve("rejected.ndjson");
      Files.writeString(
          fleet, "{\"architecture\":\"\\ud800\"}\n{\"chip\":\"\\udc00\"}\n{\"chip\": \"\\ud800");

      Outcome outcome =
          Outcome.elsewhere("", "fleet", fleet.toString(), "--rejected", rejected.toString());

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(Files.readString(rejected)).contains("\\ud800").hasLineCount(2);
    } finally {
      delete(folder);
    }
  }

  private static String quoted(String text) {
    return '"' + wellFormed(text).replace("\"", "\"\"") + '"';
  }

  private static String quotedRest(String text) {
    return wellFormed(text).replaceAll("[\",\r\n]", "");
  }

  /** A name that the file system takes; of ASCII alone where it has no other. */
  private static String fileName(String text) {
    String name = "x" + wellFormed(text).replaceAll("[/\u0000\uFFFD]", "");
    boolean all =
        Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"))
            .newEncoder()
            .canEncode(name);
    return all ? name : name.replaceAll("[^\\x01-\\x7F]", "");
  }

  /** What can be encoded; halves of surrogate pairs are in documents, as escape sequences. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString),
            Arbitraries.of(InvisibleText.PARTS),
            Arbitraries.of(
                "\n",
                "\t",
                "<script>",
                "<b>",
                "](http://a.b)",
                "[a]",
                "`",
                "|",
                "=1",
                ";=1",
                "\"",
                "字",
                "😀",
                "&",
                "# "))
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }
}
