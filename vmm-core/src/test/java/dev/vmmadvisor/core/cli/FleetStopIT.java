package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends a fleet that goes on, as Ctrl-C does. */
class FleetStopIT {

  private static final String JAR =
      Objects.requireNonNull(System.getProperty("vmmadvisor.cli.jar"));
  private static final int TERMINATED = 143;
  private static final byte[] HOST =
      "{\"architecture\": \"arm64\"}\n".getBytes(StandardCharsets.UTF_8);
  private static final Pattern PROGRESS = Pattern.compile("^(\\d+) hosts, 1 rejected");

  @TempDir private Path folder;

  @Test
  void whatWasReadIsReportedAndWhatIsNoHostIsKept() throws Exception {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no such signal there");
    Path report = folder.resolve("report.json");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(JAR).toAbsolutePath().toString(),
                "fleet",
                "-",
                "--format",
                "json",
                "--rejected",
                "rejected.ndjson")
            .directory(folder.toFile())
            .redirectOutput(report.toFile())
            .start();
    int fed = 0;
    int told;
    try (OutputStream input = process.getOutputStream();
        BufferedReader errors =
            new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      input.write("{\"memoryMiB\": -1}\n".getBytes(StandardCharsets.UTF_8));
      while (!errors.ready()) { // it tells how far it is every few seconds
        input.write(HOST);
        input.flush();
        fed++;
        Thread.sleep(100);
      }
      Matcher progress = PROGRESS.matcher(errors.readLine());
      assertThat(progress.find()).isTrue();
      told = Integer.parseInt(progress.group(1));

      // what is started in the background may ignore the signal of Ctrl-C; this one does the same
      process.toHandle().destroy();

      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(errors.lines().toList())
          .anyMatch(each -> each.startsWith("vmm-advisor: stopped;"))
          .anyMatch(each -> each.startsWith("vmm-advisor: 1 could not be read"));
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(TERMINATED);
    JsonNode document = new ObjectMapper().readTree(report.toFile());
    assertThat(document.get("hosts").asInt()).isBetween(told, fed);
    assertThat(Files.readString(folder.resolve("rejected.ndjson"))).contains("\"line\":1");
  }
}
