package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmmadvisor.core.Documentation.Block;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that the documents tell people to type, as far as they can be checked unrun. */
class DocumentedCommandsTest {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Pattern MAVEN = Pattern.compile("\\bmvn [^\n`]*");
  private static final Pattern OPTION = Pattern.compile(" -(P|Dtest=|pl )'?([\\w,-]+)");
  private static final Pattern PROFILE =
      Pattern.compile("<profile>.*?<id>([^<]+)</id>", Pattern.DOTALL);

  private static List<Path> documents() throws IOException {
    return Documentation.markdown(Documentation.ROOT).stream()
        .filter(file -> !file.toString().contains("golden"))
        .toList();
  }

  @Test
  void everyScriptIsOneThatAShellReads() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(SHELL));
    int scripts = 0;
    for (Path document : documents()) {
      for (Block block : Documentation.blocks(Files.readString(document))) {
        if (block.language().equals("sh")) {
          Process shell = new ProcessBuilder(SHELL.toString(), "-n").start();
          try (OutputStream script = shell.getOutputStream()) {
            script.write(block.text().getBytes(StandardCharsets.UTF_8));
          }
          assertThat(new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
              .as(block.text())
              .isEmpty();
          assertThat(shell.waitFor()).isZero();
          scripts++;
        }
      }
    }
    assertThat(scripts).isPositive();
  }

  @Test
  void everyProfileModuleAndTestOfMavenIsThere() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Path pom : List.of(Documentation.ROOT.resolve("pom.xml"), Path.of("pom.xml"))) {
      PROFILE.matcher(Files.readString(pom)).results().forEach(id -> known.add("P" + id.group(1)));
    }
    for (String module : List.of("vmm-api", "vmm-core", "vmm-testkit")) {
      known.add("pl " + module);
      try (Stream<Path> files =
          Files.walk(Documentation.ROOT.resolve(module).resolve("src/test"))) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith(".java"))
            .forEach(name -> known.add("Dtest=" + name.replace(".java", "")));
      }
    }
    List<String> seen = new ArrayList<>();
    for (Path document : documents()) {
      Matcher command = MAVEN.matcher(Files.readString(document).replace(" \\\n", " "));
      while (command.find()) {
        Matcher option = OPTION.matcher(command.group());
        while (option.find()) {
          for (String name : option.group(2).split(",", -1)) {
            seen.add(option.group(1) + name);
          }
        }
      }
    }
    assertThat(seen).contains("Pbenchmarks");
    assertThat(known).containsAll(seen);
  }
}
