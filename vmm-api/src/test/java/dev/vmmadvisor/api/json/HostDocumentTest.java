package dev.vmmadvisor.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostDocumentTest {

  private static final String DOCUMENT =
      """
      {
        "operatingSystem" : "macos",
        "architecture" : "arm64",
        "chip" : "Apple M3 Pro",
        "macOsVersion" : "15.2",
        "memoryMiB" : 18432,
        "rosettaInstalled" : true,
        "virtualMachine" : false,
        "dockerDesktop" : {
          "version" : "4.44.0",
          "vmm" : "apple-virtualization-framework",
          "memoryMiB" : 8192,
          "cpus" : 8,
          "fileSharing" : "virtiofs",
          "rosettaEnabled" : true,
          "lockedSettings" : [
            "fileSharing",
            "rosettaEnabled"
          ]
        },
        "workload" : {
          "imageArchitectures" : [
            "arm64",
            "amd64"
          ],
          "databases" : [
            {
              "engine" : "mongodb",
              "storage" : "bind-mount"
            },
            {
              "engine" : "redis"
            }
          ],
          "mounts" : [
            "home",
            "external-disk"
          ],
          "traits" : [ ]
        }
      }\
      """;

  private static final Host HOST =
      Host.builder()
          .operatingSystem("macos")
          .architecture(Architecture.ARM64)
          .chip("Apple M3 Pro")
          .macOsVersion(Version.parse("15.2"))
          .memoryMiB(18432)
          .rosettaInstalled(true)
          .virtualMachine(false)
          .dockerDesktop(
              DockerDesktop.builder()
                  .version(Version.parse("4.44.0"))
                  .vmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
                  .memoryMiB(8192)
                  .cpus(8)
                  .fileSharing(FileSharing.VIRTIOFS)
                  .rosettaEnabled(true)
                  .lockedSettings(List.of("fileSharing", "rosettaEnabled"))
                  .build())
          .workload(
              Workload.builder()
                  .imageArchitectures(List.of("arm64", "amd64"))
                  .databases(
                      List.of(
                          Database.of("mongodb", Storage.BIND_MOUNT),
                          Database.builder().engine("redis").build()))
                  .mounts(List.of("home", "external-disk"))
                  .traits(List.of())
                  .build())
          .build();

  @Test
  void everyFactIsRead() {
    assertThat(VmmJson.readHost(DOCUMENT)).isEqualTo(HOST);
    assertThat(VmmJson.readHost(DOCUMENT).notices()).isEmpty();
  }

  @Test
  void everyFactIsWrittenInTheDocumentedOrder() {
    assertThat(VmmJson.write(HOST)).isEqualTo(DOCUMENT);
  }

  @Test
  void lineHasNoSpaceBetweenItsTokens() {
    assertThat(
            VmmJson.writeLine(
                Host.builder()
                    .dockerDesktop(DockerDesktop.builder().cpus(8).build())
                    .workload(Workload.builder().mounts(List.of("home", "a")).build())
                    .build()))
        .isEqualTo("{\"dockerDesktop\":{\"cpus\":8},\"workload\":{\"mounts\":[\"home\",\"a\"]}}");
  }

  @Test
  void unknownFactsAreNotWritten() {
    assertThat(VmmJson.writeLine(Host.builder().build())).isEqualTo("{}");
  }

  @Test
  void noticesAreNotWritten() {
    Host host = Host.builder().addNotices(new Notice("a", "$.b", "c")).build();

    assertThat(VmmJson.writeLine(host)).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " { } ",
        "{\"chip\":null}",
        "{\"dockerDesktop\":null,\"workload\":null}",
        "{\"dockerDesktop\":{},\"workload\":{}}",
        "{\"dockerDesktop\":{\"vmm\":null,\"version\":null,\"lockedSettings\":null}}",
        "{\"workload\":{\"databases\":null,\"traits\":null}}",
      })
  void nullAndEmptyObjectsAreUnknown(String json) {
    assertThat(VmmJson.readHost(json)).isEqualTo(Host.builder().build());
    assertThat(VmmJson.readHost(json).notices()).isEmpty();
  }

  @Test
  void emptyListIsKnownToBeNone() {
    assertThat(VmmJson.readHost("{\"workload\":{\"databases\":[]}}").workload())
        .isEqualTo(Workload.builder().databases(List.of()).build());
  }

  @Test
  void nullStorageIsUnknown() {
    assertThat(
            VmmJson.readHost(
                    "{\"workload\":{\"databases\":[{\"storage\":null,\"engine\":\"mysql\"}]}}")
                .workload()
                .databases())
        .hasValue(List.of(Database.builder().engine("mysql").build()));
  }

  @Test
  void fieldsThatAreNotKnownBecomeNoticesInOrder() {
    Host host =
        VmmJson.readHost(
            """
            {"flavour": "x", "chip": "Apple M1", "dockerDesktop": {"Vmm": [1, {"a": {}}], "cpus": 2},
             "workload": {"databases": [{"engine": "mysql", "a b": 1}], "x.y": null}}
            """);

    assertThat(host)
        .isEqualTo(
            Host.builder()
                .chip("Apple M1")
                .dockerDesktop(DockerDesktop.builder().cpus(2).build())
                .workload(
                    Workload.builder()
                        .databases(List.of(Database.builder().engine("mysql").build()))
                        .build())
                .build());
    assertThat(host.notices())
        .containsExactly(
            unknownField("$.flavour"),
            unknownField("$.dockerDesktop.Vmm"),
            unknownField("$.workload.databases[0][\"a b\"]"),
            unknownField("$.workload[\"x.y\"]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"operatingSystem\":5}|$.operatingSystem|5 is not accepted; accepted: a lower-case,"
            + " hyphenated word such as \"macos\"",
        "{\"operatingSystem\":\"macOS\"}|$.operatingSystem|\"macOS\" is not accepted; accepted: a"
            + " lower-case, hyphenated word such as \"macos\"",
        "{\"architecture\":\"aarch64\"}|$.architecture|\"aarch64\" is not accepted; accepted:"
            + " \"arm64\", \"x86_64\"",
        "{\"architecture\":\"ARM64\"}|$.architecture|\"ARM64\" is not accepted; accepted:"
            + " \"arm64\", \"x86_64\"",
        "{\"architecture\":true}|$.architecture|true is not accepted; accepted: \"arm64\","
            + " \"x86_64\"",
        "{\"chip\":\" \"}|$.chip|\" \" is not accepted; accepted: a name such as \"Apple M3 Pro\"",
        "{\"chip\":{}}|$.chip|an object is not accepted; accepted: a name such as \"Apple M3"
            + " Pro\"",
        "{\"memoryMiB\":0}|$.memoryMiB|0 is not accepted; accepted: a whole number of MiB from 1 to"
            + " 16777216",
        "{\"memoryMiB\":-1}|$.memoryMiB|-1 is not accepted; accepted: a whole number of MiB from 1"
            + " to 16777216",
        "{\"memoryMiB\":16777217}|$.memoryMiB|16777217 is not accepted; accepted: a whole number of"
            + " MiB from 1 to 16777216",
        "{\"memoryMiB\":4294967297}|$.memoryMiB|4294967297 is not accepted; accepted: a whole"
            + " number of MiB from 1 to 16777216",
        "{\"memoryMiB\":99999999999999999999}|$.memoryMiB|99999999999999999999 is not accepted;"
            + " accepted: a whole number of MiB from 1 to 16777216",
        "{\"memoryMiB\":8192.0}|$.memoryMiB|8192.0 is not accepted; accepted: a whole number of MiB"
            + " from 1 to 16777216",
        "{\"memoryMiB\":8e3}|$.memoryMiB|8e3 is not accepted; accepted: a whole number of MiB from"
            + " 1 to 16777216",
        "{\"memoryMiB\":\"8192\"}|$.memoryMiB|\"8192\" is not accepted; accepted: a whole number of"
            + " MiB from 1 to 16777216",
        "{\"rosettaInstalled\":\"true\"}|$.rosettaInstalled|\"true\" is not accepted; accepted:"
            + " true or false",
        "{\"virtualMachine\":0}|$.virtualMachine|0 is not accepted; accepted: true or false",
        "{\"dockerDesktop\":[]}|$.dockerDesktop|a list is not accepted; accepted: an object",
        "{\"dockerDesktop\":{\"vmm\":\"Docker VMM\"}}|$.dockerDesktop.vmm|\"Docker VMM\" is not"
            + " accepted; accepted: \"docker-vmm\", \"apple-virtualization-framework\", \"qemu\","
            + " \"hyperkit\"",
        "{\"dockerDesktop\":{\"memoryMiB\":0}}|$.dockerDesktop.memoryMiB|0 is not accepted;"
            + " accepted: a whole number of MiB from 1 to 16777216",
        "{\"dockerDesktop\":{\"cpus\":4097}}|$.dockerDesktop.cpus|4097 is not accepted; accepted: a"
            + " whole number from 1 to 4096",
        "{\"dockerDesktop\":{\"fileSharing\":\"nfs\"}}|$.dockerDesktop.fileSharing|\"nfs\" is not"
            + " accepted; accepted: \"virtiofs\", \"grpc-fuse\", \"osxfs\"",
        "{\"dockerDesktop\":{\"rosettaEnabled\":1}}|$.dockerDesktop.rosettaEnabled|1 is not"
            + " accepted; accepted: true or false",
        "{\"dockerDesktop\":{\"lockedSettings\":\"vmm\"}}|$.dockerDesktop.lockedSettings|\"vmm\" is"
            + " not accepted; accepted: a list",
        "{\"dockerDesktop\":{\"lockedSettings\":[\"a b\"]}}|$.dockerDesktop.lockedSettings[0]|\"a"
            + " b\" is not accepted; accepted: the name of a setting such as \"fileSharing\"",
        "{\"workload\":\"x\"}|$.workload|\"x\" is not accepted; accepted: an object",
        "{\"workload\":{\"imageArchitectures\":[\"arm64\",\"aarch64\"]}}"
            + "|$.workload.imageArchitectures[1]|\"aarch64\" is not accepted; accepted: an"
            + " architecture as image indexes name it, such as \"arm64\", \"amd64\" or \"arm/v7\"",
        "{\"workload\":{\"databases\":{}}}|$.workload.databases|an object is not accepted;"
            + " accepted: a list",
        "{\"workload\":{\"databases\":[\"mongodb\"]}}|$.workload.databases[0]|\"mongodb\" is not"
            + " accepted; accepted: an object",
        "{\"workload\":{\"databases\":[null]}}|$.workload.databases[0]|null is not accepted in a"
            + " list",
        "{\"workload\":{\"databases\":[{}]}}|$.workload.databases[0].engine|is missing; accepted: a"
            + " lower-case, hyphenated word such as \"mongodb\"",
        "{\"workload\":{\"databases\":[{\"engine\":null}]}}|$.workload.databases[0].engine|is"
            + " missing; accepted: a lower-case, hyphenated word such as \"mongodb\"",
        "{\"workload\":{\"databases\":[{\"engine\":\"Mongo DB\"}]}}"
            + "|$.workload.databases[0].engine|\"Mongo DB\" is not accepted; accepted: a"
            + " lower-case, hyphenated word such as \"mongodb\"",
        "{\"workload\":{\"databases\":[{\"engine\":\"a\",\"storage\":\"disk\"}]}}"
            + "|$.workload.databases[0].storage|\"disk\" is not accepted; accepted:"
            + " \"bind-mount\", \"named-volume\"",
        "{\"workload\":{\"mounts\":[\"home\",null]}}|$.workload.mounts[1]|null is not accepted in a"
            + " list",
        "{\"workload\":{\"mounts\":[[\"home\"]]}}|$.workload.mounts[0]|a list is not accepted;"
            + " accepted: a lower-case, hyphenated word such as \"external-disk\"",
        "{\"workload\":{\"traits\":[7]}}|$.workload.traits[0]|7 is not accepted; accepted: a"
            + " lower-case, hyphenated word such as \"file-watching\"",
        "[]|$|a list is not accepted; accepted: an object",
        "1|$|1 is not accepted; accepted: an object",
        "null|$|null is not accepted; accepted: a JSON object",
        "``|$|the document is empty; accepted: a JSON object",
        "` `|$|the document is empty; accepted: a JSON object",
        "{} {}|$|something follows the end of the document; accepted: one value",
        "{} null|$|something follows the end of the document; accepted: one value",
        "{}]|$|not JSON: Unexpected close marker ']': no open Array to close",
        "{|$|not JSON: Unexpected end-of-input: expected close marker for Object (start marker at"
            + " line: 1, column: 1)",
        "{\"chip\":\"App|$.chip|not JSON: Unexpected end-of-input: was expecting closing quote for"
            + " a string value",
        "{'chip':1}|$|not JSON: Unexpected character (''' (code 39)): was expecting double-quote to"
            + " start field name",
      })
  void whatIsNotAcceptedIsNamedWithItsPath(String json, String path, String message) {
    assertThat(problemsOf(json)).containsExactly(new Problem(path, 1, message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"macOsVersion", "dockerDesktop.version"})
  void versionThatIsNoneIsQuoted(String fact) {
    String field = fact.substring(fact.indexOf('.') + 1);
    String json = "{\"" + field + "\": \"v4.44\"}";

    assertThat(problemsOf(field.equals(fact) ? json : "{\"dockerDesktop\": " + json + "}"))
        .containsExactly(
            new Problem(
                "$." + fact,
                1,
                "\"v4.44\" is not accepted; accepted: one to four whole numbers separated by dots,"
                    + " such as 4.44.0 or 15.2, and perhaps a build in parentheses, such as 4.44.0"
                    + " (201307)"));
  }

  @Test
  void versionThatIsANumberIsNotAccepted() {
    assertThat(problemsOf("{\"macOsVersion\": 15.2}"))
        .containsExactly(
            new Problem(
                "$.macOsVersion", 1, "15.2 is not accepted; accepted: " + Version.accepted()));
  }

  @Test
  void allProblemsAreReportedAtOnceWithTheirLines() {
    String json =
        """
        {
          "memoryMiB": 0,
          "flavour": 1,
          "dockerDesktop": {
            "vmm": "x",
            "memoryMiB": "8192"
          },
          "workload": {
            "databases": [
              {"engine": "mysql"},
              {"storage": "disk"}
            ]
          }
        }
        trailing
        """;

    assertThatThrownBy(() -> VmmJson.readHost(json))
        .isInstanceOf(DocumentException.class)
        .hasMessage(
            """
            line 2: $.memoryMiB: 0 is not accepted; accepted: a whole number of MiB from 1 to \
            16777216
            line 5: $.dockerDesktop.vmm: "x" is not accepted; accepted: "docker-vmm", \
            "apple-virtualization-framework", "qemu", "hyperkit"
            line 6: $.dockerDesktop.memoryMiB: "8192" is not accepted; accepted: a whole number of \
            MiB from 1 to 16777216
            line 11: $.workload.databases[1].storage: "disk" is not accepted; accepted: \
            "bind-mount", "named-volume"
            line 11: $.workload.databases[1].engine: is missing; accepted: a lower-case, hyphenated \
            word such as "mongodb"
            line 15: $: not JSON: Unrecognized token 'trailing': was expecting (JSON String, \
            Number, Array, Object or token 'null', 'true' or 'false')\
            """);
  }

  @Test
  void nameThatStandsTwiceHidesNothing() {
    String json =
        """
        {"chip": "a",
         "chip": "b",
         "dockerDesktop": {"cpus": 1, "cpus": {"a": [1]}, "memoryMiB": 0},
         "memoryMiB": 0}
        """;

    assertThat(problemsOf(json))
        .containsExactly(
            new Problem("$.chip", 2, "this name is duplicated in its object"),
            new Problem("$.dockerDesktop.cpus", 3, "this name is duplicated in its object"),
            new Problem(
                "$.dockerDesktop.memoryMiB",
                3,
                "0 is not accepted; accepted: a whole number of MiB from 1 to 16777216"),
            new Problem(
                "$.memoryMiB",
                4,
                "0 is not accepted; accepted: a whole number of MiB from 1 to 16777216"));
  }

  @Test
  void unknownNameThatStandsTwiceIsAProblemOnOneLine() {
    assertThat(problemsOf("{\"a\\nb\": 1, \"a\\nb\": 2}"))
        .containsExactly(
            new Problem("$[\"a\\u000ab\"]", 1, "this name is duplicated in its object"));
  }

  @Test
  void lineBreaksInValuesStayOutOfMessages() {
    assertThat(problemsOf("{\"operatingSystem\": \"a\\n\\\"\\\\\\u2028\\u0000b\"}"))
        .containsExactly(
            new Problem(
                "$.operatingSystem",
                1,
                "\"a\\u000a\\\"\\\\\\u2028\\u0000b\" is not accepted; accepted: a lower-case,"
                    + " hyphenated word such as \"macos\""));
    assertThat(problemsOf("{\u2028}"))
        .containsExactly(
            new Problem(
                "$",
                1,
                "not JSON: Unexpected character ('\\u2028' (code 8232 / 0x2028)): was expecting"
                    + " double-quote to start field name"));
  }

  @Test
  void longValuesAreCutBetweenCharacters() {
    assertThat(problemsOf("{\"operatingSystem\": \"" + "A".repeat(61) + "\"}").get(0).message())
        .startsWith("\"" + "A".repeat(60) + "...\" is not accepted;");
    assertThat(
            problemsOf("{\"operatingSystem\": \"" + "A".repeat(59) + "\uD83D\uDE00\"}")
                .get(0)
                .message())
        .startsWith("\"" + "A".repeat(59) + "...\" is not accepted;");
    assertThat(problemsOf("{\"operatingSystem\": \"" + "A".repeat(60) + "\"}").get(0).message())
        .startsWith("\"" + "A".repeat(60) + "\" is not accepted;");
  }

  @Test
  void wordOfManyPartsIsRead() {
    String word = "a-1".repeat(20_000);

    assertThat(VmmJson.readHost("{\"operatingSystem\": \"" + word + "\"}").operatingSystem())
        .hasValue(word);
  }

  @Test
  void deepNestingIsRefused() {
    String deepest = "[".repeat(63) + "]".repeat(63);

    assertThat(VmmJson.readHost("{\"a\": " + deepest + "}").notices())
        .containsExactly(unknownField("$.a"));
    assertThat(problemsOf("{\"a\": [" + deepest + "]}"))
        .containsExactly(
            new Problem(
                "$.a" + "[0]".repeat(63),
                1,
                "the document is too large; accepted: at most 64 levels of nesting"));
    assertThat(problemsOf("[".repeat(100_000))).hasSize(2);
  }

  @Test
  void longTextsNamesAndNumbersAreRefused() {
    assertThat(problemsOf("{\"chip\": \"" + "a".repeat(100_001) + "\"}"))
        .containsExactly(
            new Problem(
                "$.chip",
                1,
                "the document is too large; accepted: texts of at most 100000 characters"));
    assertThat(problemsOf("{\"" + "a".repeat(1001) + "\": 1}"))
        .containsExactly(
            new Problem(
                "$", 1, "the document is too large; accepted: names of at most 1000 characters"));
    assertThat(problemsOf("{\"a\": [{\"" + "a".repeat(1001) + "\": 1}]}"))
        .containsExactly(
            new Problem(
                "$.a[0]",
                1,
                "the document is too large; accepted: names of at most 1000 characters"));
    assertThat(problemsOf("{\"memoryMiB\": " + "1".repeat(101) + "}"))
        .containsExactly(
            new Problem(
                "$.memoryMiB",
                1,
                "the document is too large; accepted: numbers of at most 100 characters"));
  }

  @Test
  void byteOrderMarkInFrontOfATextIsPassedOver() {
    assertThat(VmmJson.readHost("\uFEFF" + DOCUMENT)).isEqualTo(HOST);
  }

  @Test
  void secondByteOrderMarkIsNot() {
    assertThat(problemsOf("\uFEFF\uFEFF{}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void streamMayHaveAByteOrderMark(String charset) throws IOException {
    Charset encoding = Charset.forName(charset);

    assertThat(VmmJson.readHost(stream(DOCUMENT.getBytes(encoding)))).isEqualTo(HOST);
    assertThat(VmmJson.readHost(stream(("\uFEFF" + DOCUMENT).getBytes(encoding)))).isEqualTo(HOST);
  }

  @Test
  void streamIsReadToItsEndAndNotClosed() throws IOException {
    boolean[] closed = {false};
    InputStream stream =
        new ByteArrayInputStream((DOCUMENT + " \n").getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    assertThat(VmmJson.readHost(stream)).isEqualTo(HOST);
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(closed[0]).isFalse();
  }

  @Test
  void streamThatFailsIsAnIoException() {
    InputStream stream =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatThrownBy(() -> VmmJson.readHost(stream))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("gone");
  }

  @Test
  void bytesThatAreNoTextAreAProblem() {
    assertThat(problemsOf(bytes('{', '"', 'a', '"', ':', '"', 0xff, '"', '}')))
        .containsExactly(new Problem("$.a", 1, "not JSON: Invalid UTF-8 start byte 0xff"));
    assertThat(problemsOf(bytes(0, 0, 0xff, 0xfe, '{')))
        .containsExactly(
            new Problem(
                "$",
                1,
                "not UTF-8, UTF-16 or UTF-32: Unsupported UCS-4 endianness (2143) detected"));
    assertThat(problemsOf(bytes(0, 0, 0, '{', 0, 0)))
        .containsExactly(
            new Problem(
                "$",
                1,
                "not UTF-8, UTF-16 or UTF-32: Unexpected EOF in the middle of a 4-byte UTF-32 char:"
                    + " got 2, needed 4, at char #1, byte #6)"));
  }

  @Test
  void emptyStreamIsAProblem() {
    assertThat(problemsOf(new byte[0]))
        .containsExactly(new Problem("$", 1, "the document is empty; accepted: a JSON object"));
  }

  @Test
  void oneDocumentPerLineIsReadLineByLine() {
    Host other = Host.builder().chip("Apple\nM1 \u2028").build();
    String lines = VmmJson.writeLine(HOST) + "\n" + VmmJson.writeLine(other) + "\r\n{}\n";

    assertThat(lines.lines().map(VmmJson::readHost))
        .containsExactly(HOST, other, Host.builder().build());
  }

  @Test
  void problemIsShownOnOneLine() {
    assertThat(new Problem("$.a", 3, "is missing")).hasToString("line 3: $.a: is missing");
  }

  @Test
  void exceptionKeepsItsProblemsFromChanges() {
    DocumentException exception = new DocumentException(List.of(new Problem("$", 1, "a")));

    assertThatThrownBy(() -> exception.problems().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Notice unknownField(String path) {
    return new Notice("unknown-field", path, "this field is not known and was passed over");
  }

  private static List<Problem> problemsOf(String json) {
    return catchThrowableOfType(DocumentException.class, () -> VmmJson.readHost(json)).problems();
  }

  private static List<Problem> problemsOf(byte[] json) {
    return catchThrowableOfType(DocumentException.class, () -> VmmJson.readHost(stream(json)))
        .problems();
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
