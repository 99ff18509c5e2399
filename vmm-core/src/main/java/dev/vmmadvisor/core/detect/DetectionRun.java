package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.input.JsonInput;
import dev.vmmadvisor.core.input.TextEncoding;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One detection of the facts of a Mac. Not thread-safe; used once. */
final class DetectionRun {

  private static final int MAX_FILE = 4 * 1024 * 1024;
  private static final int MAX_PROPERTY_LIST = 256 * 1024;
  private static final int MAX_NAMED_FOLDERS = 10; // in a notice
  private static final int BAD_CPU_TYPE = 86; // exit status of arch if Rosetta is missing

  private final List<Notice> notices = new ArrayList<>();
  private final MacFiles files;
  private final CollectedFiles collected;
  private final CommandRunner commands;
  private final String home;
  private final Host known;
  private Optional<String> settingsFile = Optional.empty();

  DetectionRun(Path root, CommandRunner commands, String home, Host known) {
    this.files = new MacFiles(root, notices::add);
    this.collected = new CollectedFiles(files);
    this.commands = commands;
    this.home = home;
    this.known = known;
  }

  /** The settings file that was read, as a path of the Mac. */
  Optional<String> settingsFile() {
    return settingsFile;
  }

  Optional<Boolean> isDockerDesktopRunning() {
    Optional<String> processes = processes();
    boolean runs = processes.map(ProcessList::isDockerDesktopRunning).orElse(false);
    return !runs && processes.map(ProcessList::hidesDockerDesktop).orElse(false)
        ? Optional.empty()
        : processes.map(any -> runs);
  }

  private Optional<String> processes() {
    return run(List.of("/bin/ps", "-axww", "-o", "pid=,command="))
        .filter(CommandOutput::succeeded)
        .map(CommandOutput::text)
        .filter(text -> !text.isBlank());
  }

  Detection detection() {
    Optional<String> processes = processes();
    Optional<Boolean> runs = processes.map(ProcessList::isDockerDesktopRunning);
    Optional<String> user = user();
    Reading log = user.map(this::log).orElse(Reading.nothing());
    boolean stopped = runs.equals(Optional.of(false));
    Optional<String> settingsText = user.flatMap(this::settings);

    Reading hardware = hardware();
    Reading ofProcesses = processes.map(ProcessList::read).orElse(Reading.nothing());
    Reading version = dockerVersion();
    Reading system = system();
    Reading rosetta = rosetta(hardware);
    Optional<String> launchPath = settingsText.flatMap(LaunchPath::of);
    Reading app = app(launchPath);
    Reading given = given();
    Reading info = answer("docker-info", DockerInfo::read);

    Reading known = ofProcesses.and(version).and(app).and(given).and(info);
    boolean isRunning =
        runs.orElse(false) || known.evidence().stream().anyMatch(EvidenceMerger::isSeenRunning);
    boolean isThere = isRunning || known.evidence(Fact.DOCKER_DESKTOP_VERSION).isPresent();
    List<String> folders = isThere ? List.of() : foldersWithoutApp(launchPath);
    boolean isNotInstalled = !folders.isEmpty();
    if (isNotInstalled) {
      notInstalled(folders);
      settingsText = Optional.empty();
      log = Reading.nothing();
    } else if (app.equals(Reading.nothing())) {
      appNotFound(launchPath);
    }
    if (!isRunning) {
      anotherEngine(processes, isNotInstalled).map(OtherEngine::notice).ifPresent(notices::add);
    }

    settingsText.ifPresent(this::sharedFolders);

    Reading machine =
        ofProcesses
            .and(stopped ? Reading.nothing() : log)
            .and(version)
            .and(system)
            .and(hardware)
            .and(rosetta)
            .and(app)
            .and(given);
    Reading settings =
        settingsText
            .map(text -> settings(text, HostDetector.combine(List.of(machine)).host()))
            .orElse(Reading.nothing());
    Reading rest =
        file(MacPaths.ADMIN_SETTINGS, MAX_FILE)
            .map(bytes -> read(MacPaths.ADMIN_SETTINGS, bytes, this::adminSettings))
            .orElse(Reading.nothing())
            .and(stopped ? withoutRunning(log) : Reading.nothing())
            .and(info);
    return EvidenceMerger.of(
        List.of(machine, settings, rest, new Reading(List.of(), notices)), runs);
  }

