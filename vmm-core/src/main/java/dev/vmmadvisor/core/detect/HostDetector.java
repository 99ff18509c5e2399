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
 * Finds out the facts of a Mac: of the one it runs on, or of one whose files were copied.
 *
 * {@snippet :
 * Detection detection = HostDetector.detect();
 * for (Evidence evidence : detection.evidence(Fact.VM_MEMORY)) {
 *   System.out.println(evidence.value() + " from " + evidence.origin());
 * }
 * System.out.println(VmmAdvisor.recommend(detection.host()));
 * }
 *
 * <p>It only looks. Everything it learns comes through two seams, a root directory and a {@link
 * CommandRunner}; nothing outside the root is read, also not through a symbolic link. What cannot
 * be read becomes a notice, and the fact stays unknown. Only a root that is no folder is an error.
 *
 * <p>What is looked at, for each fact the best first:
 *
 * <ul>
 *   <li>macOS: {@code sw_vers}, {@code sysctl}, the property lists in {@code
 *       /System/Library/CoreServices};
 *   <li>chip, architecture, memory, Mac in a virtual machine: {@code sysctl}, {@code
 *       system_profiler}; never the JVM, which is x86_64 where Rosetta translates it;
 *   <li>Rosetta: {@code arch -x86_64}, on Apple silicon only; then its files;
 *   <li>Docker Desktop's version: {@code docker-version.json} if that was collected, then {@code
 *       Docker.app}, which can be newer than what runs;
 *   <li>VMM, memory, CPUs, file sharing, Rosetta of the VM: the list of processes; the last start
 *       in {@code com.docker.backend.log}; the settings file; what an administrator locks; the
 *       default of the release. If Docker Desktop is known not to run, its log is about the past
 *       and comes behind the settings.
 * </ul>
 *
 * <p>{@link Detection#state()} says whether Docker Desktop is there at all. Four states have a
 * notice with their id as its code:
 *
 * <ul>
 *   <li>{@code not-a-mac} with {@code operatingSystem};
 *   <li>{@code docker-desktop-not-installed} with {@code folders}: the folders of apps that were
 *       read, {@code /Applications}, that of the user, and the one that the settings name. One that
 *       cannot be read, or {@code /Applications} missing, leaves the state undetermined. A settings
 *       file is then not read: {@code left-over-settings-file};
 *   <li>{@code another-engine} with {@code engine}, a word of {@link Detection#anotherEngine()},
 *       and {@code name}: Docker Desktop is not seen running, and another engine answered {@code
 *       docker version} or {@code docker info}, or two of these hold: the current context in {@code
 *       .docker/config.json} is that of the engine, a program of the engine runs, Docker Desktop is
 *       not installed. {@code reason} is {@code named}, or {@code unnamed} if the engine is not
 *       recognised and has no {@code name};
 *   <li>{@code nothing-known}: no fact of the Mac and its Docker Desktop was found.
 * </ul>
 *
 * <p>A folder in the list of shared folders that is not there, although its parent is, becomes the
 * notice {@code shared-folder-missing} with {@code folders}, at most ten of them, and {@code file}.
 *
 * <p>A root that has none of the folders of a Mac is taken for a folder in which files were
 * collected, such as diagnostics: the files are then found by their names, wherever they lie. There
 * and at the top of a copied tree the outputs of commands may lie as {@code sw_vers.txt}, {@code
 * sysctl.txt}, {@code ps.txt}, {@code system_profiler.json}, {@code docker-version.json} and {@code
 * docker-info.json}; what {@code docker version} and {@code docker info} print as text may also lie
 * as {@code docker-version.txt} and {@code docker-info.txt}.
 *
 * <p>Immutable and safe to share between threads; each {@link #detection()} looks anew.
 */
public final class HostDetector {

  private final Path root;
  private final CommandRunner commands;
  private final String home; // empty: not known
  private final Host known;

  private HostDetector(Path root, CommandRunner commands, String home, Host known) {
    this.root = root;
    this.commands = commands;
    this.home = home;
    this.known = known;
  }

  /**
   * Looks at the machine this runs on, as the user this runs as.
   *
   * @return what was found; on another operating system than macOS nothing but its name
   */
  public static Detection detect() {
    String system = System.getProperty("os.name", "");
    return system.startsWith("Mac") ? ofThisMac().detection() : elsewhere(system);
  }

  /**
   * Looks at a copied tree, or at a folder of collected files. No command is run.
   *
   * @param root the folder that holds the files under the paths that the Mac has them at, or under
   *     their names alone
   * @return what was found
   * @throws IllegalArgumentException if the root does not exist or is not a folder
   */
  public static Detection detect(Path root) {
    Objects.requireNonNull(root, "root");
    return of(root, CommandRunner.none()).detection();
  }

  /** {@return a detector of the Mac this runs on, with the files of the user this runs as} */
  public static HostDetector ofThisMac() {
    return of(Path.of("/"), new LiveCommands()).withHome(System.getProperty("user.home", ""));
  }

  /**
   * {@return a detector that looks through two seams}
   *
   * @param root the folder that represents the root of the Mac
   * @param commands what runs commands
   * @throws IllegalArgumentException if the root does not exist or is not a folder
   */
  public static HostDetector of(Path root, CommandRunner commands) {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(commands, "commands");
    requireFolder(root);
    return new HostDetector(root, commands, "", Host.builder().build());
  }

  /**
   * {@return this detector, looking at one user}
   *
   * <p>Without it, a root with the files of one user is read as of that user, and of a root with
   * those of several the settings are not read.
   *
   * @param homeFolder the home folder as the Mac has it, such as {@code /Users/alice}
   */
  public HostDetector withHome(String homeFolder) {
    Objects.requireNonNull(homeFolder, "homeFolder");
    return new HostDetector(root, commands, homeFolder, known);
  }

  /**
   * {@return this detector, with what is known otherwise}
   *
   * <p>A copied tree tells no architecture, for one, on which the meaning of settings can depend.
   * What is found takes precedence.
   *
   * @param host the known facts; its notices are not used
   */
  public HostDetector withKnown(Host host) {
    Objects.requireNonNull(host, "host");
    return new HostDetector(root, commands, home, host);
  }

  /** {@return what is found now} */
  public Detection detection() {
    return investigation().detection();
  }

  /**
   * {@return whether Docker Desktop runs now, or empty if that cannot be known} It is not known
   * either if the list of processes hides the command line of one that may be a part of it, as that
   * of another user.
   */
  public Optional<Boolean> isDockerDesktopRunning() {
    return investigation().isDockerDesktopRunning();
  }

  /**
   * {@return Docker Desktop's settings file, the one it reads if there are two; or empty if there
   * is none, or none that can be shown}
   */
  public Optional<Path> settingsFile() {
    DetectionRun investigation = investigation();
    investigation.detection();
    return investigation.settingsFile().flatMap(this::file);
  }

  /** {@return where an administrator puts locked settings; there need not be a file} */
  public Path adminSettingsFile() {
    return MacFiles.under(root, MacPaths.ADMIN_SETTINGS);
  }

  /**
   * Makes one host of what several sources tell.
   *
   * <p>For each fact the first evidence is taken; what is only approximate, and then what only
   * follows from the default of a release, comes behind everything else. Contradictions are
   * retained and becomes a notice: {@code vmm-not-as-requested} where another VMM runs than the
   * settings ask for, {@code contradicting-evidence} otherwise. Where one source says two things in
   * the same place, or two fields of an inventory that are equally credible differ, neither is
   * taken: {@code contested-evidence}. A memory of the VM that was measured inside it and may be
   * set below or above 4096 MiB, which Docker VMM needs, stays unknown: {@code
   * imprecise-vm-memory}.
   *
   * @param readings the readings of the sources, the most trusted first
   * @return the host and the evidence
   */
  public static Detection combine(List<Reading> readings) {
    Objects.requireNonNull(readings, "readings");
    return EvidenceMerger.of(readings, Optional.empty());
  }

  /**
   * Adds what a source tells to a host, such as the workload of a compose file.
   *
   * @param known the host
   * @param reading what the source tells; it takes precedence, and where {@code known} says
   *     otherwise the notice {@code contradicted-fact} is added
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
      return Optional.empty(); // no file can have this path here
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
