package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same Mac, asked at one release after the other. */
@Tag("golden")
class AdviceByReleaseTest {

  private static final Path README = Documentation.ROOT.resolve("vmm-core/README.md");

  private static final Pattern TABLE =
      Pattern.compile("^\\| release \\| best \\|.*?\n(?=\n)", Pattern.DOTALL | Pattern.MULTILINE);

  private static final List<String> RELEASES =
      List.of(
          "4.34.0", "4.35.1", "4.36.0", "4.43.2", "4.44.0", "4.79.0", "4.86.0", "4.87.0", "4.88.0",
          "4.90.0", "5.0");

  @Test
  void theTableOfTheReadmeIsOfToday() throws IOException {
    String table = table();
    String readme = Files.readString(README);
    Matcher recorded = TABLE.matcher(readme);
    assertThat(recorded.find()).isTrue();
    if (Documentation.isUpdate()) {
      Documentation.update(README, recorded.group(), table);
    } else {
      assertThat(recorded.group()).isEqualTo(table);
    }
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| release | best | decided by | first sentence |\n|---|---|---|---|\n");
    for (String release : RELEASES) {
      Recommendation answer = VmmAdvisor.recommend(mac(release));
      table
          .append("| ")
          .append(release)
          .append(" | ")
          .append(answer.best().orElseThrow().displayName())
          .append(", ")
          .append(answer.certainty())
          .append(" | `")
          .append(answer.candidates().get(0).decidedBy())
          .append("` | ")
          .append(answer.headline())
          .append(" |\n");
    }
    return table.toString();
  }

  private static Host mac(String release) {
    return Host.builder()
        .architecture(Architecture.ARM64)
        .chip("Apple M3 Pro")
        .macOsVersion(Version.parse("15.2"))
        .memoryMiB(18432)
        .dockerDesktop(
            DockerDesktop.builder().version(Version.parse(release)).memoryMiB(8192).build())
        .workload(
            Workload.builder()
                .imageArchitectures(List.of("arm64"))
                .databases(List.of())
                .mounts(List.of("home"))
                .traits(List.of())
                .build())
        .build();
  }
}
