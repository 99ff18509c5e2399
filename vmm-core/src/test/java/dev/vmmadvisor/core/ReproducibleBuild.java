package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The artifacts built twice by a Maven of their own, in folders of other names, in another time
 * zone and another language. It takes minutes and runs in the profile {@code reproducible}.
 */
class ReproducibleBuild {

  private static final Path ROOT = Path.of("..");

  @Test
  void theArtifactsAreTheSameByteForByte(@TempDir Path folder) throws Exception {
    Map<String, String> once =
        artifacts(folder.resolve("a"), "-Duser.timezone=UTC -Duser.language=en");
    Map<String, String> again =
        artifacts(
            folder.resolve(Path.of("another", "place")),
            "-Duser.timezone=Asia/Shanghai -Duser.language=tr");

    assertThat(once).isEqualTo(again);
    assertThat(once.keySet())
        .filteredOn(name -> name.endsWith(".jar"))
        .as("of each module the jar, its sources and its Javadoc, and the runnable jar")
        .hasSize(10);
    if (!Maven.isOffline()) { // the lists of what they are made of need the network
      assertThat(once).containsKeys("vmm-api/target/bom.json", "vmm-core/target/bom.json");
    }
  }

  /** The artifacts, by their names, with their SHA-256. */
  private static Map<String, String> artifacts(Path folder, String options)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    copy(folder);
    List<String> command = new ArrayList<>();
    command.add(Maven.program());
    command.addAll(List.of("-B", "-q", "-Prelease", "-DskipTests", "-Djacoco.skip"));
    command.addAll(List.of("-Dspotless.check.skip", "-Dmaven.test.skip"));
    command.add("-Dmaven.repo.local=" + property("vmmadvisor.repository"));
    if (Maven.isOffline()) {
      command.add("-o");
    }
    command.add("package");
    Path output = folder.resolve("output");
    ProcessBuilder process = Maven.process(command, folder, output);
    process.environment().put("MAVEN_OPTS", options);
    int status = process.start().waitFor();
    assertThat(status).as(Files.readString(output)).isZero();

    Map<String, String> artifacts = new TreeMap<>();
    for (String module : List.of("vmm-api", "vmm-core", "vmm-testkit")) {
      try (Stream<Path> files = Files.list(folder.resolve(Path.of(module, "target")))) {
        for (Path file : files.filter(ReproducibleBuild::isPublished).toList()) {
          artifacts.put(folder.relativize(file).toString(), sha256(file));
        }
      }
      Path pom = folder.resolve(Path.of(module, ".flattened-pom.xml"));
      artifacts.put(folder.relativize(pom).toString(), sha256(pom));
    }
    return artifacts;
  }

  private static boolean isPublished(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".jar") && !name.startsWith("original-")) || name.startsWith("bom.");
  }

  /** What the artifacts are made of. */
  private static void copy(Path to) throws IOException {
    List<Path> parts =
        new ArrayList<>(List.of(Path.of(".mvn"), Path.of("pom.xml"), Path.of("LICENSE")));
    for (String module : List.of("vmm-api", "vmm-core", "vmm-testkit")) {
      parts.add(Path.of(module, "pom.xml"));
      parts.add(Path.of(module, "src", "main"));
    }
    parts.add(Path.of("vmm-core", "src", "build"));
    for (Path part : parts) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = to.resolve(ROOT.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }
}
