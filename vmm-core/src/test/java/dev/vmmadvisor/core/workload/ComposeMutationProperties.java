package dev.vmmadvisor.core.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.json.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Damaged and hostile files give a reading or the one documented exception, and nothing else. */
class ComposeMutationProperties {

  private static final List<String> FILES = List.of("shop.yml", "shop.json", "odd.yml");
  private static final int MUTANTS = 20; // of each file in each try

  private static final List<String> PIECES =
      List.of(
          "*base",
          "&base ",
          "<<: *base",
          "<<: [*base, *base]",
          "!reset ",
          "!override ",
          "!!map ",
          "!x ",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          ":",
          ": ",
          "- ",
          "? ",
          "|\n",
          ">-\n",
          "\n",
          "\t",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "#",
          "null",
          "~",
          "${",
          "${A:-",
          "}",
          "$$",
          "$A",
          "extends: web",
          "extends: {file: x}",
          "include: [x]",
          "volumes_from: [web]",
          "\\",
          "\\u",
          "\\UFFFFFFFF",
          "\u0000",
          "\uFFFF",
          "\uD800",
          "\uFEFF",
          "\u2028",
          "9e999",
          "-",
          "..",
          "C:\\",
          "/data/db",
          "external: true",
          "{{{{{{{{{{{{{{{{",
          "[[[[[[[[[[[[[[[[[[[[");

  @Property(tries = 300)
  void aDamagedFileGivesAReadingOrADocumentException(@ForAll @LongRange(min = 0) long seed)
      throws IOException {
    Random random = new Random(seed);
    for (String name : FILES) {
      byte[] file = file(name);
      for (int i = 0; i < MUTANTS; i++) {
        byte[] damaged = damaged(file, random);
        assertThat(isReadOrRefused(damaged)).as("%s of seed %s", name, seed).isTrue();
      }
    }
  }

  @Property(tries = 200)
  void piecesInAnyOrderGiveAReadingOrADocumentException(@ForAll @LongRange(min = 0) long seed)
      throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS; i++) {
      StringBuilder text = new StringBuilder("services:\n  web:\n    ");
      for (int piece = random.nextInt(40); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      assertThat(isReadOrRefused(bytes)).as("seed %s", seed).isTrue();
    }
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] damaged = file;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      damaged = damagedOnce(damaged, random);
    }
    return damaged;
  }

  private static byte[] damagedOnce(byte[] file, Random random) {
    if (file.length == 0) {
      return file;
    }
    int from = random.nextInt(file.length);
    int to = Math.min(file.length, from + random.nextInt(60));
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(file, from); // cut off
      case 1 -> { // a flipped bit
        byte[] flipped = file.clone();
        flipped[from] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 2 -> replaced(file, to, to, Arrays.copyOfRange(file, from, to)); // doubled
      case 3 -> replaced(file, from, to, new byte[0]); // left out
      case 4 -> { // a piece of another place
        int other = random.nextInt(file.length);
        int end = Math.min(file.length, other + random.nextInt(200));
        yield replaced(file, from, to, Arrays.copyOfRange(file, other, end));
      }
      default ->
          replaced(
              file,
              from,
              from,
              PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
    };
  }

  private static byte[] replaced(byte[] file, int from, int to, byte[] piece) {
    byte[] result = new byte[file.length - (to - from) + piece.length];
    System.arraycopy(file, 0, result, 0, from);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(file, to, result, from + piece.length, file.length - to);
    return result;
  }

  private static boolean isReadOrRefused(byte[] bytes) throws IOException {
    try {
      Reading reading =
          ComposeFile.read(
              new ByteArrayInputStream(bytes), "x", Readings.MAC.withProfiles(Set.of("*")));
      return reading.notices().stream().noneMatch(each -> each.message().indexOf('\n') >= 0);
    } catch (DocumentException refused) {
      return !refused.problems().isEmpty();
    }
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream file = ComposeMutationProperties.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }
}
