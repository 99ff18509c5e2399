package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.testkit.FakeMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the commands say first about a machine without Docker Desktop, and their exit status. */
class StateCommandTest {

  private static final String COLIMA =
      "{\"Client\": {\"Os\": \"darwin\", \"Context\": \"colima\"}, \"Server\": {\"Platform\":"
          + " {\"Name\": \"Docker Engine - Community\"}, \"Arch\": \"arm64\"}}";
  private static final String HARDWARE =
      "hw.optional.arm64: 1\nmachdep.cpu.brand_string: Apple M4\nhw.memsize: 34359738368\n";

  @TempDir private Path folder;

  /** A folder in a state; a Mac is Apple silicon with macOS 15.2. */
  private Path root(DetectionState state) throws IOException {
    Path root = Files.createDirectories(folder.resolve(state.id()));
    switch (state) {
      case DOCKER_DESKTOP -> FakeMac.m4().createIn(root);
      case NOT_INSTALLED -> {
        facts(root);
        Files.createDirectories(root.resolve("Applications/Safari.app"));
      }
      case ANOTHER_ENGINE -> {
        facts(root);
        Files.writeString(root.resolve("docker-version.json"), COLIMA);
      }
      case NOT_A_MAC ->
          Files.writeString(
              root.resolve("docker-version.json"),
              COLIMA
                  .replace("darwin", "windows")
                  .replace("Docker Engine - Community", "Docker Desktop 4.90.0 (1)"));
      case NOTHING_KNOWN -> Files.writeString(root.resolve("notes.txt"), "Docker Desktop 4.90.0");
      case UNDETERMINED -> facts(root);
    }
    return root;
  }

  private static void facts(Path root) throws IOException {
    Files.writeString(root.resolve("sysctl.txt"), HARDWARE);
    Files.writeString(root.resolve("sw_vers.txt"), "ProductName: macOS\nProductVersion: 15.2\n");
  }

  private Outcome run(DetectionState state, String commandLine, String... more) throws IOException {
    List<String> words = new ArrayList<>(Arrays.asList(commandLine.split(" ", -1)));
    words.addAll(List.of("--root", root(state).toString()));
    words.addAll(List.of(more));
    return Outcome.elsewhere("", words.toArray(new String[0]));
  }

  /** The first paragraph in one line. */
  private static String lead(Outcome outcome) {
    return outcome.out().split("\n\n", 2)[0].replace("\n", " ");
  }

