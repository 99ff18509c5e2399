package dev.vmmadvisor.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {

  private static List<Case> read(String json) throws IOException {
    return Cases.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> problems(String json) {
    DocumentException e =
        Objects.requireNonNull(catchThrowableOfType(DocumentException.class, () -> read(json)));
    return e.problems().stream().map(Object::toString).toList();
  }

  private static String withExpected(String expected) {
    return "{\"cases\": [{\"name\": \"one\", \"host\": {}, \"expected\": " + expected + "}]}";
  }

  @Test
  void casesAreReadFromAFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cases.json"),
            """
            \uFEFF{
              "cases": [
                {
                  "name": "an old Mac",
                  "host": {"architecture": "x86_64"},
                  "goal": "stability",
                  "expected": {"best": "none"}
                },
                {
                  "name": "a Mac",
                  "host": {},
                  "goal": null,
                  "expected": {
                    "best": "docker-vmm",
                    "certainty": "depends",
                    "missingFacts": ["architecture"],
                    "findings": {"qemu": {"qemu-removed": "violated", "other": "absent"}},
                    "notViolated": {"hyperkit": ["some-code"]}
                  }
                }
              ]
            }
            """);

    List<Case> cases = Cases.read(file);

    assertThat(cases).hasToString("[an old Mac, a Mac]");
    assertThat(cases.get(0).host().architecture().orElseThrow()).hasToString("x86_64");
    assertThat(cases).extracting(Case::goal).containsExactly(Goal.STABILITY, Goal.BALANCED);
    assertThat(cases.get(1).host()).isEqualTo(SampleHosts.unknown());
  }

  @Test
  void allProblemsAreToldWithPlaceValueAndWhatIsAccepted() {
    assertThat(
            problems(
                """
                {
                  "cases": [
                    {
                      "name": "one",
                      "host": {
                        "architecture": "arm",
                        "dockerDesktop": {"memoryMiB": 0}
                      },
                      "goal": "speed",
                      "expected": {
                        "best": "krun",
                        "certainty": true,
                        "missingFacts": ["memory"],
                        "findings": {"qemu": {"qemu-removed": "fine", "No Code": "violated"}},
                        "notViolated": {"krun": ["x"], "qemu": "qemu-removed"}
                      },
                      "expects": {}
                    },
                    {"name": "one", "host": {"chipp": "M1"}, "expected": {}},
                    {}
                  ]
                }
                """))
        .containsExactly(
            "line 6: $.cases[0].host.architecture: \"arm\" is not accepted; accepted: \"arm64\","
                + " \"x86_64\"",
            "line 7: $.cases[0].host.dockerDesktop.memoryMiB: 0 is not accepted; accepted: a whole"
                + " number of MiB from 1 to 16777216",
            "line 9: $.cases[0].goal: \"speed\" is not accepted; accepted: \"balanced\","
                + " \"stability\", \"performance\"",
            "line 11: $.cases[0].expected.best: \"krun\" is not accepted; accepted: \"docker-vmm\","
                + " \"apple-virtualization-framework\", \"qemu\", \"hyperkit\", \"none\"",
            "line 12: $.cases[0].expected.certainty: true is not accepted; accepted: \"certain\","
                + " \"depends\", \"none\"",
            problems(withExpected("{\"missingFacts\": [\"memory\"]}"))
                .get(0)
                .replace("line 1", "line 13"),
            "line 14: $.cases[0].expected.findings.qemu[\"qemu-removed\"]: \"fine\" is not"
                + " accepted; accepted: \"satisfied\", \"violated\", \"unknown\","
                + " \"not-applicable\", \"error\", \"absent\"",
            "line 14: $.cases[0].expected.findings.qemu[\"No Code\"]: \"No Code\" is not accepted;"
                + " accepted: a code",
            "line 15: $.cases[0].expected.notViolated.krun: this field is not known; accepted:"
                + " \"docker-vmm\", \"apple-virtualization-framework\", \"qemu\", \"hyperkit\"",
            "line 15: $.cases[0].expected.notViolated.qemu: \"qemu-removed\" is not accepted;"
                + " accepted: a list",
            "line 17: $.cases[0].expects: this field is not known; accepted: \"name\", \"host\","
                + " \"goal\", \"expected\"",
            "line 19: $.cases[1].name: this name is duplicated",
            "line 19: $.cases[1].host.chipp: this field of a host is not known",
            "line 19: $.cases[1].expected: it expects nothing; accepted: at least one expectation",
            "line 20: $.cases[2].name: is missing",
            "line 20: $.cases[2].host: is missing",
            "line 20: $.cases[2].expected: is missing");
  }

  @Test
  void whatIsNoDocumentOfCasesIsTold() {
    assertThat(problems(""))
        .containsExactly("line 1: $: the document is empty; accepted: a JSON object");
    assertThat(problems("[]"))
        .containsExactly("line 1: $: a list is not accepted; accepted: an object");
    assertThat(problems("{}")).containsExactly("line 1: $.cases: is missing");
    assertThat(problems("{\"cases\": []}"))
        .containsExactly("line 1: $.cases: there is no case; accepted: at least one");
    assertThat(problems("{\"cases\": 1}"))
        .containsExactly("line 1: $.cases: 1 is not accepted; accepted: a list");
    assertThat(problems("{} {}"))
        .containsExactly(
            "line 1: $: something follows the end of the document; accepted: one value");
    assertThat(problems("{\"cases\": 1,\n\"cases\": 2}").get(0))
        .startsWith("line 2: $: not JSON: ");
    assertThat(problems("{\n\"cases\": ")).first().asString().contains("$: not JSON: ");
    assertThatThrownBy(() -> Cases.read(new ByteArrayInputStream(new byte[] {(byte) 0xff})))
        .isInstanceOf(DocumentException.class)
        .hasMessage("line 1: $: not UTF-8");
  }

  @Property
  void readingAnythingGivesCasesOrOneClearError(@ForAll("documents") String text)
      throws IOException {
    for (String json :
        List.of(
            text, "{\"cases\": [{\"name\": \"x\", \"expected\": {}, \"host\": " + text + "}]}")) {
      try {
        assertThat(read(json)).isNotEmpty();
      } catch (DocumentException e) {
        assertThat(e.problems()).isNotEmpty().allMatch(problem -> problem.path().startsWith("$"));
      }
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return HostArbitraries.hostileDocuments();
  }

  @Test
  void hostsKeepTheirFacts() throws IOException {
    for (Host host : SampleHosts.all().values()) {
      String document = VmmJson.write(host);
      List<Case> cases =
          read(
              "{\"cases\": [{\"name\": \"ü\", \"host\": "
                  + document
                  + ", \"expected\": {\"best\": \"none\"}}]}");

      assertThat(cases.get(0).host()).isEqualTo(host);
    }
  }
}
