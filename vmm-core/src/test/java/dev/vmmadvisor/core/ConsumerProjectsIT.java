package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Projects of others, built against the artifacts of this build as they are installed. */
class ConsumerProjectsIT {

  private static final Path ROOT = Path.of("..");
  private static final String VERSION =
      Objects.requireNonNull(System.getProperty("vmmadvisor.version"));

  /** A program of a README and what it prints; the first is that at the front. */
  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?)```\n\nThis prints\n\n```text\n(.*?)```", Pattern.DOTALL);

  /** A file of a project, as a README has it: its path behind the language. */
  private static final Pattern FILE =
      Pattern.compile("```[a-z]+ ([^ \n]+/[^ \n]+)\n(.*?)```", Pattern.DOTALL);

  private static final Pattern PRINTS_ON_BOTH =
      Pattern.compile("On both paths the program prints\n\n```text\n(.*?)```", Pattern.DOTALL);

  private static final Pattern PLUGIN =
      Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)<");

  /** Jackson, JSpecify and nothing else. */
  private static final List<String> WHAT_THE_API_BRINGS =
      List.of(
          "jackson-annotations-",
          "jackson-core-",
          "jackson-databind-",
          "jackson-datatype-jdk8-",
          "jspecify-");

  @Test
  void aProgramOnTheClassPathPrintsWhatTheReadmeSays() throws Exception {
    Matcher front = match(PROGRAM, readme());
    String source =
        Files.readString(
            ConsumerProject.PROJECTS.resolve(
                "class-path/src/main/java/com/acme/doctor/Program.java"));
    assertThat(words(source))
        .contains(words(front.group(1).lines().filter(line -> line.startsWith("import ")).toList()))
        .contains(
            words(front.group(1).lines().filter(line -> !line.startsWith("import ")).toList()));

    ConsumerProject project = ConsumerProject.build("class-path", "package");

    assertThat(project.run("com.acme.doctor.Program").strip()).isEqualTo(front.group(2).strip());
    assertThat(project.run("com.acme.doctor.WithServices").lines())
        .as("a service takes part where it is asked for, and only there")
        .hasSize(3)
        .startsWith("depends")
        .anyMatch(line -> line.contains("acme-no-old-macos") && line.endsWith("violated"))
        .endsWith("none");
    assertBrings(project.dependencies(), "vmm-core-", "vmm-api-");
  }

  @Test
  void theChapterOfTheReadmeIsAProjectOnTheModulePathAndOnTheClassPath() throws Exception {
    String printed = match(PRINTS_ON_BOTH, readme()).group(1);

    ConsumerProject project = ConsumerProject.build("module-path", "package");

    assertThat(project.run("com.acme.rules", "com.acme.rules.Program")).isEqualTo(printed);
    assertThat(project.run("com.acme.rules.Program")).isEqualTo(printed);
    assertThat(project.run("com.acme.rules", "com.acme.rules.Modules").lines())
        .containsExactly("com.acme.rules", "dev.vmmadvisor.core", "dev.vmmadvisor.api");
    assertThat(project.run("com.acme.rules.Modules").lines())
        .as("on the class path nothing is in a named module")
        .containsExactly("null", "null", "null");
    assertBrings(project.dependencies(), "vmm-core-", "vmm-api-");
  }

  @Test
  void everyFileOfTheReadmesIsThatOfTheProjectsWordForWord() throws IOException {
    Matcher file = FILE.matcher(readme());
    List<String> seen = new ArrayList<>();
    while (file.find()) {
      Path name = Path.of(file.group(1)).getFileName();
      List<Path> same = new ArrayList<>();
      for (Path each : files()) {
        if (each.getFileName().equals(name)
            && !each.startsWith(ConsumerProject.PROJECTS.resolve("class-path"))) {
          assertThat(Files.readString(each)).as(each.toString()).isEqualTo(file.group(2));
          same.add(each);
        }
      }
      assertThat(same).as(file.group(1)).isNotEmpty();
      seen.add(file.group(1));
    }
    assertThat(seen).contains("src/main/java/com/acme/rules/TwelveGigabytes.java").hasSize(6);
  }

  @Test
  void testsNeedTheTestkitAndNothingElse() throws Exception {
    ConsumerProject project = ConsumerProject.build("testkit-only", "test");

    int tests = 0;
    for (Path report : reports(project)) {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
      tests += Integer.parseInt(document.getDocumentElement().getAttribute("tests"));
      List<String> classPath =
          Stream.of(property(document, "surefire.test.class.path").split("[:;]"))
              .filter(entry -> entry.endsWith(".jar"))
              .map(entry -> Path.of(entry).getFileName().toString())
              .filter(name -> !isATestLibrary(name))
              .toList();
      assertBrings(classPath, "vmm-testkit-", "vmm-api-");
    }
    assertThat(tests).as("five of its own, and those of the contract").isGreaterThan(5);
  }

  /** What the project itself asks for, as the testkit says. */
  private static boolean isATestLibrary(String jar) {
    return Stream.of("junit-", "jqwik-", "opentest4j-", "apiguardian-api-")
        .anyMatch(jar::startsWith);
  }

  @Test
  void theProjectsNeedNoPluginThatThisBuildDoesNotNeed() throws IOException {
    List<String> ours = plugins(ROOT.resolve("pom.xml"));
    List<String> theirs = new ArrayList<>();
    for (Path file : files()) {
      if (file.endsWith("pom.xml")) {
        theirs.addAll(plugins(file));
      }
    }
    assertThat(theirs).isNotEmpty();
    assertThat(ours).containsAll(theirs);
  }

  private static List<String> plugins(Path pom) throws IOException {
    return PLUGIN
        .matcher(Files.readString(pom))
        .results()
        .map(plugin -> plugin.group(1) + " " + plugin.group(2))
        .toList();
  }

  private static void assertBrings(List<String> jars, String... ofThisBuild) {
    List<String> names = new ArrayList<>();
    for (String each : ofThisBuild) {
      names.add(each + VERSION + ".jar");
    }
    assertThat(jars)
        .containsAll(names)
        .hasSize(names.size() + WHAT_THE_API_BRINGS.size())
        .allMatch(
            jar -> names.contains(jar) || WHAT_THE_API_BRINGS.stream().anyMatch(jar::startsWith));
  }

  private static List<Path> reports(ConsumerProject project) throws IOException {
    try (Stream<Path> files = Files.list(project.file("target/surefire-reports"))) {
      List<Path> reports = files.filter(file -> file.toString().endsWith(".xml")).toList();
      assertThat(reports).isNotEmpty();
      return reports;
    }
  }

  private static String property(Document report, String name) {
    NodeList properties = report.getElementsByTagName("property");
    for (int i = 0; i < properties.getLength(); i++) {
      Element property = (Element) properties.item(i);
      if (property.getAttribute("name").equals(name)) {
        return property.getAttribute("value");
      }
    }
    throw new AssertionError("no property " + name);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(ConsumerProject.PROJECTS)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String words(List<String> lines) {
    return words(String.join("\n", lines));
  }

  /** A text as it is, but for the space between its words. */
  private static String words(String text) {
    return String.join(" ", Arrays.asList(text.strip().split("\\s+")));
  }

  private static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher;
  }

  private static String readme() throws IOException {
    return Documentation.readmes();
  }
}