  @ParameterizedTest
  @EnumSource
  void theDocumentOfADetectionHasTheState(DetectionState state) throws IOException {
    JsonNode document = run(state, "detect --explain", "--format", "json").json();

    assertThat(document.path("state").asText()).isEqualTo(state.id());
    assertThat(document.path("anotherEngine").asText())
        .isEqualTo(state == DetectionState.ANOTHER_ENGINE ? "colima" : "");
    assertThat(document.path("notices").findValuesAsText("code").contains(state.id()))
        .isEqualTo(state.isWithoutDockerDesktop());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DOCKER_DESKTOP | 10 of 18 facts were found. | 在 18 项情况中找到了 10 项。",
        "NOT_INSTALLED | Docker Desktop is not installed on this Mac. | 这台 Mac 上没有安装 Docker"
            + " Desktop。",
        "ANOTHER_ENGINE | The container engine in use is Colima, and Docker Desktop's choice of a"
            + " virtual machine manager does not apply to it. | 正在使用的容器引擎是 Colima，Docker"
            + " Desktop 的虚拟机管理器设置对它不起作用。",
        "NOT_A_MAC | This host runs windows, and this advice is for Docker Desktop for Mac only. |"
            + " 本机运行的是 windows，而这些建议仅适用于 Docker Desktop for Mac。",
        "NOTHING_KNOWN | Nothing is known about this Mac. | 对这台 Mac 一无所知。",
        "UNDETERMINED | 5 of 18 facts were found. | 在 18 项情况中找到了 5 项。"
      })
  void everyPageSaysFirstWhatWasFound(DetectionState state, String english, String chinese)
      throws IOException {
    List<String> commands =
        state.isWithoutDockerDesktop()
            ? List.of(
                "detect --explain",
                "recommend",
                "recommend --verbose",
                "validate",
                "look-ahead",
                "look-ahead --to 4.90.0",
                "explain apple-virtualization-framework",
                "explain docker-vmm")
            : List.of("detect --explain");
    for (String command : commands) {
      assertThat(lead(run(state, command))).as(command).startsWith(english);
      assertThat(run(state, command, "--lang", "zh-CN").out().replace("\n", ""))
          .as(command)
          .startsWith(chinese);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_INSTALLED | Docker Desktop is not installed on this Mac. After you install it, select"
            + " the Apple Virtualization framework in Settings > General > Virtual Machine"
            + " Manager.",
        "ANOTHER_ENGINE | The container engine in use is Colima, and Docker Desktop's choice of a"
            + " virtual machine manager does not apply to it. With Docker Desktop, use the Apple"
            + " Virtualization framework.",
        "NOTHING_KNOWN | Nothing is known about this Mac. To get advice, supply at least these"
            + " facts: architecture, macOS version, Docker Desktop version and memory of the"
            + " Linux VM."
      })
  void recommendSaysWhatToDo(DetectionState state, String lead) throws IOException {
    assertThat(lead(run(state, "recommend"))).startsWith(lead);
  }

  @Test
  void withoutAFactNoVmmIsRecommendedOnAnyPage() throws IOException {
    for (String command :
        List.of("recommend", "validate", "detect --explain", "explain docker-vmm")) {
      assertThat(lead(run(DetectionState.NOTHING_KNOWN, command)))
          .doesNotContain("Use ", "Stay ", "select ", "Docker VMM");
    }
    assertThat(run(DetectionState.NOTHING_KNOWN, "recommend").out())
        .contains("To find out:\n- ")
        .doesNotContain("Why:", "1. ", "What to do:");
  }

  /** An engine of which nothing else is known makes no Mac that is known. */
  @Test
  void anotherEngineWithoutAFactIsNoReasonToRecommendAVmm() throws IOException {
    Path root = Files.createDirectory(folder.resolve("alone"));
    Files.writeString(root.resolve("docker-version.json"), COLIMA);

    Outcome outcome = Outcome.elsewhere("", "recommend", "--root", root.toString());

    assertThat(lead(outcome))
        .startsWith("The container engine in use is Colima")
        .contains("To get advice, supply")
        .doesNotContain("use the Apple");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void anotherEngineIsNotToldToChangeDockerDesktop() throws IOException {
    assertThat(run(DetectionState.ANOTHER_ENGINE, "recommend").out())
        .contains("Why:", "1. Apple Virtualization framework")
        .doesNotContain("What to do:", "In use now");
  }

  /** The first line says it already. */
  @ParameterizedTest
  @EnumSource
  void noPageSaysTheStateTwice(DetectionState state) throws IOException {
    for (String command : List.of("detect --explain", "recommend", "validate")) {
      assertThat(run(state, command).out())
          .doesNotContain("the container engine in use is", "nothing is known about this Mac")
          .doesNotContain("the catalog knows Docker Desktop", "is not installed: it is not in");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theExitStatusSaysThatNoVmmCanBeSelected(DetectionState state) throws IOException {
    int status = state.isWithoutDockerDesktop() ? 1 : 0;

    for (String format : List.of("text", "markdown", "json", "ndjson")) {
      assertThat(run(state, "recommend", "--format", format).status()).isEqualTo(status);
    }
    for (String command :
        List.of("detect", "detect --explain", "look-ahead", "explain qemu", "diagnose --text x")) {
      assertThat(run(state, command).status()).as(command).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"NOT_INSTALLED, 1", "ANOTHER_ENGINE, 1", "NOTHING_KNOWN, 1", "UNDETERMINED, 0"})
  void aConfigurationThatIsNotThereIsNotFine(DetectionState state, int status) throws IOException {
    assertThat(run(state, "validate").status()).isEqualTo(status);
    assertThat(run(DetectionState.NOT_A_MAC, "validate").status()).isPositive();
  }

  @Test
  void aHostDocumentWithoutFactsIsNothingKnownToo() {
    Outcome outcome = Outcome.elsewhere("{}", "recommend");

    assertThat(lead(outcome)).startsWith("Nothing is known about this Mac.");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(Outcome.elsewhere("{\"operatingSystem\": \"linux\"}", "recommend").out())
        .startsWith("This host runs linux, and this advice is for Docker Desktop for Mac only.");
  }

  @Test
  void givenFactsTakeTheStateAway() throws IOException {
    Outcome outcome =
        run(
            DetectionState.NOTHING_KNOWN,
            "recommend",
            "--architecture",
            "arm64",
            "--macos",
            "15.2",
            "--docker-desktop",
            "4.90.0");

    assertThat(outcome.out()).startsWith("Use ");
    assertThat(outcome.status()).isZero();
  }

  /** A program has the same first line, the same notices and the same ranking. */
  @ParameterizedTest
  @EnumSource
  void aProgramGetsTheSamePageAndTheStateChangesNoRanking(DetectionState state) throws IOException {
    Detection detection = HostDetector.detect(root(state));
    Recommendation advice = VmmAdvisor.recommend(detection.host());
    Host facts = Host.builder().from(detection.host()).notices(List.of()).build();
    Recommendation ofFacts = VmmAdvisor.recommend(facts);

    assertThat(detection.state()).isEqualTo(state);
    assertThat(advice.text()).isEqualTo(run(state, "recommend").out());
    assertThat(advice.notices().stream().anyMatch(it -> it.code().equals(state.id())))
        .isEqualTo(state.isWithoutDockerDesktop());
    assertThat(advice.best()).isEqualTo(ofFacts.best());
    assertThat(advice.candidates().toString()).isEqualTo(ofFacts.candidates().toString());
    assertThat(advice.certainty()).isEqualTo(ofFacts.certainty());
    assertThat(
            VmmAdvisor.builder()
                .locale(Locale.SIMPLIFIED_CHINESE)
                .build()
                .recommend(detection.host())
                .text())
        .isEqualTo(run(state, "recommend", "--lang", "zh-CN").out());
  }

  @Test
  void aRootThatIsNoFolderIsAnErrorThatNamesIt() throws IOException {
    String missing = folder.resolve("missing").toString();
    for (String command : List.of("detect", "recommend", "validate", "apply", "restore")) {
      assertThat(Outcome.elsewhere("", command, "--root", missing))
          .isEqualTo(new Outcome(2, "", "vmm-advisor: --root: " + missing + " is no folder\n"));
    }
  }
}
