package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.detect.ProjectFiles;
import dev.vmmadvisor.core.input.TextEncoding;
import dev.vmmadvisor.core.workload.ComposeFile;
import dev.vmmadvisor.core.workload.ComposeOptions;
import dev.vmmadvisor.core.workload.DotEnv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The compose file of {@code --compose}, the workload of every host. */
final class ComposeInput {

  static final String COMPOSE = "--compose";
  static final String PROFILES = "--profiles";

  private static final int MAX = 4 * 1024 * 1024;

  private final Map<Optional<Architecture>, Reading> readings;

  private ComposeInput(Map<Optional<Architecture>, Reading> readings) {
    this.readings = readings;
  }

  /**
   * Reads the file, and the variables of the {@code .env} file beside it.
   *
   * @param profiles the names of the active profiles, separated by commas
   * @param onMac whether the paths of this machine are those of the Mac
   * @throws UsageException if a file cannot be read, or the file is not a compose file
   */
  static ComposeInput read(String file, String profiles, boolean onMac) throws UsageException {
    ComposeOptions options = ComposeOptions.none().withProfiles(names(profiles));
    Path path = path(file);
    if (onMac) {
      options = options.withFolder(String.valueOf(path.toAbsolutePath().normalize().getParent()));
      String home = System.getProperty("user.home", "");
      options = home.startsWith("/") ? options.withHome(home) : options;
    }
    Path env = path.resolveSibling(".env");
    List<Notice> notices = new ArrayList<>();
    try {
      Optional<byte[]> variables = ProjectFiles.read(path, ".env", MAX);
      if (variables.isPresent()) {
        options =
            options.withVariables(
                read(
                    env.toString(),
                    () -> DotEnv.read(TextEncoding.decode(variables.orElseThrow()))));
      }
    } catch (ProjectFiles.RefusedException e) {
      notices.add(
          ProjectFiles.unreadable(env.toString(), e.reason(), String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw wrong(env.toString(), "cannot be read: " + e.getMessage());
    }
    byte[] content = content(path);
    Map<Optional<Architecture>, Reading> readings = new HashMap<>();
    readings.put(Optional.empty(), reading(file, content, options, notices));
    for (Architecture architecture : Architecture.values()) {
      readings.put(
          Optional.of(architecture),
          reading(file, content, options.withArchitecture(architecture), notices));
    }
    return new ComposeInput(readings);
  }

  /** Returns the host with the workload of the file. */
  Host addTo(Host host) {
    return HostDetector.with(host, readings.getOrDefault(host.architecture(), Reading.nothing()));
  }

  private static Set<String> names(String profiles) {
    return Arrays.stream(profiles.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Path path(String file) throws UsageException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw wrong(file, "cannot be read: " + e.getMessage());
    }
  }

  private static Reading reading(
      String file, byte[] content, ComposeOptions options, List<Notice> notices)
      throws UsageException {
    return read(file, () -> ComposeFile.read(new ByteArrayInputStream(content), file, options))
        .and(new Reading(List.of(), notices));
  }

  private static byte[] content(Path path) throws UsageException {
    return read(
        path.toString(),
        () -> {
          try (InputStream stream = Files.newInputStream(path)) {
            byte[] content = stream.readNBytes(MAX + 1);
            if (content.length > MAX) {
              throw new IOException("it has more than " + MAX + " bytes");
            }
            return content;
          }
        });
  }

  /** A read operation that can fail. */
  @FunctionalInterface
  private interface Source<T> {
    T read() throws IOException;
  }

  private static <T> T read(String file, Source<T> source) throws UsageException {
    try {
      return source.read();
    } catch (DocumentException e) {
      throw wrong(
          file, e.problems().stream().map(Object::toString).collect(Collectors.joining("; ")));
    } catch (NoSuchFileException e) {
      throw wrong(file, "there is no such file");
    } catch (AccessDeniedException e) {
      throw wrong(file, "permission to read it is denied");
    } catch (IOException e) {
      throw wrong(file, "cannot be read: " + e.getMessage());
    }
  }

  private static UsageException wrong(String file, String message) {
    return new UsageException(COMPOSE + ": " + file + ": " + message);
  }
}
