package dev.vmmadvisor.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.host.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** What is read straight from bytes, held against what the reader of every document says of it. */
class PlainReaderProperties {

  private static final Pattern PLAIN = Pattern.compile("[ !-~&&[^?\\\\]]*");

  private final HostDocumentProperties documents = new HostDocumentProperties();

  @Property
  void hostsAreReadStraightFromTheirBytes(@ForAll("hosts") Host host) throws IOException {
    boolean plain = PLAIN.matcher(host.chip().orElse("")).matches();

    for (String document : List.of(VmmJson.write(host), VmmJson.writeLine(host))) {
      Host read = plain(document);
      if (plain) {
        assertThat(read).isEqualTo(host);
      } else {
        assertThat(read).isNull();
      }
    }
  }

  @Property(tries = 5000)
  void saysOfAnEditedDocumentWhatTheOtherSaysOrNothing(
      @ForAll("hosts") Host host,
      @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 100_000) Integer> places,
      @ForAll("pieces") String piece)
      throws IOException {
    StringBuilder edited = new StringBuilder(VmmJson.writeLine(host));
    for (int place : places) {
      int at = place % (edited.length() + 1);
      edited.replace(at, Math.min(edited.length(), at + place % 3), piece);
    }

    assertSaysWhatTheOtherSays(edited.toString());
  }

  @Property(tries = 5000)
  void saysOfShuffledDocumentsWhatTheOtherSaysOrNothing(
      @ForAll @Size(max = 12) List<@From("tokens") String> tokens) throws IOException {
    assertSaysWhatTheOtherSays("{" + String.join("", tokens) + "}");
  }

  private static void assertSaysWhatTheOtherSays(String document) throws IOException {
    Host plain = plain(document);
    Statistics.collect(plain == null ? "not plain" : "plain");
    Statistics.coverage(coverage -> coverage.check("plain").percentage(share -> share > 5));
    if (plain != null) {
      Host other = HostReader.any(factory -> factory.createParser(document));
      assertThat(plain).isEqualTo(other);
      assertThat(plain.notices()).isEqualTo(other.notices());
    }
  }

  private static @Nullable Host plain(String document) throws IOException {
    return HostReader.plain(document.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<Host> hosts() {
    return documents.hosts();
  }

  @Provide
  Arbitrary<String> pieces() {
    return documents.pieces();
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(
        "\"chip\":\"M1\"",
        "\"memoryMiB\":8",
        "\"memoryMiB\":08",
        "\"memoryMiB\":1.5",
        "\"memoryMiB\":16777217",
        "\"rosettaInstalled\":true",
        "\"virtualMachine\":null",
        "\"architecture\":\"arm64\"",
        "\"macOsVersion\":\"15.2\"",
        "\"dockerDesktop\":{",
        "\"vmm\":\"qemu\"",
        "\"vmm\" : null",
        "\"cpus\":2",
        "\"lockedSettings\":[\"vmm\"]",
        "\"workload\":{",
        "\"traits\":[]",
        "\"mounts\":[\"home\",\"home\"]",
        "\"imageArchitectures\":[null]",
        "\"databases\":[{\"engine\":\"mongodb\"}]",
        "\"databases\":[{\"storage\":\"bind-mount\"}]",
        "\"databases\":[{\"engine\":\"mysql\",\"x\":1}]",
        "\"hostname\":\"a-1\"",
        "\"serial\":12",
        "\"hostname\":false",
        "\"tags\":[1]",
        "}",
        "}",
        ",",
        ",",
        ",",
        ",",
        " ",
        "\n");
  }
}
