package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.vmmadvisor.api.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The library with the versions of Jackson that it supports, of which the build provides the jars.
 * The program of a consumer is built once and run with each of them.
 */
class JacksonVersionsIT {

  private static final Path JARS = Path.of("target", "jackson").toAbsolutePath();
  private static final Path DOCUMENTS =
      Path.of("src", "test", "resources", "documents", "0.1").toAbsolutePath();
  private static final Pattern SECTION = Pattern.compile("^=== ", Pattern.MULTILINE);
  private static final String MAIN = "com.acme.versions.Sections";
  private static final String JACKSON = "com.fasterxml.jackson.";

  @Test
  void documentsAndErrorsAreTheSameWithEveryVersion() throws Exception {
    ConsumerProject project = ConsumerProject.build("jackson", "package");
    List<Path> ours = project.resolved().stream().filter(ConsumerProject::isOfJackson).toList();
    assertThat(ours).hasSize(4);
    Map<String, String> expected =
        sections(project, arguments -> project.runWith(ours, MAIN, arguments));
    assertThat(expected)
        .containsKeys("recommendation for apple-silicon", "fleet report", "Mac, M4", "host, broken")
        .hasSizeGreaterThan(500);

    for (Map.Entry<Version, List<Path>> version : versions().entrySet()) {
      List<Path> jars = version.getValue();
      assertSame(
          "Jackson " + version.getKey(),
          sections(project, arguments -> project.runWith(jars, MAIN, arguments)),
          expected);
    }
    List<Path> oldest = oldest();
    assertSame(
        "the oldest Jackson, as modules",
        sections(project, arguments -> project.runAsModulesWith(oldest, MAIN, arguments)),
        expected);
  }

  /** What is not run by the program above cannot fail to link either. */
  @Test
  void theOldestVersionHasAllThatIsReferredTo() throws IOException {
    List<JarFile> jars = new ArrayList<>();
    for (String module : List.of("vmm-api", "vmm-core", "vmm-testkit")) {
      String jar = module + "-" + System.getProperty("vmmadvisor.version") + ".jar";
      jars.add(new JarFile(Path.of("..", module, "target", jar).toFile()));
    }
    List<Path> oldest = oldest();
    for (Path jar : oldest) {
      jars.add(new JarFile(jar.toFile()));
    }
    JavaClasses classes = new ClassFileImporter().importJars(jars);

    List<String> missing = new ArrayList<>();
    int references = 0;
    for (JavaClass each : classes) {
      if (!each.getPackageName().startsWith("dev.vmmadvisor.")) {
        continue;
      }
      for (JavaAccess<?> access : each.getAccessesFromSelf()) {
        if (access.getTargetOwner().getName().startsWith(JACKSON)) {
          references++;
          if (access.getTarget().resolveMember().isEmpty()) {
            missing.add(access.getDescription());
          }
        }
      }
      each.getDirectDependenciesFromSelf().stream()
          .filter(it -> it.getTargetClass().getName().startsWith(JACKSON))
          .filter(it -> !isIn(it.getTargetClass(), oldest))
          .forEach(it -> missing.add(it.getDescription()));
    }

    assertThat(missing).isEmpty();
    assertThat(references).isGreaterThan(400);
  }

  @Test
  void theReadmeNamesTheOldestAndTheNewestVersion() throws IOException {
    Version oldest = versions().firstKey();
    Version newest = versions().lastKey();

    assertThat(Documentation.readmes())
        .contains("Jackson " + minor(oldest) + " to " + minor(newest));
  }

  private static String minor(Version version) {
    String text = version.toString();
    return text.substring(0, text.lastIndexOf('.'));
  }

  private static List<Path> oldest() throws IOException {
    return versions().firstEntry().getValue();
  }

  /** The jars of each version, the oldest first. */
  private static NavigableMap<Version, List<Path>> versions() throws IOException {
    NavigableMap<Version, List<Path>> versions = new TreeMap<>();
    try (Stream<Path> folders = Files.list(JARS)) {
      for (Path folder : folders.toList()) {
        try (Stream<Path> jars = Files.list(folder)) {
          versions.put(Version.parse(folder.getFileName().toString()), jars.sorted().toList());
        }
      }
    }
    assertThat(versions).hasSizeGreaterThan(3);
    assertThat(versions.values()).allSatisfy(jars -> assertThat(jars).hasSize(4));
    return versions;
  }

  private static boolean isIn(JavaClass jackson, List<Path> jars) {
    String source = jackson.getSource().orElseThrow().getUri().toString();
    return jars.stream().anyMatch(jar -> source.contains(jar.toUri().getPath()));
  }

  /** Runs the program of a consumer with the arguments that it needs. */
  @FunctionalInterface
  private interface Run {
    void with(Path... arguments) throws IOException, InterruptedException;
  }

  /** The sections that a program writes, by their names. */
  private static Map<String, String> sections(ConsumerProject project, Run run)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(project.file("target"), "sections");
    run.with(DOCUMENTS, folder);
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : SECTION.split(Files.readString(folder.resolve("sections.txt")), -1)) {
      int end = section.indexOf('\n');
      if (end >= 0) {
        sections.merge(section.substring(0, end), section.substring(end), String::concat);
      }
    }
    return sections;
  }

  private static void assertSame(
      String version, Map<String, String> sections, Map<String, String> expected) {
    assertThat(sections.keySet()).as(version).isEqualTo(expected.keySet());
    sections.forEach(
        (name, text) -> assertThat(text).as(version + ": " + name).isEqualTo(expected.get(name)));
  }
}
