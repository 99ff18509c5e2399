package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the process of the runnable jar ends where something around it is not as usual. */
class ProcessEndsIT {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("vmmadvisor.cli.jar")));

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final String HOST =
      "{\"architecture\":\"arm64\",\"macOsVersion\":\"15.2\","
          + "\"dockerDesktop\":{\"version\":\"4.91.0\",\"memoryMiB\":8192}}\n";

  private record Result(int status, String out, String err) {}

  @TempDir private Path folder;

  private Result run(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Result(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private List<String> java(String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-jar", JAR.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private List<String> shell(String script) {
    return List.of(
        "/bin/sh",
        "-c",
        script.replace("JAR", "'" + JAVA + "' -jar '" + JAR.toAbsolutePath() + "'"));
  }

  /** Every reader of files, in a locale that cannot name a file that is there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "detect --root ROOT",
        "detect --explain --root ROOT",
        "recommend --root ROOT",
        "recommend --compose ROOT/compose.yaml host.json",
        "validate --settings ROOT/settings-store.json",
        "fleet host.json",
        "fleet --from osquery host.json",
        "fleet --from jamf host.json",
        "fleet --from csv host.json",
        "diagnose --log host.json host.json",
        "apply --root ROOT",
        "restore --list --root ROOT",
        "catalog check host.json",
        "recommend --layer host.json host.json",
      })
  void aLocaleThatCannotNameAFileEndsNothing(String call) throws Exception {
    Path root = Files.createDirectory(folder.resolve("root"));
    // made by a shell, as this process may have such a locale as well
    run(shell("printf x > \"root/$(printf '\\303\\251').txt\""));
    Files.writeString(root.resolve("settings-store.json"), "{\"SettingsVersion\":43}");
    Files.writeString(root.resolve("compose.yaml"), "services: {a: {image: nginx}}\n");
    Files.writeString(folder.resolve("host.json"), HOST);

    Result result = run(java(call.replace("ROOT", "root").split(" ")));

    assertThat(result.status()).isBetween(0, 3);
    assertThat(result.out() + result.err())
        .doesNotContain("Exception", "\tat ", "internal error")
        .isNotEmpty();
  }

  @Test
  void anInternalErrorIsOneLineAndAStatusOfItsOwn() throws Exception {
    String traits = ("\"" + "t".repeat(99_000) + "\",").repeat(40);
    Files.writeString(
        folder.resolve("host.json"), "{\"workload\":{\"traits\":[" + traits + "\"a\"]}}");
    List<String> call = java("validate", "host.json");
    call.add(1, "-Xmx8m");

    Result result = run(call);
    call.add("--stacktrace");
    Result withTrace = run(call);

    assertThat(result.status()).isEqualTo(70);
    assertThat(result.err().lines().toList())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("vmm-advisor: internal error: java.lang.OutOfMemoryError");
    assertThat(withTrace.status()).isEqualTo(70);
    assertThat(withTrace.err().lines().count()).isGreaterThan(1);
  }

  @Test
  void aClosedPipeIsNoError() throws Exception {
    Files.writeString(folder.resolve("hosts.ndjson"), HOST.repeat(3_000));

    Result result =
        run(
            shell(
                "{ JAR recommend --format ndjson hosts.ndjson; echo $? > status; } | head -c 10"));

    assertThat(text(folder.resolve("status")).strip()).isEqualTo("0");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aFullDiskIsReportedAndAWrittenChangeIsNotRefused() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has it");
    Files.writeString(folder.resolve("host.json"), HOST);
    Path settings =
        Files.createDirectories(
                folder.resolve("mac/Users/a/Library/Group Containers/group.com.docker"))
            .resolve("settings-store.json");
    Files.writeString(settings, "{\"SettingsVersion\":43,\"UseLibkrun\":true}");

    Result unwritten = run(shell("JAR recommend host.json > /dev/full"));
    Result written =
        run(
            shell(
                "JAR apply --write --root mac --architecture arm64 --macos 15.2 --docker-desktop"
                    + " 4.91.0 --to apple-virtualization-framework > /dev/full"));

    assertThat(unwritten.status()).isEqualTo(2);
    assertThat(unwritten.err()).isEqualTo("vmm-advisor: standard output cannot be written\n");
    assertThat(written.status()).isZero();
    assertThat(written.err()).contains("the settings file was written");
    assertThat(settings).content().contains("\"UseLibkrun\":false");
  }
}
