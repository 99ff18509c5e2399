package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.testkit.cases.Cases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc compile. */
class ExamplesTest {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

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

  @AfterAll
  static void close() throws IOException {
    FILES.close();
  }

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
        .satisfiesExactlyInAnyOrder(
            first -> assertThat(first).startsWith("vmm-api/Something.java:6: incompatible types"),
            second ->
                assertThat(second).startsWith("vmm-api/Something.java:11: cannot find symbol"));
  }

  @Test
  void whatIsNoExampleOfThisFormIsAnError() {
    assertThatThrownBy(() -> Example.in("A.java", "{@snippet :\n * if (true) {\n * }\n"))
        .hasMessage("A.java: an example does not end");
    assertThatThrownBy(() -> Example.in("A.java", "{@snippet file=\"B.java\"}"))
        .hasMessage("A.java: an example begins in another way");
  }

  /** What the compiler says of examples, each with the file and the line. */
  private List<String> complaints(List<Example> examples) throws IOException {
    String imports =
        Stream.concat(Example.publicPackages().stream().map(name -> name + ".*"), IMPORTS.stream())
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());
    List<Source> sources = new ArrayList<>();
    for (Example example : examples) {
      sources.add(new Source(example, "example" + sources.size(), imports));
    }
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    COMPILER
        .getTask(
            new StringWriter(),
            FILES,
            told,
            List.of("-proc:none", "-Xlint:all", "-d", folder.toString()),
            null,
            sources)
        .call();
    return told.getDiagnostics().stream().map(ExamplesTest::complaint).toList();
  }

  private static String complaint(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ENGLISH);
    return diagnostic.getSource() instanceof Source source
        ? source.place(diagnostic.getLineNumber()) + ": " + message
        : message;
  }

  /** An example in a source of its own: a class as a member, statements as those of a method. */
  private static final class Source extends SimpleJavaFileObject {

    private final Example example;
    private final String before;

    private Source(Example example, String name, String imports) {
      super(URI.create("string:///" + name + "/Compiled.java"), Kind.SOURCE);
      this.example = example;
      this.before =
          "package "
              + name
              + ";\n"
              + imports
              + "class Compiled extends dev.vmmadvisor.core.Given {\n"
              + (example.isClass() ? "" : "void run() throws Exception {\n");
    }

    private String place(long line) {
      return example.file() + ":" + (line - before.lines().count() + example.line() - 1);
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return before + example.text() + (example.isClass() ? "}\n" : "} }\n");
    }
  }
}
