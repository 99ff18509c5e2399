package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Detects the facts of a Mac: the one this JVM runs on, or one whose files were copied.
 *
 * {@snippet :
 * Detection detection = HostDetector.detect();
 * for (Evidence evidence : detection.evidence(Fact.VM_MEMORY)) {
 *   System.out.println(evidence.value() + " from " + evidence.origin());
 * }
 * System.out.println(VmmAdvisor.recommend(detection.host()));
 * }
 *
 * <p>Detection changes nothing. Its only inputs are a root directory and a {@link CommandRunner}.
 * Nothing outside the root is read, not even through a symbolic link. A source that cannot be read
 * becomes a notice, and its facts stay unknown. Only a root that is not a folder is an error.
 *
 * <p>These are the sources of each fact, the most trusted first:
 *
 * <ul>
 *   <li>macOS: {@code sw_vers}, {@code sysctl}, the property lists in {@code
 *       /System/Library/CoreServices};
 *   <li>chip, architecture, memory, Mac in a virtual machine: {@code sysctl}, {@code
 *       system_profiler}. The JVM is never used, because it reports x86_64 under Rosetta;
 *   <li>Rosetta: {@code arch -x86_64}, on Apple silicon only; then its files;
 *   <li>version of Docker Desktop: {@code docker-version.json} if it was collected, then {@code
 *       Docker.app}, which can be newer than the running version;
 *   <li>VMM, memory, CPUs, file sharing, Rosetta of the VM: the list of processes; the last start
 *       in {@code com.docker.backend.log}; the settings file; the settings that an administrator
 *       locks; the default of the release. If Docker Desktop is known not to run, its log comes
 *       after the settings.
 * </ul>
 *
 * <p>{@link Detection#state()} says whether Docker Desktop is present. Four states have a notice
 * with their id as its code:
 *
 * <ul>
 *   <li>{@code not-a-mac} with {@code operatingSystem};
 *   <li>{@code docker-desktop-not-installed} with {@code folders}: the app folders that were read,
 *       which are {@code /Applications}, that of the user, and the one that the settings name. If
 *       one of them cannot be read, or {@code /Applications} is missing, the state is undetermined.
 *       If Docker Desktop is not installed, a settings file is not read: {@code
 *       left-over-settings-file};
 *   <li>{@code another-engine} with {@code engine}, a word of {@link Detection#anotherEngine()},
 *       and {@code name}. Docker Desktop is not seen running, and another engine answered {@code
 *       docker version} or {@code docker info}, or two of these hold: the current context in {@code
 *       .docker/config.json} is that of the engine, a program of the engine runs, Docker Desktop is
 *       not installed. {@code reason} is {@code named}, or {@code unnamed} if the engine is not
 *       recognised and has no {@code name};
 *   <li>{@code nothing-known}: no fact of the Mac or its Docker Desktop was found.
 * </ul>
 *
 * <p>A shared folder that does not exist, although its parent does, becomes the notice {@code
 * shared-folder-missing} with {@code folders}, at most ten of them, and {@code file}.
 *
 * <p>A root without any of the folders of a Mac is treated as a folder of collected files, such as
 * diagnostics. Its files are found by name, at any path. Outputs of commands can be stored in such
 * a folder, or at the top of a copied tree, as {@code sw_vers.txt}, {@code sysctl.txt}, {@code
 * ps.txt}, {@code system_profiler.json}, {@code docker-version.json} and {@code docker-info.json}.
 * The text output of {@code docker version} and {@code docker info} can also be stored as {@code
 * docker-version.txt} and {@code docker-info.txt}.
 *
 * <p>Immutable and thread-safe. Each call of {@link #detection()} reads the sources again.
 */
public final class HostDetector {

  private final Path root;
  private final CommandRunner commands;
  private final String home; // empty: unknown
  private final Host known;

  private HostDetector(Path root, CommandRunner commands, String home, Host known) {
    this.root = root;
    this.commands = commands;
    this.home = home;
    this.known = known;
  }

  /**
   * Detects the facts of the machine this JVM runs on, for the current user.
   *
   * @return the facts; on an operating system other than macOS, only its name
   */
  public static Detection detect() {
    String system = System.getProperty("os.name", "");
    return system.startsWith("Mac") ? ofThisMac().detection() : elsewhere(system);
  }

  /**
   * Detects the facts in a copied tree or in a folder of collected files. No command is run.
   *
   * @param root the folder that has the files under their paths on the Mac, or under their names
   *     alone
   * @return the facts
   * @throws IllegalArgumentException if the root does not exist or is not a folder
   */
  public static Detection detect(Path root) {
    Objects.requireNonNull(root, "root");
    return of(root, CommandRunner.none()).detection();
  }

  /** {@return a detector for the Mac this JVM runs on and the current user} */
  public static HostDetector ofThisMac() {
    return of(Path.of("/"), new LiveCommands()).withHome(System.getProperty("user.home", ""));
  }

  /**
   * {@return a detector for a root directory and a command runner}
   *
   * @param root the folder that represents the root of the Mac
   * @param commands the runner of commands
   * @throws IllegalArgumentException if the root does not exist or is not a folder
   */
  public static HostDetector of(Path root, CommandRunner commands) {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(commands, "commands");
    requireFolder(root);
    return new HostDetector(root, commands, "", Host.builder().build());
  }

  /**
   * {@return a copy of this detector for one user}
   *
   * <p>Without this option, a tree with one user is read for that user. If a tree has several
   * users, their settings are not read.
   *
   * @param homeFolder the home folder as a path of the Mac, such as {@code /Users/alice}
   */
  public HostDetector withHome(String homeFolder) {
    Objects.requireNonNull(homeFolder, "homeFolder");
    return new HostDetector(root, commands, homeFolder, known);
  }

  /**
   * {@return a copy of this detector with known facts}
   *
   * <p>For example, a copied tree does not show the architecture, which can change the meaning of
   * settings. Detected facts take precedence.
   *
   * @param host the known facts; its notices are not used
   */
  public HostDetector withKnown(Host host) {
    Objects.requireNonNull(host, "host");
    return new HostDetector(root, commands, home, host);
  }

  /** {@return the facts as they are now} */
  public Detection detection() {
    return investigation().detection();
  }

  /**
   * {@return whether Docker Desktop runs now, or empty if unknown}
   *
   * <p>It is also unknown if the list of processes hides the command line of a process that can be
   * part of Docker Desktop, for example one of another user.
   */
  public Optional<Boolean> isDockerDesktopRunning() {
    return investigation().isDockerDesktopRunning();
  }

  /**
   * {@return Docker Desktop's settings file; if there are two, the one that Docker Desktop reads;
   * or empty if there is none or it cannot be determined}
   */
  public Optional<Path> settingsFile() {
    DetectionRun investigation = investigation();
    investigation.detection();
    return investigation.settingsFile().flatMap(this::file);
  }

  /** {@return the path at which an administrator locks settings; the file need not exist} */
  public Path adminSettingsFile() {
    return MacFiles.under(root, MacPaths.ADMIN_SETTINGS);
  }

  /**
   * Merges the evidence of several sources into one host.
   *
   * <p>For each fact, the first evidence is used. Approximate values, and after them defaults of a
   * release, come behind everything else. Contradicting evidence is retained and becomes a notice:
   * {@code vmm-not-as-requested} if the running VMM is not the one the settings select, otherwise
   * {@code contradicting-evidence}. If one source has two values in the same place, or two equally
   * credible fields of an inventory differ, no value is used: {@code contested-evidence}. The VM
   * memory stays unknown if it was measured inside the VM and its setting can be below or above
   * 4096 MiB, which Docker VMM needs: {@code imprecise-vm-memory}.
   *
   * @param readings the readings of the sources, the most trusted first
   * @return the host and the evidence
   */
  public static Detection combine(List<Reading> readings) {
    Objects.requireNonNull(readings, "readings");
    return EvidenceMerger.of(readings, Optional.empty());
  }

  /**
   * Adds the reading of a source to a host, such as the workload of a compose file.
   *
   * @param known the host
   * @param reading the reading, which takes precedence; if {@code known} has another value, the
   *     notice {@code contradicted-fact} is added
   * @return the host with the facts and the notices of the source
   */
  public static Host with(Host known, Reading reading) {
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(reading, "reading");
    List<Notice> notices = new ArrayList<>(known.notices());
    notices.addAll(reading.notices());
    Host host = known;
    for (Fact fact : Fact.values()) {
      Optional<Evidence> evidence = reading.evidence(fact);
      if (evidence.isPresent()) {
        Object found = evidence.get().value();
        fact.valueIn(known)
            .filter(before -> !before.equals(found))
            .ifPresent(before -> notices.add(contradicted(fact, before, found)));
        host = FactSetter.with(host, fact, found);
      }
    }
    if (DetectionState.of(host) != DetectionState.NOTHING_KNOWN) {
      notices.removeIf(notice -> notice.code().equals(DetectionState.NOTHING_KNOWN.id()));
    }
    return Host.builder().from(host).notices(notices).build();
  }

  private static Notice contradicted(Fact fact, Object known, Object found) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("known", shown(known));
    parameters.put("found", shown(found));
    return new Notice(
        "contradicted-fact",
        fact.path(),
        parameters,
        shown(known) + " was known, and " + shown(found) + " was found and taken");
  }

  private static String shown(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : String.join(", ", list.stream().map(HostDetector::shown).toList());
    }
    return value instanceof Database database
        ? database.engine() + database.storage().map(storage -> " on " + storage).orElse("")
        : value.toString();
  }

  private static void requireFolder(Path root) {
    if (!Files.isDirectory(root)) {
      throw new IllegalArgumentException(
          "root: "
              + root
              + (Files.exists(root, LinkOption.NOFOLLOW_LINKS)
                  ? " is not a folder"
                  : " does not exist"));
    }
  }

  private DetectionRun investigation() {
    requireFolder(root);
    return new DetectionRun(root, commands, home, known);
  }

  private Optional<Path> file(String path) {
    try {
      return Optional.of(MacFiles.under(root, path));
    } catch (InvalidPathException e) {
      return Optional.empty(); // no file on this machine can have this path
    }
  }

  private static Detection elsewhere(String system) {
    String word = system.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = word.startsWith("windows") ? "windows" : word.replaceAll("^-+|-+$", "");
    if (!Fact.OPERATING_SYSTEM.accepts(name)) {
      return combine(List.of());
    }
    Origin origin = new Origin(Origin.Kind.GIVEN, "Java", "os.name");
    return combine(
        List.of(
            new Reading(
                List.of(new Evidence(Fact.OPERATING_SYSTEM, name, origin, Confidence.HIGH)),
                List.of())));
  }
}
