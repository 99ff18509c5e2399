package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.workload.ComposeFile;
import dev.vmmadvisor.core.workload.ComposeOptions;
import dev.vmmadvisor.core.workload.DotEnv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The compose file of {@code --compose}, the workload of every host. */
final class ComposeInput {

  static final String COMPOSE = "--compose";
  static final String PROFILES = "--profiles";

  private static final int MOST = 4 * 1024 * 1024;

  private final String name;
  private final byte[] content;
  private final ComposeOptions options;

  private ComposeInput(String name, byte[] content, ComposeOptions options) {
    this.name = name;
    this.content = content;
    this.options = options;
  }

  /**
   * Reads the file, and {@code .env} beside it, from which the variables come.
   *
   * @param onMac whether the paths of this machine are those of the Mac
   * @throws IOException if it cannot be read
   */
  static ComposeInput read(String file, String profiles, boolean onMac) throws IOException {
    Path path = Path.of(file);
    ComposeOptions options = ComposeOptions.none();
    if (!profiles.isEmpty()) {
      options = options.withProfiles(Set.of(profiles.split(",")));
    }
    if (onMac) {
      options =
          options
              .withFolder(String.valueOf(path.toAbsolutePath().normalize().getParent()))
              .withHome(System.getProperty("user.home", ""));
    }
    Path env = path.resolveSibling(".env");
    if (Files.isRegularFile(env)) {
      options =
          options.withVariables(DotEnv.read(new String(content(env), StandardCharsets.UTF_8)));
    }
    return new ComposeInput(file, content(path), options);
  }

  /** A host with the workload of the file. */
  Host addTo(Host host) throws IOException {
    ComposeOptions forHost = host.architecture().map(options::withArchitecture).orElse(options);
    Reading reading = ComposeFile.read(new ByteArrayInputStream(content), name, forHost);
    return HostDetector.with(host, reading);
  }

  private static byte[] content(Path path) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] content = stream.readNBytes(MOST + 1);
      if (content.length > MOST) {
        throw new IOException("it has more than " + MOST + " bytes");
      }
      return content;
    }
  }
}
