package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.core.Documentation;
import dev.vmmadvisor.core.Documentation.Block;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command lines in the READMEs, with the runnable jar. */
@Tag("golden")
class ReadmeWalkIT {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("vmmadvisor.cli.jar")));
  private static final Pattern COMMAND =
      Pattern.compile(
          "^\\$ java -jar vmm-advisor.jar ([^|\n]*?)(?: \\| head -n ([0-9]+))?\n",
          Pattern.MULTILINE);

  /** The runnable jar, called where it was built. */
  private static final Pattern CALL =
      Pattern.compile("java -jar (vmm-core/target/vmm-core-\\S+-cli.jar) ([^|\n]*)");

  private static final String FOLDER = "/home/you";

  @TempDir private Path folder;

  @BeforeEach
  void writeWhatTheyRead() throws Exception {
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
    for (Path readme : Documentation.READMES) {
      Documentation.writeFiles(Files.readString(readme), folder);
    }
  }

  @Test
  void everyCommandPrintsWhatItSays() throws Exception {
    int commands = 0;
    for (Path readme : Documentation.READMES) {
      for (Block block : Documentation.blocks(Files.readString(readme))) {
        if (block.language().equals("console")) {
          String now = now(block.text());
          commands += (int) now.lines().filter(line -> line.startsWith("$ ")).count();
          if (Documentation.isUpdate()) {
            Documentation.update(readme, block.text(), now);
          } else {
            assertThat(block.text()).isEqualTo(now);
          }
        }
      }
    }
    assertThat(commands).isGreaterThanOrEqualTo(3);
  }

  /** The commands of a block, each with what it prints now. */
  private String now(String recorded) throws Exception {
    StringBuilder now = new StringBuilder();
    Matcher command = COMMAND.matcher(recorded);
    while (command.find()) {
      now.append(command.group());
      String output = run(folder, command.group(1).split(" "));
      long lines = command.group(2) == null ? Long.MAX_VALUE : Long.parseLong(command.group(2));
      output.lines().limit(lines).forEach(line -> now.append(line).append('\n'));
    }
    return now.toString();
  }

  @Test
  void theFirstCallOfTheJarThatWasBuiltWorks() throws Exception {
    Matcher call = CALL.matcher(Files.readString(Documentation.READMES.get(0)));
    assertThat(call.find()).isTrue();

    assertThat(Documentation.ROOT.resolve(call.group(1))).isRegularFile();
    assertThat(run(Documentation.ROOT, call.group(2).strip().split(" ")))
        .startsWith(
            "Upgrade Docker Desktop to 4.88.0 or later first, then switch from the Apple\n"
                + "Virtualization framework");
  }

  private String run(Path from, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(Arrays.asList(arguments));
    Path output = folder.resolve("output");
    int status =
        new ProcessBuilder(command)
            .directory(from.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String text = Files.readString(output);
    assertThat(status).as(text).isZero();
    return text.replace(folder.toRealPath().toString(), FOLDER);
  }
}
