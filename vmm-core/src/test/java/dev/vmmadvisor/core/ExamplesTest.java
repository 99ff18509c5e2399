package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.testkit.cases.Cases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc compile. */
class ExamplesTest {

  private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

  /** What an example can name beside the public packages of the library. */
  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.nio.file.*",
          "java.time.*",
          "java.util.*",
          "java.util.stream.*",
          "net.jqwik.api.*",
          "net.jqwik.api.domains.*",
          "org.junit.jupiter.api.DynamicTest",
          "org.junit.jupiter.api.TestFactory",
          "static dev.vmmadvisor.testkit.assertions.VmmAssertions.*",
          "static org.assertj.core.api.Assertions.*");

  @TempDir private Path folder;

  private static List<Example> inJava() throws IOException {
    return Example.all().stream().filter(example -> example.language().equals("java")).toList();
  }

  @Test
  void everyExampleCompilesWithoutAWarning() throws IOException {
    assertThat(complaints(inJava())).isEmpty();
  }

  @Test
  void thereAreExamplesInEveryModule() throws IOException {
    assertThat(inJava()).hasSizeGreaterThanOrEqualTo(22);
    for (String module : List.of("vmm-api/", "vmm-core/", "vmm-testkit/")) {
      assertThat(inJava())
          .filteredOn(example -> example.file().startsWith(module))
          .as(module)
          .hasSizeGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void everyExampleIsASnippet() throws IOException {
    for (Path source : Example.sources()) {
      assertThat(Files.readString(source)).as(source.toString()).doesNotContain("<pre>");
    }
  }

  @Test
  void everyDocumentHoldsCasesThatAreTrue() throws IOException {
    List<Example> documents =
        Example.all().stream().filter(example -> !example.language().equals("java")).toList();
    assertThat(documents).isNotEmpty();
    for (Example document : documents) {
      assertThat(document.language()).as(document.toString()).isEqualTo("json");
      Cases.check(
          Cases.read(new ByteArrayInputStream(document.text().getBytes(StandardCharsets.UTF_8))),
          VmmAdvisor.builder().build());
    }
  }

  @Test
  void whatDoesNotCompileIsToldWithFileAndLine() throws IOException {
    String source =
        """
        /**
         * Something.
         *
         * {@snippet :
         * Host other = host;
         * Host none = 1;
         * }
         *
         * {@snippet :
         * class Broken {
         *   Nothing nothing() {}
         * }
         * }
         */
        class Something {}
        """;
    List<Example> examples = Example.in("vmm-api/Something.java", source);
    assertThat(examples).extracting(Example::isClass).containsExactly(false, true);
    assertThat(complaints(examples))
        .contains("vmm-api/Something.java:6: ", "vmm-api/Something.java:11: ");
  }

  @Test
  void whatIsNoExampleOfThisFormIsAnError() {
    assertThatThrownBy(() -> Example.in("A.java", "{@snippet :\n * if (true) {\n * }\n"))
        .hasMessage("A.java: an example does not end");
    assertThatThrownBy(() -> Example.in("A.java", "{@snippet file=\"B.java\"}"))
        .hasMessage("A.java: an example begins in another way");
  }

  /** What the compiler says of examples; it names the file and the line of what is wrong. */
  private String complaints(List<Example> examples) throws IOException {
    String imports =
        Stream.concat(Example.publicPackages().stream().map(name -> name + ".*"), IMPORTS.stream())
            .map(name -> "import " + name + "; ")
            .collect(Collectors.joining());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-Xlint:all",
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                System.getProperty("java.class.path")));
    for (Example example : examples) {
      String name = "example" + arguments.size();
      Path source = folder.resolve(name).resolve(example.file());
      Files.createDirectories(source.getParent());
      Files.writeString(source, program(example, "package " + name + "; " + imports));
      arguments.add(source.toString());
    }
    StringWriter told = new StringWriter();
    PrintWriter writer = new PrintWriter(told);
    JAVAC.run(writer, writer, arguments.toArray(String[]::new));
    return told.toString();
  }

  /** An example as a member or as statements of a method, on the lines that it has in its file. */
  private static String program(Example example, String head) {
    return "\n".repeat(example.line() - 2)
        + head
        + "class Compiled extends dev.vmmadvisor.core.Given {"
        + (example.isClass() ? "\n" : " void run() throws Exception {\n")
        + example.text()
        + (example.isClass() ? "}\n" : "} }\n");
  }
}
