package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.testkit.FakeMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk in README.md, from a copied tree to a change, with the runnable jar. */
class ReadmeWalkIT {

  private static final Path README = Path.of("..", "README.md");
  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("vmmadvisor.cli.jar")));
  private static final Pattern WALK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("\\$ java -jar vmm-advisor.jar ([^|\n]*?)(?: \\| head -n ([0-9]+))?\n");
  private static final String FOLDER = "/home/you";

  @TempDir private Path folder;

  @Test
  void everyCommandPrintsWhatItSays() throws Exception {
    FakeMac.m4().createIn(Files.createDirectory(folder.resolve("mac")));
    Files.writeString(
        folder.resolve("mac/sysctl.txt"),
        """
        hw.memsize: 34359738368
        hw.optional.arm64: 1
        kern.hv_vmm_present: 0
        machdep.cpu.brand_string: Apple M4
        """);
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        services:
          web:
            image: nginx:1.29
          db:
            image: postgres:17
            volumes: ["db-data:/var/lib/postgresql/data"]
        volumes:
          db-data:
        """);
    Matcher walk = WALK.matcher(Files.readString(README));
    assertThat(walk.find()).isTrue();
    String recorded = walk.group(1);
    StringBuilder seen = new StringBuilder();
    Matcher command = COMMAND.matcher(recorded);
    int commands = 0;
    while (command.find()) {
      seen.append(command.group());
      String output = run(command.group(1).split(" "));
      long lines = command.group(2) == null ? Long.MAX_VALUE : Long.parseLong(command.group(2));
      seen.append(output.lines().limit(lines).collect(Collectors.joining("\n", "", "\n")));
      commands++;
    }
    assertThat(commands).isEqualTo(3);
    if (Boolean.getBoolean("golden.write")) {
      String readme = Files.readString(README);
      Files.writeString(README, readme.replace(recorded, seen));
    }
    assertThat(recorded).isEqualTo(seen.toString());
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(Arrays.asList(arguments));
    Path output = folder.resolve("output");
    int status =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String text = Files.readString(output);
    assertThat(status).as(text).isZero();
    return text.replace(folder.toRealPath().toString(), FOLDER);
  }
}
