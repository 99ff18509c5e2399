package dev.vmmadvisor.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The testkit on a class path without any test library. */
class TestkitAloneTest {

  @Test
  void theContractGoldenFilesAndCasesNeedNoTestLibrary(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path golden =
        Files.writeString(
            folder.resolve("windows.txt"), VmmAdvisor.recommend(SampleHosts.windows()).text());
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry ->
                    entry.contains("vmm-")
                        || Path.of(entry).getFileName().toString().startsWith("jackson-"))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Path output = folder.resolve("output.txt");

    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                TestkitAlone.class.getName(),
                golden.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();

    assertThat(Files.readString(output))
        .isEqualToNormalizingNewlines(
            """
            without org.assertj.core.api.Assertions
            without net.jqwik.api.Arbitrary
            without org.junit.jupiter.api.Test
            1 of 1 cases are not as expected:
            Windows:
            - best: expected docker-vmm, is none
            """);
    assertThat(status).isZero();
  }
}
