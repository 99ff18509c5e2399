package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.CommandRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs commands of this machine: an absolute path, no shell, an environment with nothing of the
 * caller's in it, no input, a time limit, a limit to the output; a command that exceeds one is
 * killed with everything it started.
 */
final class LiveCommands implements CommandRunner {

  /** The time that a command has. */
  static final long SECONDS = 5;

  // SYSTEM_VERSION_COMPAT=0: macOS tells its true version and not 10.16
  private static final Map<String, String> ENVIRONMENT =
      Map.of("LC_ALL", "C", "SYSTEM_VERSION_COMPAT", "0");

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
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      CompletableFuture<byte[]> output = new CompletableFuture<>();
      Thread reader = new Thread(() -> read(process.getInputStream(), output), program);
      reader.setDaemon(true);
      reader.start();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
      byte[] bytes = output.get(milliseconds, TimeUnit.MILLISECONDS);
      if (bytes.length > CommandOutput.MOST) {
        throw new IOException(program + " wrote more than " + CommandOutput.MOST + " bytes");
      }
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      return new CommandOutput(process.exitValue(), new String(bytes, StandardCharsets.UTF_8));
    } catch (TimeoutException e) {
      throw new IOException(program + " did not end within " + milliseconds + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(program + " could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      kill(process);
    }
  }

  private static void read(InputStream stream, CompletableFuture<byte[]> output) {
    try {
      output.complete(stream.readNBytes(CommandOutput.MOST + 1));
    } catch (IOException e) {
      output.completeExceptionally(new UncheckedIOException(e));
    }
  }

  private static void kill(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
