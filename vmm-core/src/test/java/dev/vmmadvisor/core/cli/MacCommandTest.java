package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.testkit.FakeMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code detect}, and a Mac or a copied tree as the input of the other commands. */
class MacCommandTest {

  private static final List<String> QUESTIONS =
      List.of(
          "recommend",
          "recommend --goal stability",
          "validate",
          "look-ahead --to 4.90.0",
          "explain docker-vmm",
          "diagnose --text WiredTiger");

  @TempDir private Path folder;

  static Stream<FakeMac.Builder> macs() {
    return Stream.of(
        FakeMac.intel(),
        FakeMac.m1With8Gb(),
        FakeMac.m4(),
        FakeMac.freshInstall(),
        FakeMac.sparseSettings(),
        FakeMac.lockedFleetMac(),
        FakeMac.jvmUnderRosetta(),
        FakeMac.macInVirtualMachine(),
        FakeMac.unreadableSettings());
  }

  static Stream<Arguments> questions() {
    List<Arguments> all = new ArrayList<>();
    for (String question : QUESTIONS) {
      macs().forEach(mac -> all.add(Arguments.of(question, mac)));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("macs")
  void detectPrintsTheHostOfThisMac(FakeMac.Builder builder) throws IOException {
    FakeMac mac = builder.createIn(folder);

    Outcome outcome = Outcome.on(mac, "detect");

    HostDetector detector = HostDetector.of(mac.root(), mac.commands()).withHome(mac.home());
    assertThat(outcome)
        .isEqualTo(new Outcome(0, VmmJson.write(detector.detection().host()) + "\n", ""));
    assertThat(outcome.json().path("operatingSystem").asText()).isEqualTo("macos");
    assertThat(Outcome.on(mac, "detect", "--format", "json")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void thisMacIsAnsweredAsTheHostThatDetectPrints(String question, FakeMac.Builder builder)
      throws IOException {
    FakeMac mac = builder.createIn(folder);
    String host = Outcome.on(mac, "detect").out();

    Outcome here = Outcome.on(mac, words(question, "--format", "json"));
    Outcome there = Outcome.elsewhere(host, words(question, "--format", "json", "-"));

    assertThat(here.jsonWithoutNotices()).isEqualTo(there.jsonWithoutNotices());
    assertThat(here.status()).isEqualTo(there.status());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aCopiedTreeIsAnsweredAsTheHostThatDetectPrints(String question, FakeMac.Builder builder)
      throws IOException {
    String root = builder.createIn(folder).root().toString();
    String host = Outcome.elsewhere("", "detect", "--root", root).out();

    Outcome tree = Outcome.elsewhere("", words(question, "--format", "json", "--root", root));
    Outcome document = Outcome.elsewhere(host, words(question, "--format", "json", "-"));

    assertThat(tree.jsonWithoutNotices()).isEqualTo(document.jsonWithoutNotices());
    assertThat(tree.status()).isEqualTo(document.status());
  }

  @Test
  void whatCouldNotBeReadIsANoticeOfTheAnswer() throws IOException {
    FakeMac mac = FakeMac.freshInstall().createIn(folder);

    JsonNode detection = Outcome.on(mac, "detect", "--explain", "--format", "json").json();
    JsonNode answer = Outcome.on(mac, "recommend", "--format", "json").json();

    assertThat(codes(detection)).containsExactly("no-settings-file");
    assertThat(codes(answer)).contains("no-settings-file");
    assertThat(Outcome.on(mac, "recommend").out())
        .contains("there is no settings file of Docker Desktop");
  }

  @Test
  void aLineIsALineOfThisMacToo() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);

    Outcome line = Outcome.on(mac, "recommend", "--format", "ndjson");
    Outcome brief = Outcome.on(mac, "recommend", "--format", "ndjson", "--brief");

    assertThat(line.out()).hasLineCount(1);
    assertThat(line.json()).isEqualTo(Outcome.on(mac, "recommend", "--format", "json").json());
    assertThat(brief.out()).hasLineCount(1);
    assertThat(brief.json().path("best")).isEqualTo(line.json().path("best"));
    assertThat(brief.json()).hasSize(3);
  }

  @Test
  void explainedFactsHaveTheirOrigins() throws IOException {
    FakeMac mac = FakeMac.lockedFleetMac().createIn(folder);

    String text = Outcome.on(mac, "detect", "--explain").out();

    assertThat(text)
        .startsWith("14 of 18 facts were found.\n")
        .contains(
            "Docker Desktop runs.",
            "- architecture arm64\n  From sysctl",
            "- VMM in use Apple Virtualization framework\n  From the list of processes, com.docker",
            "- locked settings fileSharing and rosettaEnabled\n  From /Library/Application Support",
            "Not found: image architectures");
    assertThat(Outcome.on(mac, "detect", "--explain", "--format", "markdown").out())
        .startsWith("# 14 of 18 facts were found.\n")
        .contains("## Facts\n\n- ", "  From `sysctl");
    assertThat(Outcome.on(mac, "detect", "--explain", "--lang", "zh-CN").out())
        .startsWith("在 18 项情况中找到了 14 项。\n")
        .contains("- 架构 arm64\n  来源：sysctl");
    assertThat(Outcome.on(mac, "detect", "--explain", "--format", "json").out())
        .isEqualTo(
            VmmJson.write(
                    HostDetector.of(mac.root(), mac.commands()).withHome(mac.home()).detection())
                + "\n");
  }

  @Test
  void elsewhereThanOnAMacTheHostIsItsOperatingSystem() {
    Outcome outcome = Outcome.elsewhere("", "detect");

    String system = HostDetector.detect().host().operatingSystem().orElseThrow();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.json().path("operatingSystem").asText()).isEqualTo(system);
    assertThat(Outcome.elsewhere("", "detect", "--explain").out())
        .contains("operating system " + system);
  }

  @Test
  void elsewhereThanOnAMacNoInputIsStandardInput() {
    assertThat(Outcome.elsewhere("{\"operatingSystem\": \"windows\"}", "recommend").status())
        .isOne();
    assertThat(Outcome.elsewhere("x", "validate").err()).startsWith("standard input: ");
  }

  @Test
  void onAMacAHyphenIsStandardInput() throws IOException {
    assertThat(Outcome.on(FakeMac.m4().createIn(folder), "recommend", "-").err())
        .isEqualTo("standard input: cannot be read: Pipe not connected\n");
  }

  @Test
  void whatACopiedTreeDoesNotTellCanBeGiven() throws IOException {
    String root = FakeMac.m4().createIn(folder).root().toString();

    Outcome outcome =
        Outcome.elsewhere(
            "",
            "detect",
            "--root",
            root,
            "--architecture",
            "arm64",
            "--macos",
            "14.1",
            "--explain",
            "--docker-desktop=4.88.0");

    assertThat(outcome.out().replaceAll("\n *", " "))
        .contains(
            "- architecture arm64 From what was given (high confidence).",
            "- macOS version 26.1 ",
            " But what was given says 14.1 (high confidence).",
            " Also what was given (high confidence).",
            "CFBundleShortVersionString (high confidence). Also what was given",
            "- macOsVersion: 26.1 (",
            "was taken, and what was given says 14.1 ");
    assertThat(
            Outcome.elsewhere(
                    "", "detect", "--root", root, "--macos", "14", "--explain", "--lang", "zh-CN")
                .out())
        .contains("给定的信息");
  }

  @Test
  void theHomeFolderTellsWhoseSettingsAreRead() throws IOException {
    String root = FakeMac.m4().createIn(folder).root().toString();
    Path other = folder.resolve("Users/bob/Library/Group Containers/group.com.docker");
    Files.createDirectories(other);
    Files.writeString(
        other.resolve("settings-store.json"), "{\"SettingsVersion\": 43, \"MemoryMiB\": 2222}");

    JsonNode nobody = Outcome.elsewhere("", "detect", "--root", root).json();
    JsonNode bob = Outcome.elsewhere("", "detect", "--root", root, "--home", "/Users/bob").json();

    assertThat(nobody.at("/dockerDesktop/memoryMiB").isMissingNode()).isTrue();
    assertThat(bob.at("/dockerDesktop/memoryMiB").asInt()).isEqualTo(2222);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "detect x | detect takes no FILE; --root DIR names a copied tree",
        "detect --format text | --format text goes with --explain",
        "detect --explain --format ndjson | --format: \"ndjson\" is not accepted; accepted: text,"
            + " markdown, json",
        "detect --home /Users/alice | --home goes with --root",
        "detect --architecture arm64 | --architecture goes with --root",
        "recommend --home /Users/alice | --home goes with --root",
        "validate --settings x --home /Users/alice | --home goes with --root",
        "recommend --root . x | --root takes the place of FILE and --settings; give one of them",
        "validate --root . --settings x | --root takes the place of FILE and --settings; give one"
            + " of them",
        "explain qemu --root . - | --root takes the place of FILE and --settings; give one of"
            + " them",
        "detect --root / | --root: / is this machine; leave it out to look at this machine",
        "recommend --root / | --root: / is this machine; leave it out to look at this machine",
        "apply --root / --write | --root: / is this machine; leave it out to look at this machine",
        "detect --root no-such-folder | --root: no-such-folder is no folder",
        "detect --root pom.xml | --root: pom.xml is no folder",
        "look-ahead --root no-such-folder | --root: no-such-folder is no folder",
      })
  void wrongCallsAreToldOnStandardError(String commandLine, String message) {
    assertThat(Outcome.elsewhere("{}", commandLine.split(" ", -1)))
        .isEqualTo(new Outcome(2, "", "vmm-advisor: " + message + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"detect", "recommend", "validate"})
  void anEmptyFolderTellsNothing(String command) {
    Outcome outcome = Outcome.elsewhere("", command, "--root", folder.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isLessThan(2);
  }

  private static String[] words(String commandLine, String... more) {
    List<String> words = new ArrayList<>(Arrays.asList(commandLine.split(" ", -1)));
    words.addAll(List.of(more));
    return words.toArray(new String[0]);
  }

  private static List<String> codes(JsonNode document) {
    return document.path("notices").findValuesAsText("code");
  }
}
