package dev.vmmadvisor.testkit;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A simulated Mac for tests: a root directory and a command runner that show the given facts.
 *
 * {@snippet :
 * FakeMac mac = FakeMac.lockedFleetMac().createIn(folder);
 * HostDetector detector = HostDetector.of(mac.root(), mac.commands()).withHome(mac.home());
 * Detection detection = detector.detection();
 * }
 *
 * <p>Unknown facts of the host cannot be detected. Some facts cannot be detected on any Mac: the
 * workload; locked settings other than {@code fileSharing} and {@code rosettaEnabled}; whether
 * Rosetta is installed on an Intel Mac.
 */
public final class FakeMac {

  /** The name of the user. */
  public static final String USER = "alice";

  private final Path root;
  private final FakeCommands commands;

  private FakeMac(Path root, FakeCommands commands) {
    this.root = root;
    this.commands = commands;
  }

  /**
   * {@return a builder of a Mac with the facts of a host and a running Docker Desktop}
   *
   * @param host the facts; its operating system must be macOS or unknown
   */
  public static Builder of(Host host) {
    Objects.requireNonNull(host, "host");
    return new Builder(host);
  }

  /** {@return an Intel Mac with HyperKit} */
  public static Builder intel() {
    return of(SampleHosts.intelOnHyperKit());
  }

  /** {@return an M1 with 8 GB; its Linux VM has exactly the 4096 MiB that Docker VMM needs} */
  public static Builder m1With8Gb() {
    Host host = SampleHosts.appleSilicon();
    return of(
        Host.builder()
            .from(host)
            .chip("Apple M1")
            .memoryMiB(8192)
            .dockerDesktop(
                DockerDesktop.builder()
                    .from(host.dockerDesktop())
                    .vmm(Vmm.DOCKER_VMM)
                    .memoryMiB(4096)
                    .rosettaEnabled(false)
                    .build())
            .build());
  }

  /**
   * {@return an M4 with a release of Docker Desktop in which Docker VMM uses Docker's own engine}
   */
  public static Builder m4() {
    Host host = SampleHosts.appleSilicon();
    return of(
        Host.builder()
            .from(host)
            .chip("Apple M4")
            .memoryMiB(32768)
            .macOsVersion(Version.parse("26.1"))
            .dockerDesktop(
                DockerDesktop.builder()
                    .from(host.dockerDesktop())
                    .version(Version.parse("4.88.0"))
                    .build())
            .build());
  }

  /** {@return a Mac on which Docker Desktop is installed and was never started} */
  public static Builder freshInstall() {
    return of(withoutSettings()).stopped();
  }

  /** {@return a Mac whose settings file has no VMM settings, because none was ever changed} */
  public static Builder sparseSettings() {
    return of(withoutSettings())
        .stopped()
        .settings(
            """
            {
              "AutoStart": true,
              "DisplayedOnboarding": true,
              "LicenseTermsVersion": 2,
              "SettingsVersion": 43,
              "UseContainerdSnapshotter": true
            }
            """);
  }

  /** {@return a Mac on which an administrator has locked file sharing and Rosetta} */
  public static Builder lockedFleetMac() {
    Host host = SampleHosts.appleSilicon();
    return of(
        Host.builder()
            .from(host)
            .dockerDesktop(
                DockerDesktop.builder()
                    .from(host.dockerDesktop())
                    .lockedSettings(List.of("fileSharing", "rosettaEnabled"))
                    .build())
            .build());
  }

  /** {@return an Apple silicon Mac as seen from a JVM that runs under Rosetta} */
  public static Builder jvmUnderRosetta() {
    return of(SampleHosts.appleSilicon()).translated();
  }

  /** {@return a Mac that is itself a virtual machine} */
  public static Builder macInVirtualMachine() {
    Host host = SampleHosts.appleSilicon();
    return of(
        Host.builder().from(host).chip("Apple M4 Max (Virtual)").virtualMachine(true).build());
  }

  /** {@return a Mac whose settings folder is unreadable} */
  public static Builder unreadableSettings() {
    return of(SampleHosts.appleSilicon()).stopped().lockedFolder();
  }

  private static Host withoutSettings() {
    Host host = SampleHosts.appleSilicon();
    return Host.builder()
        .from(host)
        .dockerDesktop(DockerDesktop.builder().version(host.dockerDesktop().version()).build())
        .build();
  }

  /** {@return the root folder of the Mac} */
  public Path root() {
    return root;
  }

  /** {@return the simulated commands of the Mac} */
  public CommandRunner commands() {
    return commands;
  }

  /** {@return the path of the home folder of {@value #USER} on the Mac} */
  public String home() {
    return "/Users/" + USER;
  }

  /** {@return all commands that were run so far, in order; unmodifiable} */
  public List<List<String>> commandsRun() {
    return commands.run();
  }

  /** Builds fake Macs. Not safe to share between threads. */
  public static final class Builder {

    final Host host;
    boolean running = true;
    boolean translated;
    boolean lockedFolder;
    String settings = "";

    private Builder(Host host) {
      this.host = host;
      String system = host.operatingSystem().orElse(Host.MACOS);
      if (!system.equals(Host.MACOS)) {
        throw new IllegalArgumentException(
            "operatingSystem: " + system + " is not accepted; accepted: macos");
      }
    }

    /** {@return this builder; Docker Desktop does not run} */
    public Builder stopped() {
      running = false;
      return this;
    }

    /** {@return this builder; the inspecting JVM runs under Rosetta} */
    public Builder translated() {
      translated = true;
      return this;
    }

    /** {@return this builder; the settings folder is unreadable} */
    public Builder lockedFolder() {
      lockedFolder = true;
      return this;
    }

    /**
     * {@return this builder, with the given settings file}
     *
     * @param json the whole content of the settings file
     */
    public Builder settings(String json) {
      Objects.requireNonNull(json, "json");
      settings = json;
      return this;
    }

    /**
     * Writes the files.
     *
     * @param folder an empty folder, which becomes the root
     * @return the Mac
     * @throws IOException if they cannot be written
     */
    public FakeMac createIn(Path folder) throws IOException {
      Objects.requireNonNull(folder, "folder");
      FakeFiles files = new FakeFiles(this);
      files.writeTo(folder);
      return new FakeMac(folder, new FakeCommands(this));
    }

    boolean isArm() {
      return host.architecture().filter(Architecture.ARM64::equals).isPresent();
    }
  }
}
