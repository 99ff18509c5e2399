package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the sources with JDK 25 if this machine has one, as the build may run on an older JDK. A
 * machine without one reports that the test was skipped.
 */
class NewerJdkIT {

  private static final String NEWER = "25";

  @TempDir private Path folder;

  private static Optional<Path> newerJdk() throws IOException {
    List<Path> homes = new ArrayList<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME_" + NEWER)) {
                homes.add(Path.of(value));
              }
            });
    homes.add(Path.of(System.getProperty("java.home")));
    for (String place :
        List.of(
            "/usr/lib/jvm",
            "/Library/Java/JavaVirtualMachines",
            System.getProperty("user.home") + "/.sdkman/candidates/java")) {
      if (Files.isDirectory(Path.of(place))) {
        try (Stream<Path> found = Files.list(Path.of(place))) {
          found
              .sorted()
              .forEach(
                  home -> {
                    homes.add(home);
                    homes.add(home.resolve("Contents/Home"));
                  });
        }
      }
    }
    for (Path home : homes) {
      Path release = home.resolve("release");
      if (Files.isExecutable(home.resolve("bin/javac"))
          && Files.isRegularFile(release)
          && Files.readString(release).contains("JAVA_VERSION=\"" + NEWER)) {
        return Optional.of(home);
      }
    }
    return Optional.empty();
  }

  @Test
  void theSourcesCompile() throws Exception {
    Optional<Path> jdk = newerJdk();
    assumeTrue(jdk.isPresent(), "there is no JDK " + NEWER + " on this machine");
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.orElseThrow().resolve("bin/javac").toString(),
                "--release",
                "17",
                "-proc:none",
                "-Xlint:removal",
                "-Werror",
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                System.getProperty("java.class.path")));
    for (String module : List.of("vmm-api", "vmm-testkit", "vmm-core")) {
      command.addAll(sources(Path.of("..", module, "src/main/java")));
      command.addAll(sources(Path.of("..", module, "target/generated-sources")));
    }

    Path messages = folder.resolve("messages.txt");
    Process javac =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(messages.toFile())
            .start();

    assertThat(javac.waitFor()).as(Files.readString(messages)).isZero();
    assertThat(command.size()).isGreaterThan(400);
  }

  private static List<String> sources(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java") && !file.endsWith("module-info.java"))
          .toList();
    }
  }
}
