package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmmadvisor.api.detect.CommandOutput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes; skipped where there is no /bin/sh. */
class LiveCommandsTest {

  private static final String SHELL = "/bin/sh";
  private static final LiveCommands COMMANDS = new LiveCommands(60_000);
  private static final LiveCommands HASTY = new LiveCommands(300);

  @TempDir Path folder;

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of(SHELL)));
  }

  @Test
  void theExitStatusAndTheOutputAreKept() throws IOException {
    assertThat(shell("printf 'one\\ntwo'; exit 86")).isEqualTo(new CommandOutput(86, "one\ntwo"));
    assertThat(shell(":")).isEqualTo(new CommandOutput(0, ""));
    assertThat(shell("printf '\\303\\251'").text()).isEqualTo("\u00e9");
  }

  @Test
  void aLongOutputIsReadWhole() throws IOException {
    CommandOutput output =
        shell("i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done");

    assertThat(output.text()).isEqualTo("0123456789\n".repeat(20_000));
  }

  @Test
  void whatIsWrittenToStandardErrorIsNoOutput() throws IOException {
    assertThat(shell("echo told; echo failed >&2").text()).isEqualTo("told\n");
  }

  @Test
  void theEnvironmentHoldsNothingOfTheCaller() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")));

    assertThat(COMMANDS.run(List.of("/usr/bin/env")).text().lines())
        .containsExactlyInAnyOrder("LC_ALL=C", "SYSTEM_VERSION_COMPAT=0");
  }

  @Test
  void argumentsAreNotSeenByAShell() throws IOException {
    CommandOutput output =
        COMMANDS.run(List.of(SHELL, "-c", "printf %s \"$1\"", "sh", "$(echo x) ; `id` * \"'"));

    assertThat(output.text()).isEqualTo("$(echo x) ; `id` * \"'");
  }

  @Test
  void thereIsNoInput() throws IOException {
    assertThat(shell("cat; echo end").text()).isEqualTo("end\n");
  }

  @Test
  void aRelativePathIsRefused() {
    for (String program : List.of("sh", "./sh", "bin/sh", "")) {
      assertThatThrownBy(() -> COMMANDS.run(List.of(program, "-c", ":")))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(FileNotFoundException.class)
          .hasMessageContaining("no absolute path");
    }
  }

  @Test
  void aProgramThatIsNotThereIsNoFailure() {
    assertThatThrownBy(() -> COMMANDS.run(List.of(folder.resolve("nothing").toString())))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void whatCannotBeStartedIsAnError() {
    assertThatThrownBy(() -> COMMANDS.run(List.of(folder.toString())))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(FileNotFoundException.class);
  }

  @Test
  void atTheTimeLimitTheWholeTreeIsKilled() throws Exception {
    Path child = folder.resolve("child");
    Path grandchild = folder.resolve("grandchild");
    String script =
        "/bin/sh -c 'echo $$ > "
            + grandchild
            + ".part; mv "
            + grandchild
            + ".part "
            + grandchild
            + "; sleep 600; :' & echo $! > "
            + child
            + ".part; mv "
            + child
            + ".part "
            + child
            + "; wait";
    LiveCommands commands = new LiveCommands(3_000); // enough to start three processes

    assertThatThrownBy(() -> commands.run(List.of(SHELL, "-c", script)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not end within 3000 ms");
    for (Path file : List.of(child, grandchild)) {
      awaitEnd(Long.parseLong(Files.readString(file).strip()));
    }
  }

  @Test
  void aCommandThatIgnoresRequestsToEndIsKilledAsWell() throws Exception {
    assertThatThrownBy(
            () ->
                HASTY.run(List.of(SHELL, "-c", "trap '' TERM INT HUP; while :; do sleep 1; done")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not end within");
    awaitNoChildren();
  }

  @Test
  void tooMuchOutputIsAnErrorAndTheProcessIsGone() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/yes")));

    assertThatThrownBy(() -> COMMANDS.run(List.of("/usr/bin/yes")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wrote more than " + CommandOutput.MAX);
    awaitNoChildren();
  }

  @Test
  void aProcessThatIsLeftBehindHoldsNothingUp() throws Exception {
    Path left = folder.resolve("left");
    String script = "sleep 600 & echo $! > " + left + "; echo told";

    try {
      assertThat(COMMANDS.run(List.of(SHELL, "-c", script)))
          .isEqualTo(new CommandOutput(0, "told\n"));
    } finally {
      ProcessHandle.of(Long.parseLong(Files.readString(left).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void noThreadIsLeftWaiting() {
    assertThatThrownBy(() -> HASTY.run(List.of(SHELL, "-c", "sleep 600")))
        .isInstanceOf(IOException.class);

    assertThat(Thread.getAllStackTraces())
        .allSatisfy(
            (thread, stack) -> {
              if (!thread.equals(Thread.currentThread())) {
                assertThat(stack)
                    .noneMatch(each -> each.getClassName().equals(LiveCommands.class.getName()));
              }
            });
  }

  @Test
  void anInterruptedCallerStaysInterruptedAndTheCommandIsGone() throws Exception {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> COMMANDS.run(List.of(SHELL, "-c", "sleep 600")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    awaitNoChildren();
  }

  private CommandOutput shell(String script) throws IOException {
    return COMMANDS.run(List.of(SHELL, "-c", script));
  }

  private static void awaitEnd(long pid) throws InterruptedException {
    await(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(), pid + " to end");
  }

  private static void awaitNoChildren() throws InterruptedException {
    await(
        () -> ProcessHandle.current().descendants().noneMatch(ProcessHandle::isAlive),
        "all children to end");
  }

  private static void await(BooleanSupplier end, String what) throws InterruptedException {
    for (int i = 0; i < 3_000 && !end.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertThat(end.getAsBoolean()).as(what).isTrue();
  }
}
