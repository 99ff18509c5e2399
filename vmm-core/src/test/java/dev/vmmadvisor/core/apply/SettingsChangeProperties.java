package dev.vmmadvisor.core.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.core.apply.DockerDesktopState.Running;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SettingsChangeProperties {

  private static final Instant NOW = Instant.parse("2026-11-23T10:15:00Z");
  private static final Instant LATER = Instant.parse("2026-11-23T11:00:00Z");
  private static final DockerDesktopState STOPPED = () -> Running.NO;
  private static final Path FOLDER = Path.of("").toAbsolutePath().resolve("group.com.docker");
  private static final Path ADMIN = FOLDER.resolve("admin-settings.json");
  private static final List<String> KEYS =
      List.of(
          "UseLibkrun",
          "UseVirtualizationFramework",
          "UseVirtualizationFrameworkRosetta",
          "MemoryMiB",
          "Cpus");

  /**
   * A key with its value as they are written.
   *
   * @param gap what stands before the key, without the comma
   */
  record Piece(String gap, String key, String colon, String value) {}

  /**
   * A settings file in pieces, so that what it becomes is known without reading it.
   *
   * @param comma what stands before a comma
   */
  record Sample(
      String name, String front, List<Piece> pieces, String comma, String inside, String end) {

    String text(List<Piece> others) {
      StringBuilder text = new StringBuilder(front).append('{');
      for (int i = 0; i < others.size(); i++) {
        Piece piece = others.get(i);
        text.append(i == 0 ? "" : comma + ",").append(piece.gap());
        text.append(piece.key()).append(piece.colon()).append(piece.value());
      }
      return text.append(inside).append('}').append(end).toString();
    }
  }

  @Property(tries = 1500)
  void onlyWhatIsWantedChangesAndTheWayBackGivesTheSameBytes(
      @ForAll("samples") Sample sample, @ForAll("wanted") Map<String, Object> wanted)
      throws Exception {
    Path file = FOLDER.resolve(sample.name());
    String before = sample.text(sample.pieces());
    MemoryDisk disk = new MemoryDisk();
    disk.contents.put(file, before.getBytes(UTF_8));

    SettingsChange change = SettingsChange.of(wanted, file, disk);
    assertThat(disk.done).isEmpty();
    change.apply(STOPPED, NOW, ADMIN);

    String after = new String(disk.contents.get(file), UTF_8);
    assertThat(after).isEqualTo(expected(sample, wanted));
    ObjectNode tree = JsonInput.object(after);
    wanted.forEach(
        (key, value) ->
            assertThat(tree.properties())
                .anyMatch(
                    one ->
                        one.getKey().equalsIgnoreCase(key)
                            && one.getValue().asText().equals(value.toString())));

    int done = disk.done.size();
    SettingsChange again = SettingsChange.of(wanted, file, disk);
    assertThat(again.isEmpty()).isTrue();
    assertThat(again.apply(STOPPED, LATER, ADMIN).isWritten()).isFalse();
    assertThat(disk.done).hasSize(done);
    assertThat(new String(disk.contents.get(file), UTF_8)).isEqualTo(after);

    assertThat(SettingsBackup.newest(file, disk).isPresent()).isEqualTo(!change.isEmpty());
    if (!change.isEmpty()) {
      for (int i = 0; i < 2; i++) { // twice is the same as once
        SettingsBackup.newest(file, disk).orElseThrow().restore(STOPPED, LATER);
        assertThat(new String(disk.contents.get(file), UTF_8)).isEqualTo(before);
      }
    }
  }

  /** What the file becomes, put together out of its pieces. */
  private static String expected(Sample sample, Map<String, Object> wanted) {
    List<Piece> pieces = new ArrayList<>();
    Map<String, Object> missing = new LinkedHashMap<>(wanted);
    for (Piece piece : sample.pieces()) {
      String value = piece.value();
      for (Map.Entry<String, Object> one : wanted.entrySet()) {
        if (read(piece.key()).equalsIgnoreCase(one.getKey())) {
          missing.remove(one.getKey());
          value = isSame(value, one.getValue()) ? value : one.getValue().toString();
        }
      }
      pieces.add(new Piece(piece.gap(), piece.key(), piece.colon(), value));
    }
    if (pieces.isEmpty() && !missing.isEmpty()) {
      String line = sample.text(pieces).contains("\r\n") ? "\r\n" : "\n";
      missing.forEach(
          (key, value) ->
              pieces.add(new Piece(line + "  ", inForm(sample, key), ": ", "" + value)));
      return new Sample(sample.name(), sample.front(), pieces, "", line, sample.end()).text(pieces);
    }
    missing.forEach(
        (key, value) -> {
          Piece last = pieces.get(pieces.size() - 1);
          pieces.add(new Piece(last.gap(), inForm(sample, key), last.colon(), "" + value));
        });
    if (sample.pieces().size() == 1) { // there is no comma to write as the others
      return new Sample(sample.name(), sample.front(), pieces, "", sample.inside(), sample.end())
          .text(pieces);
    }
    return sample.text(pieces);
  }

  private static boolean isSame(String value, Object wanted) {
    if (wanted instanceof Number && value.matches("-?[0-9]+")) {
      return new BigInteger(value).equals(new BigInteger(wanted.toString()));
    }
    return value.equals(wanted.toString());
  }

  private static String inForm(Sample sample, String key) {
    String initial = key.substring(0, 1);
    boolean camelCase = sample.name().equals("settings.json");
    return '"'
        + (camelCase ? initial.toLowerCase(Locale.ROOT) : initial.toUpperCase(Locale.ROOT))
        + key.substring(1)
        + '"';
  }

  private static String read(String literal) {
    return JsonInput.value(literal).textValue();
  }

  @Provide
  Arbitrary<Map<String, Object>> wanted() {
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 20_000),
            Arbitraries.longs());
    return Arbitraries.maps(
            Arbitraries.of(KEYS)
                .flatMap(
                    key ->
                        Arbitraries.of(
                            key, key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1))),
            values)
        .ofMaxSize(5)
        .map(SettingsChangeProperties::eachOnce);
  }

  private static Map<String, Object> eachOnce(Map<String, Object> keys) {
    Map<String, Object> once = new LinkedHashMap<>();
    keys.forEach(
        (key, value) -> {
          if (once.keySet().stream().noneMatch(key::equalsIgnoreCase)) {
            once.put(key, value);
          }
        });
    return once;
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Combinators.combine(
            Arbitraries.of("settings.json", "settings-store.json"),
            Arbitraries.of("", "\uFEFF", "\n", "\uFEFF \r\n"),
            pieces(),
            Arbitraries.of("", "", " ", "\n"),
            gaps(),
            Arbitraries.of("", "\n", "\r\n", " \n\n"))
        .as(Sample::new);
  }

  /** Keys of any kind, in any order, none of those that are wanted twice. */
  private static Arbitrary<List<Piece>> pieces() {
    Arbitrary<List<Piece>> others = piece(otherKeys(), values()).list().ofMaxSize(6);
    Arbitrary<List<Piece>> known =
        Arbitraries.subsetOf(KEYS)
            .flatMap(
                keys ->
                    Combinators.combine(
                            keys.stream().map(key -> piece(spellings(key), scalars())).toList())
                        .as(list -> list));
    return Combinators.combine(others, known, Arbitraries.longs())
        .as(
            (one, other, seed) -> {
              List<Piece> all = new ArrayList<>(one);
              all.addAll(other);
              Collections.shuffle(all, new Random(seed));
              return all;
            });
  }

  private static Arbitrary<Piece> piece(Arbitrary<String> keys, Arbitrary<String> values) {
    return Combinators.combine(gaps(), keys, Arbitraries.of(":", ": ", " : ", "\t:\r\n "), values)
        .as(Piece::new);
  }

  private static Arbitrary<String> gaps() {
    return Arbitraries.of("", " ", "\n  ", "\r\n\t", "\n", "\r\n    ", "\t");
  }

  private static Arbitrary<String> spellings(String key) {
    String rest = key.substring(1);
    char initial = Character.toLowerCase(key.charAt(0));
    return Arbitraries.of(
        '"' + key + '"',
        '"' + key + '"',
        "\"" + initial + rest + '"',
        '"' + key.toUpperCase(Locale.ROOT) + '"',
        String.format(Locale.ROOT, "\"\\u%04X%s\"", (int) initial, rest));
  }

  private static Arbitrary<String> otherKeys() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "\"\"",
            "\"SettingsVersion\"",
            "\"UseLibkrunX\"",
            "\"Use Libkrun\"",
            "\"\\\"UseLibkrun\\\"\"",
            "\"\\\\\"",
            "\"Sch\u00F6n \uD83D\uDE00 \\ud83d\\ude00\"",
            "\"twice\"",
            "\"twice\""),
        Arbitraries.strings()
            .all()
            .map(SettingsChangeProperties::whole)
            .map(SettingsChangeProperties::literal));
  }

  private static Arbitrary<String> scalars() {
    return Arbitraries.of(
        "true",
        "false",
        "true",
        "false",
        "null",
        "0",
        "-0",
        "4096",
        "4096.0",
        "8E3",
        "\"true\"",
        "\"\"",
        "123456789012345678901234567890",
        "\"\\u0022,}\"");
  }

  private static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        scalars(),
        Arbitraries.strings().all().map(SettingsChangeProperties::literal),
        Arbitraries.of(
            "1.50",
            "-1E+300",
            "1e9999",
            "[]",
            "{ }",
            "[ 1 ,\r\n{\"UseLibkrun\" : false}]",
            "{\"UseLibkrun\":false,\"UseLibkrun\":true,\"x\":[[],{}],\"}\":\"]\"}"));
  }

  /** A text without half a character of two, which no key can have. */
  private static String whole(String text) {
    return text.codePoints()
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A text as JSON; half a character of two cannot be in a file. */
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x20 || c == '"' || c == '\\' || (c >= 0xD800 && c <= 0xDFFF)) {
                literal.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                literal.appendCodePoint(c);
              }
            });
    return literal.append('"').toString();
  }

  @Test
  void aDamagedFileIsRefusedOrChangedAndNeverWrittenToWhenRead() throws Exception {
    Random random = new Random(20261123);
    Path file = FOLDER.resolve("settings-store.json");
    Map<String, Object> wanted = Map.of("UseLibkrun", true, "MemoryMiB", 9000);
    int changed = 0;
    int refused = 0;
    for (String name : List.of("full-camel-case.json", "full-pascal-case.json", "sparse.json")) {
      byte[] sound = bytes(name);
      for (int i = 0; i < 6_000; i++) {
        byte[] damaged = damaged(sound, random);
        MemoryDisk disk = new MemoryDisk();
        disk.contents.put(file, damaged.clone());
        try {
          SettingsChange change = SettingsChange.of(wanted, file, disk);
          assertThat(disk.done).isEmpty();
          change.apply(STOPPED, NOW, ADMIN);
          JsonInput.object(
              new String(disk.contents.get(file), UTF_8)); // is JSON for others as well
          assertThat(SettingsChange.of(wanted, file, disk).isEmpty()).isTrue();
          changed++;
        } catch (SettingsChangeException e) {
          assertThat(disk.done).isEmpty();
          assertThat(disk.contents.get(file)).isEqualTo(damaged);
          refused++;
        }
      }
    }
    assertThat(changed).isGreaterThan(1000);
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void damagedLocksAreReadOrRefused() throws Exception {
    Random random = new Random(20261124);
    Path file = FOLDER.resolve("settings-store.json");
    byte[] sound =
        """
        {"configurationFileVersion": 2,
         "useVirtualizationFrameworkRosetta": {"locked": true, "value": false},
         "useLibkrun": {"locked": false, "value": 1}, "proxy": {"locked": true, "mode": "system"}}
        """
            .getBytes(UTF_8);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      MemoryDisk disk = new MemoryDisk();
      disk.contents.put(file, "{}".getBytes(UTF_8));
      disk.contents.put(ADMIN, damaged(sound, random));
      try {
        SettingsChange.of(Map.of("UseLibkrun", true), file, disk).apply(STOPPED, NOW, ADMIN);
      } catch (SettingsChangeException e) {
        assertThat(disk.done).isEmpty();
        refused++;
      }
    }
    assertThat(refused).isBetween(1000, 9000);
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] damaged = sound.clone();
    switch (random.nextInt(4)) {
      case 0 -> damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      case 1 -> damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      case 2 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      default -> {
        int from = random.nextInt(damaged.length);
        int to = random.nextInt(damaged.length);
        int length = Math.min(random.nextInt(20), damaged.length - Math.max(from, to));
        System.arraycopy(sound, from, damaged, to, length);
      }
    }
    return damaged;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream file =
        SettingsChangeProperties.class.getResourceAsStream("/dev/vmmadvisor/core/detect/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }
}
