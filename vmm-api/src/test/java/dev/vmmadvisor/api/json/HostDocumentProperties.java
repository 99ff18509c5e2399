package dev.vmmadvisor.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Versions;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.internal.Escapes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HostDocumentProperties {

  private static final JsonMapper PLAIN_JACKSON =
      JsonMapper.builder().addModule(new Jdk8Module()).build();

  @Property
  void hostSurvivesItsDocument(@ForAll("hosts") Host host) {
    Host read = VmmJson.readHost(VmmJson.write(host));

    assertThat(read).isEqualTo(host);
    assertThat(read).hasSameHashCodeAs(host);
    assertThat(read.notices()).isEmpty();
  }

  @Property
  void hostSurvivesItsLine(@ForAll("hosts") Host host) {
    String line = VmmJson.writeLine(host);

    assertThat(VmmJson.readHost(line)).isEqualTo(host);
    assertThat(line).doesNotContain("\n", "\r");
  }

  @Property
  void documentIsTheSameAfterReading(@ForAll("hosts") Host host) {
    String document = VmmJson.write(host);

    assertThat(VmmJson.write(VmmJson.readHost(document))).isEqualTo(document);
  }

  @Property
  void textAndStreamAreReadAlike(@ForAll("hosts") Host host) throws IOException {
    byte[] bytes = VmmJson.write(host).getBytes(StandardCharsets.UTF_8);

    assertThat(VmmJson.readHost(new ByteArrayInputStream(bytes))).isEqualTo(host);
  }

  @Property
  void sameFactsGiveTheSameCharacters(@ForAll("hosts") Host host) {
    Host same = Host.builder().from(host).build();

    assertThat(VmmJson.write(same)).isEqualTo(VmmJson.write(host));
    assertThat(VmmJson.writeLine(same)).isEqualTo(VmmJson.writeLine(host));
  }

  @Property
  void plainJacksonWritesTheSameTree(@ForAll("hosts") Host host) throws JsonProcessingException {
    assertThat(PLAIN_JACKSON.<JsonNode>valueToTree(host))
        .isEqualTo(PLAIN_JACKSON.readTree(VmmJson.write(host)));
    assertThat(Escapes.lines(PLAIN_JACKSON.writeValueAsString(host)))
        .isEqualTo(VmmJson.writeLine(host));
  }

  @Property
  void plainJacksonReadsAnEqualHost(@ForAll("hosts") Host host) throws JsonProcessingException {
    assertThat(PLAIN_JACKSON.readValue(VmmJson.write(host), Host.class)).isEqualTo(host);
  }

  @Property
  void textWithEditsIsAHostOrADocumentException(
      @ForAll("hosts") Host host,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 100_000) Integer> places,
      @ForAll("pieces") String piece)
      throws IOException {
    StringBuilder edited = new StringBuilder(VmmJson.write(host));
    for (int place : places) {
      int at = place % (edited.length() + 1);
      edited.replace(at, Math.min(edited.length(), at + place % 3), piece);
    }

    assertHostOrProblems(() -> VmmJson.readHost(edited.toString()));
  }

  @Property
  void bytesWithEditsAreAHostOrADocumentException(
      @ForAll("hosts") Host host,
      @ForAll("charsets") String charset,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 100_000) Integer> places,
      @ForAll byte value)
      throws IOException {
    byte[] bytes = VmmJson.writeLine(host).getBytes(Charset.forName(charset));
    for (int place : places) {
      bytes[place % Math.min(bytes.length, 1 + place % 64)] = value;
    }

    assertHostOrProblems(() -> VmmJson.readHost(new ByteArrayInputStream(bytes)));
  }

  @Property
  void anyBytesAreAHostOrADocumentException(@ForAll @Size(max = 12) byte[] bytes)
      throws IOException {
    assertHostOrProblems(() -> VmmJson.readHost(new ByteArrayInputStream(bytes)));
  }

  @Property
  void truncatedDocumentIsADocumentException(
      @ForAll("hosts") Host host, @ForAll @IntRange(min = 0, max = 100_000) int length) {
    String line = VmmJson.writeLine(host);
    String start = line.substring(0, length % line.length());

    assertThat(catchThrowable(() -> VmmJson.readHost(start))).isInstanceOf(DocumentException.class);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
        "",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "\\u0000",
        "\uFEFF",
        "\u2028",
        "\uD83D",
        "a",
        "\"chip\":",
        "\\",
        "99999999999",
        "/*",
        "\n",
        "\u0000");
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "UTF-32LE");
  }

  @Provide
  Arbitrary<Host> hosts() {
    return Builders.withBuilder(Host::builder)
        .use(perhaps(words()))
        .in(Host.Builder::operatingSystem)
        .use(perhaps(Arbitraries.of(Architecture.class)))
        .in(Host.Builder::architecture)
        .use(perhaps(chips()))
        .in(Host.Builder::chip)
        .use(perhaps(Versions.any()))
        .in(Host.Builder::macOsVersion)
        .use(perhaps(Arbitraries.integers().between(1, 16777216)))
        .in(Host.Builder::memoryMiB)
        .use(perhaps(Arbitraries.of(true, false)))
        .in(Host.Builder::rosettaInstalled)
        .use(perhaps(Arbitraries.of(true, false)))
        .in(Host.Builder::virtualMachine)
        .use(dockerDesktops())
        .in(Host.Builder::dockerDesktop)
        .use(workloads())
        .in(Host.Builder::workload)
        .build(Host.Builder::build);
  }

  private static Arbitrary<DockerDesktop> dockerDesktops() {
    return Builders.withBuilder(DockerDesktop::builder)
        .use(perhaps(Versions.any()))
        .in(DockerDesktop.Builder::version)
        .use(perhaps(Arbitraries.of(Vmm.class)))
        .in(DockerDesktop.Builder::vmm)
        .use(perhaps(Arbitraries.integers().between(1, 16777216)))
        .in(DockerDesktop.Builder::memoryMiB)
        .use(perhaps(Arbitraries.integers().between(1, 4096)))
        .in(DockerDesktop.Builder::cpus)
        .use(perhaps(Arbitraries.of(FileSharing.class)))
        .in(DockerDesktop.Builder::fileSharing)
        .use(perhaps(Arbitraries.of(true, false)))
        .in(DockerDesktop.Builder::rosettaEnabled)
        .use(perhaps(Arbitraries.of("vmm", "fileSharing", "a.B1").list().ofMaxSize(3)))
        .in(DockerDesktop.Builder::lockedSettings)
        .build(DockerDesktop.Builder::build);
  }

  private static Arbitrary<Workload> workloads() {
    Arbitrary<Database> databases =
        Combinators.combine(words(), perhaps(Arbitraries.of(Storage.class)))
            .as((engine, storage) -> Database.builder().engine(engine).storage(storage).build());
    return Builders.withBuilder(Workload::builder)
        .use(perhaps(Arbitraries.of("arm64", "amd64", "arm/v7").list().ofMaxSize(3)))
        .in(Workload.Builder::imageArchitectures)
        .use(perhaps(databases.list().ofMaxSize(3)))
        .in(Workload.Builder::databases)
        .use(perhaps(words().list().ofMaxSize(3)))
        .in(Workload.Builder::mounts)
        .use(perhaps(words().list().ofMaxSize(3)))
        .in(Workload.Builder::traits)
        .build(Workload.Builder::build);
  }

  private static Arbitrary<String> chips() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(text -> !text.isBlank())
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("-", parts));
  }

  private static <T> Arbitrary<Optional<T>> perhaps(Arbitrary<T> fact) {
    return fact.optional(0.6);
  }

  private static void assertHostOrProblems(Reading reading) throws IOException {
    try {
      Host host = reading.read();
      assertThat(VmmJson.readHost(VmmJson.write(host))).isEqualTo(host);
    } catch (DocumentException e) {
      assertThat(e.problems()).isNotEmpty();
      assertThat(String.valueOf(e.getMessage()).lines()).hasSameSizeAs(e.problems());
    }
  }

  @FunctionalInterface
  private interface Reading {
    Host read() throws IOException;
  }
}
