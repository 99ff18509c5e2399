package dev.vmmadvisor.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each input of the corpus of the fuzzer, whole and cut off, through its target. */
class FuzzCorpusTest {

  private static final int MAX_BYTES = 100_000;
  private static final int PREFIXES = 20; // of each input

  static Stream<String> targets() {
    return FuzzTargets.all().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyInputPassesItsTarget(String target) throws Exception {
    FuzzTargets.Target run = Objects.requireNonNull(FuzzTargets.all().get(target));
    List<Path> inputs = files(corpus().resolve(target));
    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      byte[] content = Files.readAllBytes(input);
      for (int i = 1; i <= PREFIXES; i++) {
        byte[] start = Arrays.copyOf(content, (int) ((long) content.length * i / PREFIXES));
        try {
          run.run(start);
        } catch (Exception | AssertionError e) {
          throw new AssertionError(input + ", the first " + start.length + " bytes", e);
        }
      }
    }
  }

  @Test
  void theCorpusIsSmallAndEveryFolderHasATarget() throws Exception {
    Set<String> folders;
    try (Stream<Path> all = Files.list(corpus())) {
      folders = all.map(Path::getFileName).map(Path::toString).collect(Collectors.toSet());
    }
    assertThat(folders).isEqualTo(FuzzTargets.all().keySet());
    long size = 0;
    for (Path file : files(corpus())) {
      size += Files.size(file);
    }
    assertThat(size).isLessThan(MAX_BYTES);
  }

  private static Path corpus() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(FuzzCorpusTest.class.getResource("ReadersFuzzInputs")).toURI());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