  // ---- whether Docker Desktop is installed

  /**
   * The app folders that were read, if none of them has Docker Desktop; an empty list if it may be
   * installed. A folder that cannot be read, or was not copied, proves nothing.
   */
  private List<String> foldersWithoutApp(Optional<String> launchPath) {
    if (!collected.isTree()) {
      return List.of();
    }
    Set<String> folders = new LinkedHashSet<>(List.of(MacPaths.APPS));
    launchPath.map(path -> path.substring(0, path.lastIndexOf('/'))).ifPresent(folders::add);
    boolean isWhole = folders.stream().allMatch(this::isReadWithoutApp);
    for (String each : home.isEmpty() ? homes() : List.of(home)) {
      String own = each + MacPaths.APPS;
      if (!files.exists(own).equals(Optional.of(false))) {
        folders.add(own);
        isWhole &= isReadWithoutApp(own);
      }
    }
    return isWhole ? List.copyOf(folders) : List.of();
  }

  private boolean isReadWithoutApp(String folder) {
    return files
        .namesIfReadable(folder)
        .filter(names -> names.stream().noneMatch(DetectionRun::isAppOfDocker))
        .isPresent();
  }

  /** Whether a name is Docker.app or a renamed or second copy of it. */
  private static boolean isAppOfDocker(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("docker") && lower.endsWith(".app");
  }

  private List<String> homes() {
    return files.names(MacPaths.USERS).stream()
        .map(name -> MacPaths.USERS + "/" + name)
        .filter(folder -> !files.isFile(folder)) // macOS has a file .localized there
        .toList();
  }

  private void notInstalled(List<String> folders) {
    notices.removeIf(notice -> notice.code().equals("no-settings-file")); // implied below
    notices.add(
        new Notice(
            "docker-desktop-not-installed",
            "",
            Map.of("folders", folders),
            "Docker Desktop is not installed: it is not in " + String.join(", ", folders)));
    settingsFile.ifPresent(
        file ->
            notices.add(
                new Notice(
                    "left-over-settings-file",
                    "",
                    Map.of("file", file),
                    file + " is left over: Docker Desktop is not installed")));
    settingsFile = Optional.empty();
  }

  private void appNotFound(Optional<String> launchPath) {
    if (places(launchPath).stream().map(DetectionRun::infoPlist).noneMatch(this::isPerhapsThere)) {
      notice(
          "app-not-found",
          Fact.DOCKER_DESKTOP_VERSION,
          Map.of("file", MacPaths.APP),
          "there is no "
              + MacPaths.APP
              + ", so the version of Docker Desktop is not known from it");
    }
  }

  /**
   * The engine that is used instead of Docker Desktop. One sign is not enough: either two signs
   * point to the same engine, or Docker Desktop is not installed.
   */
  private Optional<OtherEngine> anotherEngine(Optional<String> processes, boolean isNotInstalled) {
    Optional<OtherEngine> current = dockerContext().flatMap(OtherEngine::ofContext);
    Set<OtherEngine> running = processes.map(OtherEngine::running).orElse(Set.of());
    return Stream.concat(current.stream(), running.stream())
        .filter(
            engine ->
                isNotInstalled || (current.equals(Optional.of(engine)) && running.contains(engine)))
        .findFirst();
  }

  /** The user's current docker context, if known; the rest of the file is not used. */
  private Optional<String> dockerContext() {
    if (!collected.isTree()) {
      return Optional.empty(); // the file name alone does not identify the file
    }
    List<String> configurations =
        (home.isEmpty() ? homes() : List.of(home))
            .stream()
                .map(folder -> folder + MacPaths.DOCKER_CONFIG)
                .filter(path -> files.exists(path).orElse(false))
                .toList();
    return configurations.size() == 1
        ? files.read(configurations.get(0), MAX_FILE).flatMap(DetectionRun::currentContext)
        : Optional.empty();
  }

