package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.host.Notice;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The container engines other than Docker Desktop. Each is recognised by the name of its docker
 * context, the name of its Linux VM, or its programs.
 */
enum OtherEngine {
  COLIMA("colima", "Colima", "colima", "colima(-.*)?|lima-colima.*"),
  RANCHER_DESKTOP("rancher-desktop", "Rancher Desktop", "rancher-desktop", ".*rancher-desktop.*"),
  LIMA("lima", "Lima", "lima", "lima-.*"),
  ORBSTACK("orbstack", "OrbStack", "orbstack", "orbstack"),
  PODMAN("podman", "Podman", "podman", ""),
  /** An engine from Docker's packages; the product that installed it is unknown. */
  DOCKER_ENGINE("docker-engine", "Docker Engine", "", "");

  /** The word for an engine that is neither Docker Desktop's nor in this list. */
  static final String OTHER = "other";

  private static final String APPS = "/(?:Users/[^/]+/)?Applications/";
  private static final Pattern ORBSTACK_PROGRAM = Pattern.compile(APPS + "OrbStack\\.app/.*");
  private static final Pattern RANCHER_PROGRAM = Pattern.compile(APPS + "Rancher Desktop\\.app/.*");
  private static final String COLIMA_FOLDER = "/.colima/";

  private final String id;
  private final String title;
  private final String context;
  private final Pattern machine;

  /**
   * Creates a constant.
   *
   * @param context the name of its docker context, which can be followed by {@code -} and a profile
   * @param machine the host name of its Linux VM
   */
  OtherEngine(String id, String title, String context, String machine) {
    this.id = id;
    this.title = title;
    this.context = context;
    this.machine = Pattern.compile(machine);
  }

  /** The word for this engine in documents. */
  String id() {
    return id;
  }

  /** The engine with the given word. */
  static Optional<OtherEngine> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  /** The engine of a docker context, by the name of the context. */
  static Optional<OtherEngine> ofContext(String name) {
    return Arrays.stream(values())
        .filter(each -> !each.context.isEmpty())
        .filter(each -> name.equals(each.context) || name.startsWith(each.context + "-"))
        .findFirst();
  }

  /**
   * The engine that answered {@code docker info}, or empty if it is not recognised.
   *
   * @param system the operating system in the answer
   * @param name the host name of its VM
   * @param context the docker context that was used
   */
  static Optional<OtherEngine> ofInfo(String system, String name, String context) {
    if (system.startsWith(ORBSTACK.title)) {
      return Optional.of(ORBSTACK);
    }
    if (system.startsWith(RANCHER_DESKTOP.title)) {
      return Optional.of(RANCHER_DESKTOP);
    }
    return Arrays.stream(values())
        .filter(each -> !name.isEmpty() && each.machine.matcher(name).matches())
        .findFirst()
        .or(() -> ofContext(context));
  }

  /**
   * The engine that answered {@code docker version}, or empty if it is not recognised.
   *
   * @param platform the name of the server's platform
   * @param components the names of the parts of the server
   * @param context the docker context that was used
   */
  static Optional<OtherEngine> ofVersion(String platform, List<String> components, String context) {
    if (components.contains("Podman Engine")) {
      return Optional.of(PODMAN);
    }
    boolean isDockers =
        platform.startsWith(DOCKER_ENGINE.title) && !DockerCliOutput.isOwnContext(context);
    return ofContext(context).or(() -> Optional.of(DOCKER_ENGINE).filter(it -> isDockers));
  }

  /** The engines that have a program in a list of processes. */
  static Set<OtherEngine> running(String psText) {
    Set<OtherEngine> running = new TreeSet<>();
    PsOutput.commands(psText).flatMap(OtherEngine::ofCommandLine).forEach(running::add);
    return running;
  }

  private static Stream<OtherEngine> ofCommandLine(String line) {
    if (ORBSTACK_PROGRAM.matcher(line).matches()) {
      return Stream.of(ORBSTACK);
    }
    if (RANCHER_PROGRAM.matcher(line).matches()) {
      return Stream.of(RANCHER_DESKTOP);
    }
    ProcessInfo program = ProcessInfo.ofCommandLine(line);
    List<String> arguments = program.arguments();
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    boolean isColima =
        (program.name().equals("colima") && first.equals("daemon"))
            || (program.name().equals("limactl")
                && first.equals("hostagent")
                && arguments.stream().anyMatch(each -> each.contains(COLIMA_FOLDER)));
    return isColima ? Stream.of(COLIMA) : Stream.empty();
  }

  /** The notice that this engine runs the containers. */
  Notice notice() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("reason", "named");
    parameters.put("engine", id);
    parameters.put("name", title);
    return notice(parameters, "the container engine in use is " + title + ", not Docker Desktop's");
  }

  /** The notice that an unknown engine, which is not Docker Desktop's, runs the containers. */
  static Notice noticeOfOther() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("reason", "unnamed");
    parameters.put("engine", OTHER);
    return notice(parameters, "the container engine in use is not Docker Desktop's");
  }

  private static Notice notice(Map<String, Object> parameters, String message) {
    return new Notice("another-engine", "", parameters, message);
  }
}
