package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands of this machine. A command has an absolute path, no shell, no input, and an
 * environment without the caller's variables. Its time and output are limited. A command that
 * exceeds a limit is killed together with its descendants. No thread is started. Thread-safe.
 */
final class LiveCommands implements CommandRunner {

  /** The time limit of a command, in seconds. */
  static final long SECONDS = 5;

  // SYSTEM_VERSION_COMPAT=0: macOS reports its true version instead of 10.16
  private static final Map<String, String> ENVIRONMENT =
      Map.of("LC_ALL", "C", "SYSTEM_VERSION_COMPAT", "0");

  private static final long PAUSE = 2; // milliseconds between two reads of the output

  private final long milliseconds;

  LiveCommands() {
    this(TimeUnit.SECONDS.toMillis(SECONDS));
  }

  LiveCommands(long milliseconds) {
    this.milliseconds = milliseconds;
  }

  @Override
  public CommandOutput run(List<String> command) throws IOException {
    String program = command.get(0);
    if (!Path.of(program).isAbsolute()) {
      throw new IOException(program + " is no absolute path");
    }
    if (!Files.exists(Path.of(program))) {
      throw new FileNotFoundException("there is no " + program);
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      return answer(program, process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      kill(process);
    }
  }

  /** Reads without blocking: a process that a command left behind can hold its output open. */
  private CommandOutput answer(String program, Process process)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    InputStream stream = process.getInputStream();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    boolean ended;
    do {
      // Checked before the read, so that no output is missed.
      ended = process.waitFor(PAUSE, TimeUnit.MILLISECONDS);
      for (int ready = stream.available(); ready > 0; ready = stream.available()) {
        output.write(stream.readNBytes(Math.min(ready, CommandOutput.MAX)));
        if (output.size() > CommandOutput.MAX) {
          throw new IOException(program + " wrote more than " + CommandOutput.MAX + " bytes");
        }
        if (System.nanoTime() - end > 0) {
          break;
        }
      }
      if (!ended && System.nanoTime() - end > 0) {
        throw new IOException(program + " did not end within " + milliseconds + " ms");
      }
    } while (!ended);
    return new CommandOutput(process.exitValue(), output.toString(StandardCharsets.UTF_8));
  }

  private static void kill(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