  private static Optional<String> currentContext(byte[] configuration) {
    try {
      return Optional.of(
          JsonInput.object(TextEncoding.decode(configuration)).path("currentContext").asText());
    } catch (DocumentException e) {
      return Optional.empty(); // no notice, as the file has credentials
    }
  }

  // ---- the machine

  private Reading system() {
    Reading system = output("/usr/bin/sw_vers").map(SwVers::read).orElse(Reading.nothing());
    for (String path : List.of(MacPaths.TRUE_SYSTEM_VERSION, MacPaths.SYSTEM_VERSION)) {
      system =
          system.and(
              propertyList(path, bytes -> SystemVersionFile.read(bytes, collected.place(path))));
    }
    return system;
  }

  private Reading hardware() {
    List<String> command = new ArrayList<>(List.of("/usr/sbin/sysctl"));
    command.addAll(Sysctl.KEYS);
    Reading sysctl = output(command).map(Sysctl::read).orElse(Reading.nothing());
    boolean complete =
        Stream.of(Fact.CHIP, Fact.MEMORY, Fact.ARCHITECTURE)
            .allMatch(fact -> sysctl.evidence(fact).isPresent());
    if (complete) {
      return sysctl;
    }
    return sysctl.and(
        output("/usr/sbin/system_profiler", "-json", "SPHardwareDataType")
            .map(json -> read(SystemProfiler.PLACE, json, SystemProfiler::read))
            .orElse(Reading.nothing()));
  }

  private Reading rosetta(Reading hardware) {
    boolean apple =
        hardware
            .evidence(Fact.ARCHITECTURE)
            .filter(each -> each.value().equals(Architecture.ARM64.id()))
            .isPresent();
    EvidenceCollector collector =
        new EvidenceCollector(Origin.Kind.COMMAND, "arch -x86_64 /usr/bin/true");
    if (apple) {
      run(List.of("/usr/bin/arch", "-x86_64", "/usr/bin/true"))
          .filter(answer -> answer.succeeded() || answer.status() == BAD_CPU_TYPE)
          .ifPresent(
              answer ->
                  collector.add(Fact.ROSETTA_INSTALLED, answer.succeeded(), "", Confidence.HIGH));
    }
    for (String path : List.of(MacPaths.ROSETTA, MacPaths.ROSETTA_RUNTIME)) {
      if (collected.isTree() && files.exists(path).equals(Optional.of(true))) {
        Origin origin = new Origin(Origin.Kind.FILE, path, "");
        collector.add(Fact.ROSETTA_INSTALLED, true, origin, Confidence.MEDIUM);
      }
    }
    return collector.reading();
  }

  /** Reads the app from its usual folder, or from the folder that the settings name. */
  private Reading app(Optional<String> launchPath) {
    return app(places(launchPath));
  }

  private Reading app(List<String> places) {
    for (String place : places) {
      String path = infoPlist(place);
      Reading reading = propertyList(path, bytes -> AppBundle.read(bytes, collected.place(path)));
      if (!reading.equals(Reading.nothing())) {
        return reading;
      }
    }
    return Reading.nothing();
  }

  /** The facts that the caller supplied. */
  private Reading given() {
    EvidenceCollector collector = new EvidenceCollector(Origin.Kind.GIVEN, "what was given");
    for (Fact fact : Fact.values()) {
      if (fact != Fact.CHIP_GENERATION) {
        fact.valueIn(known).ifPresent(value -> collector.add(fact, value, "", Confidence.HIGH));
      }
    }
    return collector.reading();
  }

  /** The possible paths of the app, apart from the one in the settings. */
  private List<String> places() {
    List<String> places = new ArrayList<>(List.of(MacPaths.APP));
    if (!home.isEmpty()) {
      places.add(home + MacPaths.APP);
    }
    return places;
  }

