package dev.vmmadvisor.core;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project of somebody who uses the library, built by a Maven process of its own as its own pom
 * says.
 *
 * <p>Its local repository is a folder of this build, into which the artifacts of this build are
 * installed: nothing of it gets into that of the user. Everything else comes from the local
 * repository of this build, in which it is already, or else from where Maven gets it.
 */
final class ConsumerProject {

  static final Path PROJECTS = Path.of("..", "vmm-testkit", "src", "it");

  private static final Path BUILT = Path.of("target", "it").toAbsolutePath();
  private static final Path REPOSITORY = Path.of("target", "it-repo").toAbsolutePath();
  private static final String VERSION = property("vmmadvisor.version");
  private static final String REST =
      "<releases><checksumPolicy>ignore</checksumPolicy></releases>"
          + "<snapshots><enabled>false</enabled></snapshots>";

  private final String name;
  private final Path folder;

  private ConsumerProject(String name) {
    this.name = name;
    this.folder = BUILT.resolve(name);
  }

  /** Builds one of the projects, from a copy outside this project. */
  static ConsumerProject build(String name, String goal) throws IOException, InterruptedException {
    ConsumerProject project = copyOf(name);
    assertThat(project.output(maven(goal))).doesNotContain("[WARNING]");
    return project;
  }

  /** What Maven prints where one of the projects cannot be built, from a copy likewise. */
  static String failureOf(String name, String... arguments)
      throws IOException, InterruptedException {
    ConsumerProject project = copyOf(name);
    Process process = project.start(maven(arguments));
    String text = project.printed(process);
    assertThat(process.exitValue()).as(text).isEqualTo(1);
    return text;
  }

  private static ConsumerProject copyOf(String name) throws IOException {
    installTheArtifacts();
    ConsumerProject project = new ConsumerProject(name);
    project.copy();
    return project;
  }

  private static List<String> maven(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Maven.program());
    command.addAll(List.of("-B", "-q", "-Dstyle.color=never", "-gs", settings().toString()));
    command.add("-Dmaven.repo.local=" + REPOSITORY);
    command.add("-Dvmmadvisor.version=" + VERSION);
    if (Maven.isOffline()) {
      command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  /** A file of it. */
  Path file(String path) {
    return folder.resolve(path);
  }

  /** The files that its build has resolved for it to run with, by their names. */
  List<String> dependencies() throws IOException {
    return resolved().stream().map(file -> file.getFileName().toString()).toList();
  }

  /** What a program of it prints on the class path. */
  String run(String main) throws IOException, InterruptedException {
    return output(List.of(java(), "-cp", path(), main));
  }

  /** What a program of it prints on the module path. */
  String run(String module, String main) throws IOException, InterruptedException {
    return output(List.of(java(), "-p", path(), "-m", module + "/" + main));
  }

  /**
   * What a program of it prints on the class path, with other jars of Jackson than its build has
   * resolved.
   */
  String runWith(List<Path> jackson, String main, Path... arguments)
      throws IOException, InterruptedException {
    return output(command(List.of("-cp", join(jarsWith(jackson)), main), arguments));
  }

  /** The same with the artifacts of this build and Jackson as modules. */
  String runAsModulesWith(List<Path> jackson, String main, Path... arguments)
      throws IOException, InterruptedException {
    List<Path> modules = jarsWith(jackson).stream().skip(1).toList();
    return output(
        command(
            List.of(
                "-p",
                join(modules),
                "--add-modules",
                "ALL-MODULE-PATH",
                "-cp",
                jar().toString(),
                main),
            arguments));
  }

  static boolean isOfJackson(Path jar) {
    return jar.getFileName().toString().startsWith("jackson-");
  }

  /** Its own jar first. */
  private List<Path> jarsWith(List<Path> jackson) throws IOException {
    return Stream.of(
            Stream.of(jar()),
            resolved().stream().filter(file -> !isOfJackson(file)),
            jackson.stream())
        .flatMap(jars -> jars)
        .toList();
  }

  /** A program that runs for a few seconds, for which the second compiler does not pay. */
  private static List<String> command(List<String> program, Path... arguments) {
    List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1"));
    command.addAll(program);
    Arrays.stream(arguments).map(Path::toString).forEach(command::add);
    return command;
  }

  private static String join(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private String path() throws IOException {
    return join(Stream.concat(Stream.of(jar()), resolved().stream()).toList());
  }

  /** The class path that its build has written into its jar. */
  List<Path> resolved() throws IOException {
    try (JarFile jar = new JarFile(jar().toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue("Class-Path");
      return Arrays.stream(classPath.split(" ")).map(REPOSITORY::resolve).toList();
    }
  }

  private Path jar() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("target"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  private void copy() throws IOException {
    Path from = PROJECTS.resolve(name);
    delete(folder);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Files.createDirectory(folder.resolve(".mvn")); // so that Maven does not look for that of this
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Puts the artifacts of this build where Maven would install them, with the POMs of a release.
   */
  private static void installTheArtifacts() throws IOException {
    Path root = Path.of("..");
    for (String module : List.of("vmm-api", "vmm-core", "vmm-testkit")) {
      Path built = root.resolve(module);
      Files.copy(built.resolve(".flattened-pom.xml"), installed(module, ".pom"), REPLACE_EXISTING);
      Files.copy(
          built.resolve("target").resolve(module + "-" + VERSION + ".jar"),
          installed(module, ".jar"),
          REPLACE_EXISTING);
    }
  }

  private static Path installed(String artifact, String suffix) throws IOException {
    Path folder = REPOSITORY.resolve(Path.of("dev", "vmmadvisor", artifact, VERSION));
    Files.createDirectories(folder);
    return folder.resolve(artifact + "-" + VERSION + suffix);
  }

  /** Settings beside those of the user, which hold as well. */
  private static Path settings() throws IOException {
    String here =
        "<id>of-this-build</id><url>"
            + Path.of(property("vmmadvisor.repository")).toUri()
            + "</url>"
            + REST;
    return Files.writeString(
        Files.createDirectories(BUILT).resolve("settings.xml"),
        "<settings><profiles><profile><id>it</id><repositories><repository>"
            + here
            + "</repository></repositories><pluginRepositories><pluginRepository>"
            + here
            + "</pluginRepository></pluginRepositories></profile></profiles>"
            + "<activeProfiles><activeProfile>it</activeProfile></activeProfiles></settings>");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    Process process = start(command);
    String text = printed(process);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private Process start(List<String> command) throws IOException {
    return Maven.process(command, folder, folder.resolve("output")).start();
  }

  private String printed(Process process) throws IOException, InterruptedException {
    process.waitFor();
    return Files.readString(folder.resolve("output"));
  }

  private static String property(String name) {
    @Nullable String value = System.getProperty(name);
    return Objects.requireNonNull(value, name);
  }
}
