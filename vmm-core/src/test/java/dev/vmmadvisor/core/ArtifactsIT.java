package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmmadvisor.core.cli.Main;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The artifacts as others get them. */
class ArtifactsIT {

  private static final String VERSION =
      Objects.requireNonNull(System.getProperty("vmmadvisor.version"));
  private static final long MAX_BYTES = 9L << 19; // 4.5 MiB

  @ParameterizedTest
  @ValueSource(strings = {"vmm-api", "vmm-core", "vmm-testkit"})
  void pomsSayWhatUsersNeedAndNothingOfTheBuild(String artifact) throws Exception {
    List<Element> project =
        children(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..", artifact, ".flattened-pom.xml").toFile())
                .getDocumentElement());

    assertThat(project)
        .extracting(Element::getTagName)
        .contains("groupId", "artifactId", "version", "name", "description", "url")
        .contains("licenses", "developers", "scm", "dependencies")
        .doesNotContain("parent", "build", "profiles", "properties", "modules")
        .doesNotContain("dependencyManagement", "repositories", "pluginRepositories");
    for (Element dependency : children(child(project, "dependencies"))) {
      List<Element> parts = children(dependency);
      String name = child(parts, "artifactId").getTextContent();
      boolean ofTheBuild = name.equals("value-annotations");
      assertThat(child(parts, "version").getTextContent()).as(name).doesNotContain("${");
      assertThat(child(parts, "scope").getTextContent())
          .as(name)
          .isEqualTo(ofTheBuild ? "provided" : "compile");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vmm-api, dev.vmmadvisor.api",
    "vmm-core, dev.vmmadvisor.core",
    "vmm-testkit, dev.vmmadvisor.testkit"
  })
  void everyJarIsAModuleAndHasItsJavadoc(String artifact, String module) throws IOException {
    ModuleDescriptor descriptor = module(built(artifact, "")).orElseThrow().descriptor();

    assertThat(descriptor.name()).isEqualTo(module);
    assertThat(descriptor.isAutomatic()).isFalse();
    assertThat(entries(built(artifact, "-javadoc"))).contains("index.html");
  }

  @Test
  void noPackageIsInTwoModules() {
    Map<String, String> packages = new TreeMap<>();
    Map<String, ModuleReference> modules = new TreeMap<>(atRunTime());
    modules.put("dev.vmmadvisor.testkit", module(built("vmm-testkit", "")).orElseThrow());
    modules.forEach(
        (name, module) ->
            module
                .descriptor()
                .packages()
                .forEach(each -> assertThat(packages.put(each, name)).as(each).isNull()));
    assertThat(packages).containsKeys("dev.vmmadvisor.api", "dev.vmmadvisor.core");
  }

  @Test
  void everythingThatIsNeededAtRunTimeIsSmall() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    for (Map.Entry<String, ModuleReference> module : atRunTime().entrySet()) {
      sizes.put(module.getKey(), Files.size(file(module.getValue())));
    }

    assertThat(sizes)
        .containsOnlyKeys(
            "dev.vmmadvisor.core",
            "dev.vmmadvisor.api",
            "com.fasterxml.jackson.annotation",
            "com.fasterxml.jackson.core",
            "com.fasterxml.jackson.databind",
            "com.fasterxml.jackson.datatype.jdk8",
            "org.jspecify");
    assertThat(sizes.values().stream().mapToLong(Long::longValue).sum())
        .as("%s", sizes)
        .isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void nativeImageIsToldWhatItNeeds() throws IOException {
    assertThat(entries(built("vmm-api", "")))
        .contains(
            "META-INF/native-image/dev.vmmadvisor/vmm-api/reflect-config.json",
            "META-INF/native-image/dev.vmmadvisor/vmm-api/resource-config.json");
    assertThat(entries(built("vmm-core", "")))
        .contains("META-INF/native-image/dev.vmmadvisor/vmm-core/resource-config.json");
  }

  @Test
  void aLinkedImageRecommends(@TempDir Path folder) throws Exception {
    Path jdk = Path.of(System.getProperty("java.home"));
    assumeTrue(Files.isDirectory(jdk.resolve("jmods")));
    Path image = folder.resolve("image");
    String path =
        atRunTime().values().stream()
            .map(module -> file(module).toString())
            .collect(Collectors.joining(File.pathSeparator));
    run(
        folder,
        List.of(
            jdk.resolve(Path.of("bin", "jlink")).toString(),
            "--module-path",
            path,
            "--add-modules",
            "dev.vmmadvisor.core",
            "--output",
            image.toString()));
    Path host = folder.resolve("host.json");
    try (InputStream stream = SampleHosts.class.getResourceAsStream("hosts/apple-silicon.json")) {
      Files.write(host, Objects.requireNonNull(stream).readAllBytes());
    }
    List<String> recommend =
        List.of(
            image.resolve(Path.of("bin", "java")).toString(),
            "-m",
            "dev.vmmadvisor.core/" + Main.class.getName(),
            "recommend",
            host.toString());

    assertThat(run(folder, recommend))
        .startsWith(
            "Upgrade Docker Desktop to 4.88.0 or later first, then switch from the Apple\n"
                + "Virtualization framework");
    List<String> asJson = new ArrayList<>(recommend);
    asJson.addAll(List.of("--format", "json"));
    assertThat(SchemaFile.RECOMMENDATION.problems(run(folder, asJson))).isEmpty();
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    process.environment().remove("JAVA_TOOL_OPTIONS"); // it would be told in the output
    int status = process.start().waitFor();
    String text = Files.readString(output);
    assertThat(status).as(text).isZero();
    return text;
  }

  /** The jars that vmm-core needs when it runs, by the names of their modules. */
  private static Map<String, ModuleReference> atRunTime() {
    Map<String, ModuleReference> known = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar")) {
        module(Path.of(entry)).ifPresent(it -> known.putIfAbsent(it.descriptor().name(), it));
      }
    }
    for (String artifact : List.of("vmm-api", "vmm-core")) {
      ModuleReference ours = module(built(artifact, "")).orElseThrow();
      known.put(ours.descriptor().name(), ours);
    }
    Map<String, ModuleReference> needed = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(List.of("dev.vmmadvisor.core", "org.jspecify"));
    while (!open.isEmpty()) {
      String name = open.pop();
      ModuleReference module = known.get(name);
      if (module != null && needed.put(name, module) == null) {
        module.descriptor().requires().stream()
            .filter(each -> !each.modifiers().contains(Requires.Modifier.STATIC))
            .forEach(each -> open.add(each.name()));
      }
    }
    return needed;
  }

  /** The module of a jar; none if its name does not make one. */
  private static Optional<ModuleReference> module(Path jar) {
    try {
      return ModuleFinder.of(jar).findAll().stream().findFirst();
    } catch (FindException e) {
      return Optional.empty();
    }
  }

  private static Path file(ModuleReference module) {
    return Path.of(module.location().orElseThrow());
  }

  private static Path built(String artifact, String classifier) {
    return Path.of("..", artifact, "target", artifact + "-" + VERSION + classifier + ".jar");
  }

  private static List<String> entries(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }

  private static Element child(List<Element> elements, String name) {
    return elements.stream().filter(it -> it.getTagName().equals(name)).findFirst().orElseThrow();
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