  private List<String> places(Optional<String> launchPath) {
    List<String> places = places();
    launchPath.ifPresent(place -> places.add(1, place));
    return places;
  }

  private boolean isPerhapsThere(String path) {
    return files.exists(collected.place(path)).orElse(true);
  }

  private static String infoPlist(String app) {
    return app + MacPaths.INFO_PLIST;
  }

  // ---- the user's files

  /** The home folder to read; the empty text means a folder of collected files. */
  private Optional<String> user() {
    if (!home.isEmpty()) {
      return Optional.of(home);
    }
    if (!collected.isTree()) {
      return Optional.of("");
    }
    List<String> users =
        homes().stream()
            .filter(folder -> files.exists(folder + MacPaths.SETTINGS_FOLDER).orElse(true))
            .toList();
    if (users.size() > 1) {
      notice(
          "several-users",
          Fact.CURRENT_VMM,
          Map.of("users", users),
          "there are settings of several users, and whose to read is not known: "
              + String.join(", ", users));
    }
    return users.size() == 1 ? Optional.of(users.get(0)) : Optional.empty();
  }

  private Reading log(String user) {
    String path = collected.place(user + MacPaths.BACKEND_LOG);
    return files
        .end(path, BackendLog.MAX)
        .map(bytes -> BackendLog.read(TextEncoding.decode(bytes), path))
        .orElse(Reading.nothing());
  }

  /** The log with its evidence marked as not running, for a Docker Desktop that is stopped. */
  private static Reading withoutRunning(Reading log) {
    return new Reading(
        log.evidence().stream()
            .map(each -> new Evidence(each.fact(), each.value(), each.origin(), each.confidence()))
            .toList(),
        log.notices());
  }

