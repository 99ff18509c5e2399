package dev.vmmadvisor.core.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.json.DocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeYamlTest {

  @Test
  void scalarsAreTextsAndEmptyOnesAreNull() {
    assertThat(
            ComposeYaml.read(
                    "{a: no, b: 22:22, c: 0x10, d: 1_000, e: 2001-01-01, f: , g: ~, h: 'null',"
                        + " i: 1.10, j: !!int 7}")
                .toString())
        .isEqualTo(
            "{\"a\":\"no\",\"b\":\"22:22\",\"c\":\"0x10\",\"d\":\"1_000\",\"e\":\"2001-01-01\","
                + "\"f\":null,\"g\":null,\"h\":\"null\",\"i\":\"1.10\",\"j\":\"7\"}");
  }

  @Test
  void ownKeysComeBeforeMergedOnesAndEarlierMappingsBeforeLaterOnes() {
    assertThat(
            ComposeYaml.read(
                    "{x: &x {a: 1, b: 1, c: 1}, y: &y {b: 2, c: 2, d: 2}, z: {c: 3, <<: [*x, *y]}}")
                .path("z")
                .toString())
        .isEqualTo("{\"c\":\"3\",\"a\":\"1\",\"b\":\"1\",\"d\":\"2\"}");
  }

  @Test
  void aQuotedMergeKeyIsAKey() {
    assertThat(ComposeYaml.read("{'<<': {a: 1}}").toString()).isEqualTo("{\"<<\":{\"a\":\"1\"}}");
  }

  @Test
  void whatIsResetIsAbsentFromMappingsAndLists() {
    assertThat(
            ComposeYaml.read("{a: !reset [1], b: [1, !reset 2], c: !override {d: 1}}").toString())
        .isEqualTo("{\"b\":[\"1\"],\"c\":{\"d\":\"1\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: !!javax.script.ScriptEngineManager [x]",
        "!!java.net.URL [x]",
        "a: !own {b: c}",
        "a: 1\na: 2",
        "a: {<<: 5}",
        "a: {<<: [5]}",
        "[a, b]: c",
        "? {a: b}\n: c",
        "a: *none",
        "a: 1\n---\nb: 2",
        "a: \"\\uZZZZ\"",
        "a: \"\\UFFFFFFFF\"",
        "a: !b%20 c",
        "\u0001",
        "!reset {a: b}",
        "%YAML 9.9\n---\na: b",
        "a: 'b",
        "\t",
        "a: &x [*x]",
        "&x {<<: *x}",
        "&x {a: *x}"
      })
  void whatIsNotSafeOrNotClearIsRefused(String yaml) {
    assertThatThrownBy(() -> ComposeYaml.read(yaml)).isInstanceOf(DocumentException.class);
  }

  @Test
  void anErrorNamesTheLine() {
    assertThatThrownBy(() -> ComposeYaml.read("a: 1\nb: 2\na: 3"))
        .hasMessage("line 3: $: the key \"a\" is duplicated");
    assertThatThrownBy(() -> ComposeYaml.read("a: 1\nb: [\n"))
        .hasMessageStartingWith("line 3: $: not YAML: ");
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [").append(alias);
      bomb.append((", " + alias).repeat(8)).append("]\n");
    }

    assertThatThrownBy(() -> ComposeYaml.read(bomb.toString()))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("more than 200000 values");
  }

  @Test
  void aBombOfMergesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 {k: v}\n");
    for (int i = 1; i < 60; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i);
      bomb.append(" {<<: [").append(alias).append(", ").append(alias).append("]}\n");
    }

    assertThatThrownBy(() -> ComposeYaml.read(bomb.toString()))
        .isInstanceOf(DocumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "&a [", "!!seq [", "{? "})
  void whatIsTooDeepIsRefused(String opening) {
    assertThatThrownBy(() -> ComposeYaml.read("a:\n " + opening.repeat(100_000)))
        .isInstanceOf(DocumentException.class);
  }

  @Test
  void theLimitsDoNotStandInTheWayOfLargeFiles() {
    StringBuilder large = new StringBuilder("x: &x {image: nginx}\nservices:\n");
    for (int i = 0; i < 900; i++) {
      large.append("  s").append(i).append(": {<<: *x, volumes: [a:/a, b:/b]}\n");
    }

    assertThat(ComposeYaml.read(large.toString()).path("services")).hasSize(900);
  }

  @Test
  void withoutItsLibraryYamlIsOneErrorAndJsonIsRead() throws Exception {
    Class<?> file = new WithoutYaml().loadClass(ComposeFile.class.getName());
    Method read =
        file.getMethod(
            "read",
            String.class,
            String.class,
            file.getClassLoader().loadClass(ComposeOptions.class.getName()));
    Object options =
        file.getClassLoader()
            .loadClass(ComposeOptions.class.getName())
            .getMethod("none")
            .invoke(null);

    assertThat(read.invoke(null, "{\"services\": {}}", "x", options)).isNotNull();
    assertThatThrownBy(() -> read.invoke(null, "services: {}", "x", options))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("org.yaml:snakeyaml");
  }

  /** Loads this room anew, as if SnakeYAML were not on the class path. */
  private static final class WithoutYaml extends ClassLoader {

    WithoutYaml() {
      super(ComposeFile.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.yaml.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith(ComposeFile.class.getPackageName() + ".")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200_000, 1_900_000})
  void manyValuesAreRefusedWhileTheyAreParsed(int values) {
    assertThatThrownBy(() -> ComposeYaml.read("services: {}\nl: [" + "a,".repeat(values) + "]\n"))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("more than 200000 values");
  }
}
