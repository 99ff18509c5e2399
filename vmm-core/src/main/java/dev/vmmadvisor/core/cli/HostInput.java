package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.detect.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The inputs that a command line names, one at a time: Host documents, or Docker Desktop's settings
 * file. What is wrong with one is told on standard error and keeps no other from its turn.
 */
final class HostInput {

  /** The options that name an input. */
  static final List<String> OPTIONS =
      List.of("--settings", "--architecture", "--macos", "--docker-desktop");

  private final InputStream in;
  private final PrintStream err;
  private final List<String> files;
  private final Optional<String> settings;
  private final Host known;
  private boolean wrong;

  private HostInput(
      InputStream in, PrintStream err, List<String> files, Optional<String> settings, Host known) {
    this.in = in;
    this.err = err;
    this.files = files;
    this.settings = settings;
    this.known = known;
  }

  static HostInput of(Arguments arguments, List<String> files, InputStream in, PrintStream err)
      throws UsageException {
    Optional<String> settings = arguments.value("--settings");
    if (settings.isPresent() && !files.isEmpty()) {
      throw new UsageException("--settings takes the place of FILE; give one of them");
    }
    for (String option : OPTIONS) {
      if (settings.isEmpty() && arguments.has(option)) {
        throw new UsageException(option + " goes with --settings");
      }
    }
    if (files.stream().filter("-"::equals).count() > 1) {
      throw new UsageException("- (standard input) stands twice");
    }
    return new HostInput(
        in, err, files.isEmpty() ? List.of("-") : files, settings, known(arguments));
  }

  /** What the options tell of the host that a settings file describes. */
  private static Host known(Arguments arguments) throws UsageException {
    Host.Builder host = Host.builder();
    arguments.constant("--architecture", Architecture.values()).ifPresent(host::architecture);
    arguments.parsed("--macos", Version::parse).ifPresent(host::macOsVersion);
    Optional<Version> version = arguments.parsed("--docker-desktop", Version::parse);
    return host.dockerDesktop(DockerDesktop.builder().version(version).build()).build();
  }

  /** Uses a host and the name of where it comes from. */
  @FunctionalInterface
  interface HostUse {
    void of(String name, Host host);
  }

  /** Uses a stream and the name of where it comes from. */
  @FunctionalInterface
  interface StreamUse {
    void of(String name, InputStream stream) throws IOException;
  }

  /** Whether there is more than one input. */
  boolean isSeveral() {
    return settings.isEmpty() && files.size() > 1;
  }

  /** Whether something was wrong with an input. */
  boolean isWrong() {
    return wrong;
  }

  /** Whether the input is Docker Desktop's settings file. */
  boolean isSettings() {
    return settings.isPresent();
  }

  /** Reads each host and uses it. */
  void eachHost(HostUse use) {
    if (settings.isPresent()) {
      with(settings.get(), (name, stream) -> use.of(name, SettingsFile.read(stream, known)));
    } else {
      eachStream((name, stream) -> use.of(name, VmmJson.readHost(stream)));
    }
  }

  /** Uses the stream of each FILE. */
  void eachStream(StreamUse use) {
    files.forEach(file -> with(file, use));
  }

  private void with(String file, StreamUse use) {
    String name = shown(file);
    try {
      if (file.equals("-")) {
        use.of(name, in);
      } else {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
          use.of(name, stream);
        }
      }
    } catch (DocumentException e) {
      e.problems().forEach(problem -> tell(name, problem.toString()));
    } catch (NoSuchFileException e) {
      tell(name, "there is no such file");
    } catch (AccessDeniedException e) {
      tell(name, "permission to read it is denied");
    } catch (IOException | InvalidPathException e) {
      tell(name, "cannot be read: " + e.getMessage());
    }
  }

  /** Tells what is wrong with an input. */
  void tell(String name, String message) {
    wrong = true;
    err.println(name + ": " + message);
  }

  static String shown(String file) {
    return file.equals("-") ? "standard input" : file;
  }
}