  /** The text of the settings file that Docker Desktop reads. */
  private Optional<String> settings(String user) {
    String store = collected.place(user + MacPaths.SETTINGS_STORE);
    String old = collected.place(user + MacPaths.SETTINGS);
    boolean hasStore = files.exists(store).orElse(true);
    boolean hasOld = files.exists(old).orElse(false);
    if (!hasStore && !hasOld) {
      notice(
          "no-settings-file",
          Fact.CURRENT_VMM,
          Map.of("file", store),
          "there is no settings file of Docker Desktop, neither "
              + store
              + " nor settings.json beside it");
      return Optional.empty();
    }
    String taken = hasStore && !(hasOld && isBeforeStore()) ? store : old;
    if (hasStore && hasOld) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("taken", taken);
      parameters.put("stale", taken.equals(store) ? old : store);
      notice(
          "stale-settings-file",
          Fact.CURRENT_VMM,
          parameters,
          taken + " was read; " + parameters.get("stale") + " beside it is of another release");
    }
    settingsFile = Optional.of(taken);
    return files.read(taken, MAX_FILE).map(TextEncoding::decode);
  }

  /**
   * Reports the shared folders that do not exist. In a copied tree, a folder is unknown if its
   * parent does not exist either.
   */
  private void sharedFolders(String settings) {
    List<String> missing = new ArrayList<>();
    for (String folder : SharedFolders.of(settings)) {
      String parent = folder.substring(0, folder.lastIndexOf('/'));
      if ((parent.isEmpty() || files.isFolder(parent))
          && files.exists(folder).equals(Optional.of(false))) {
        missing.add(folder);
      }
    }
    if (!missing.isEmpty()) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("folders", missing.subList(0, Math.min(missing.size(), MAX_NAMED_FOLDERS)));
      parameters.put("file", settingsFile.orElseThrow());
      notice(
          "shared-folder-missing",
          Fact.FILE_SHARING,
          parameters,
          "a folder in the list of shared folders was not found: "
              + String.join(", ", missing.subList(0, Math.min(missing.size(), MAX_NAMED_FOLDERS)))
              + ". With the Apple Virtualization framework and VirtioFS, Docker Desktop does not"
              + " start while it is missing. Create it, or remove it from FilesharingDirectories in"
              + " "
              + settingsFile.orElseThrow());
    }
  }

  /** Whether the app reads the older of the two settings files, judged without the settings. */
  private boolean isBeforeStore() {
    Reading app = dockerVersion().and(app(places()));
    return HostDetector.combine(List.of(app))
        .host()
        .dockerDesktop()
        .version()
        .filter(version -> version.compareTo(PossibleHost.PASCAL_CASE) < 0)
        .isPresent();
  }

  private Reading settings(String text, Host machine) {
    String place = settingsFile.orElseThrow();
    Host known =
        Host.builder()
            .from(machine)
            .dockerDesktop(
                DockerDesktop.builder()
                    .version(machine.dockerDesktop().version())
                    .vmm(machine.dockerDesktop().vmm())
                    .build())
            .notices(List.of())
            .build();
    return read(place, text, json -> SettingsFile.reading(json, place, known));
  }

  private Reading adminSettings(byte[] bytes) {
    return AdminSettings.read(TextEncoding.decode(bytes), collected.place(MacPaths.ADMIN_SETTINGS));
  }

  // ---- reading

  private Optional<byte[]> file(String path, int maxBytes) {
    return files.read(collected.place(path), maxBytes);
  }

  private Reading collected(String name, Function<String, Reading> reader) {
    return collected.text(name).map(text -> read(name, text, reader)).orElse(Reading.nothing());
  }

  private Reading dockerVersion() {
    return answer("docker-version", DockerVersion::read);
  }

  /** The output of the docker command, which prints JSON or text. */
  private Reading answer(String name, Function<String, Reading> reader) {
    String json = name + ".json";
    return collected
        .text(json)
        .map(text -> read(json, text, reader))
        .orElseGet(() -> collected(name + ".txt", reader));
  }

  private Reading propertyList(String path, Function<byte[], Reading> reader) {
    return file(path, MAX_PROPERTY_LIST)
        .map(bytes -> read(path, converted(path, bytes), reader))
        .orElse(Reading.nothing());
  }

  /** A property list, converted by {@code plutil} if it is binary. */
  private byte[] converted(String path, byte[] bytes) {
    if (!PropertyList.isBinary(bytes)) {
      return bytes;
    }
    try {
      CommandOutput xml =
          commands.run(List.of("/usr/bin/plutil", "-convert", "xml1", "-o", "-", path));
      return xml.succeeded() && !xml.text().isBlank()
          ? xml.text().getBytes(StandardCharsets.UTF_8)
          : bytes;
    } catch (IOException e) {
      return bytes; // the optional library is tried next
    }
  }

  /** Reads a document; a document that cannot be parsed becomes a notice. */
  private <T> Reading read(String place, T content, Function<T, Reading> reader) {
    try {
      return reader.apply(content);
    } catch (DocumentException e) {
      notices.add(ProjectFiles.unreadable(place, "content", e.problems().get(0).message()));
      return Reading.nothing();
    }
  }

  private Optional<String> output(String... command) {
    return output(List.of(command));
  }

  private Optional<String> output(List<String> command) {
    return run(command).map(CommandOutput::text).filter(text -> !text.isBlank());
  }

  /** Runs a command, or takes its output from the collected files. */
  private Optional<CommandOutput> run(List<String> command) {
    try {
      return Optional.of(commands.run(command));
    } catch (FileNotFoundException e) {
      return recorded(command);
    } catch (IOException e) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("command", command.get(0));
      parameters.put("detail", String.valueOf(e.getMessage()));
      notices.add(
          new Notice(
              "command-failed",
              "",
              parameters,
              command.get(0) + " could not be run: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<CommandOutput> recorded(List<String> command) {
    try {
      return Optional.of(collected.commands().run(command));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void notice(String code, Fact fact, Map<String, Object> parameters, String message) {
    notices.add(new Notice(code, fact.path(), parameters, message));
  }
}
