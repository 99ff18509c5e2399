package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vmmadvisor.testkit.FakeMac;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged jar as a process of its own. */
class RunnableJarIT {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("vmmadvisor.cli.jar")));
  private static final String VERSION =
      Objects.requireNonNull(System.getProperty("vmmadvisor.version"));
  private static final List<String> TURKISH =
      List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-1");

  private record Result(int status, String out, String err) {}

  @TempDir private Path folder;
  private Path sample = Path.of("sample.json");

  @BeforeEach
  void writeSample() throws IOException {
    sample = folder.resolve("sample.json");
    try (InputStream stream = SampleHosts.class.getResourceAsStream("hosts/apple-silicon.json")) {
      Files.write(sample, Objects.requireNonNull(stream).readAllBytes());
    }
  }

  @Test
  void recommendsForASampleHost() throws Exception {
    Result result = run(List.of(), "", "recommend", sample.toString());

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith(
            "Upgrade Docker Desktop to 4.88.0 or later first, then switch from the Apple\n"
                + "Virtualization framework");
    assertThat(result.status()).isZero();
  }

  @Test
  void nobodyWaitsForTheEqualityOfRecordsToBeLinked() throws Exception {
    String host =
        """
        {"architecture": "arm64", "macOsVersion": "14.5", "dockerDesktop":
         {"version": "4.44.0", "vmm": "docker-vmm", "memoryMiB": 2048}}
        """;
    Path log = folder.resolve("classes.log");

    Result result = run(List.of("-Xlog:class+load:file=" + log), host, "recommend");

    assertThat(result.out()).contains("raise the memory of the Linux VM");
    assertThat(Files.readString(log))
        .contains("dev.vmmadvisor.core.plan.RemedySet ")
        .doesNotContain("java.lang.runtime.ObjectMethods ");
  }

  @Test
  void nobodyWaitsForTheFirstLambdaToLearnWhatIsMissing() throws Exception {
    String host =
        """
        {"macOsVersion": "14.5", "dockerDesktop": {"version": "4.44.0"}, \
        "workload": {"databases": [{"engine": "mongodb"}]}}
        """;
    Path log = folder.resolve("classes.log");

    Result result =
        run(
            List.of("-Xlog:class+load:file=" + log),
            host,
            "recommend",
            "--format",
            "ndjson",
            "--brief",
            "-");

    assertThat(result.out()).contains("\"fact\":\"architecture\"", "mongodb on bind-mount");
    assertThat(Files.readString(log))
        .contains("dev.vmmadvisor.core.decision.MissingFactAnalyzer ")
        .doesNotContainPattern("vmmadvisor\\.core\\.decide\\.\\w+\\$\\$Lambda")
        .doesNotContain("java.lang.runtime.ObjectMethods ");
  }

  @Test
  void answersTheOtherQuestionsInChineseToo() throws Exception {
    String host =
        "{\"architecture\": \"arm64\", \"macOsVersion\": \"13.6\", \"dockerDesktop\":"
            + " {\"version\": \"4.43.2\", \"vmm\": \"docker-vmm\", \"memoryMiB\": 1024}}";

    Result validation = run(List.of(), host, "validate", "--lang", "zh-CN");
    assertThat(validation.status()).isEqualTo(3);
    assertThat(validation.out()).contains("此配置无法工作").doesNotContain("\u001B");

    assertThat(run(List.of(), host, "look-ahead", "--to", "4.49.0").out())
        .contains("Upgrade macOS to 14 first");
    assertThat(run(List.of(), "", "diagnose", "--text", "engine linux/qemu failed to run").out())
        .contains("linux/qemu means that QEMU ran.");
    assertThat(run(List.of(), host, "explain", "hyperkit", "--format", "markdown").out())
        .startsWith("# ");
  }

  @Test
  void printsItsHelpAndItsVersion() throws Exception {
    assertThat(run(List.of(), "", "--help")).isEqualTo(new Result(0, Cli.HELP, ""));
    assertThat(run(List.of(), "", "--version"))
        .isEqualTo(new Result(0, "vmm-advisor " + VERSION + "\n", ""));
  }

  @Test
  void answersAThousandLinesInTheirOrder() throws Exception {
    StringBuilder hosts = new StringBuilder();
    for (int i = 1; i <= 1000; i++) {
      hosts.append("{\"dockerDesktop\": {\"memoryMiB\": ").append(4000 + i).append("}}\n");
    }

    Result result = run(List.of(), hosts.toString(), "recommend", "--format", "ndjson");

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    List<String> answers = result.out().lines().toList();
    assertThat(answers).hasSize(1000);
    for (int i = 1; i <= 1000; i++) {
      assertThat(answers.get(i - 1)).contains("\"dockerDesktop.memoryMiB\":" + (4000 + i) + ",");
    }
  }

  @Test
  void pipeCanBeNamedAsAFile() throws Exception {
    Path standardInput = Path.of("/dev/stdin");
    assumeTrue(Files.exists(standardInput));
    for (String format : List.of("text", "json", "ndjson")) {
      Path out = folder.resolve("out");
      Process process =
          new ProcessBuilder(
                  command(List.of(), "recommend", "--format", format, standardInput.toString()))
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (OutputStream hosts = process.getOutputStream()) {
        hosts.write("{\"operatingSystem\": \"windows\"}\n".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(format).isOne();
      assertThat(out).isNotEmptyFile();
    }
  }

  @Test
  void statusTellsWhetherThereIsAnAnswer() throws Exception {
    assertThat(run(List.of(), "{\"architecture\": \"arm64\"}", "recommend").status()).isZero();
    assertThat(run(List.of(), "{}", "recommend").status()).isOne();
    assertThat(run(List.of(), "{\"operatingSystem\": \"windows\"}", "recommend").status()).isOne();
    assertThat(run(List.of(), "{\"architecture\": 1}", "recommend"))
        .isEqualTo(
            new Result(
                2,
                "",
                "standard input: line 1: $.architecture: 1 is not accepted; accepted: \"arm64\","
                    + " \"x86_64\"\n"));
    assertThat(run(List.of(), "").status()).isEqualTo(2);
  }

  @Test
  void printsUtf8WhereverItRuns() throws Exception {
    String host = "{\"chip\": \"Äpfel 😀\", \"größe\": 1, \"architecture\": \"x86–64\"}";

    Result result = run(List.of(), host, "recommend", "--format", "ndjson");

    assertThat(result.out()).contains("x86–64");
    assertThat(result.err())
        .isEqualTo(
            "standard input: line 1: $.architecture: \"x86–64\" is not accepted; accepted:"
                + " \"arm64\", \"x86_64\"\n");
  }

  @Test
  void neitherLanguageNorEncodingChangeTheOutput() throws Exception {
    for (String format : List.of("text", "json", "ndjson")) {
      String host = "{\"operatingSystem\": \"macos\", \"größe\": 1, \"chip\": \"İıIi\"}";
      Result plain = run(List.of(), host, "recommend", "--format", format);

      assertThat(run(TURKISH, host, "recommend", "--format", format)).isEqualTo(plain);
      assertThat(plain.status()).isZero();
    }
  }

  @Test
  void answersAreDocuments() throws Exception {
    Result result = run(List.of(), "", "recommend", "--format", "json", sample.toString());

    JsonNode answer = new ObjectMapper().readTree(result.out());
    assertThat(answer.path("best").asText()).isEqualTo("docker-vmm");
    assertThat(answer.path("candidates")).hasSize(4);
  }

  @Test
  void aCopiedTreeIsDetectedAndAnswered() throws Exception {
    String root =
        FakeMac.m4().createIn(Files.createDirectory(folder.resolve("mac"))).root().toString();

    Result host = run(List.of(), "", "detect", "--root", root, "--architecture", "arm64");
    assertThat(host.err()).isEmpty();
    assertThat(host.status()).isZero();
    assertThat(new ObjectMapper().readTree(host.out()).at("/dockerDesktop/version").asText())
        .isEqualTo("4.88.0");
    assertThat(run(List.of(), host.out(), "recommend", "--format", "json", "-"))
        .isEqualTo(
            run(
                List.of(),
                "",
                "recommend",
                "--format",
                "json",
                "--root",
                root,
                "--architecture",
                "arm64"));
    assertThat(run(List.of(), "", "detect", "--root", root, "--explain").out())
        .startsWith("10 of 18 facts were found.\n");
  }

  @Test
  void yamlAndBinaryPropertyListsNeedNothingBesidesTheJar() throws Exception {
    Path compose = folder.resolve("compose.yaml");
    Files.writeString(
        compose, "services:\n  db:\n    image: mongo\n    volumes: ['/Users/a:/data/db']\n");

    Result result = run(List.of(), "{}", "validate", "--compose", compose.toString());

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isLessThan(2);
    assertThat(result.out()).doesNotContain("snakeyaml");
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .anyMatch(name -> name.startsWith("com/dd/plist/"));
    }
  }

  @Test
  void settingsAreChangedAndPutBack() throws Exception {
    String root =
        FakeMac.m4().createIn(Files.createDirectory(folder.resolve("mac"))).root().toString();
    Path file =
        Path.of(root, "Users/alice/Library/Group Containers/group.com.docker/settings-store.json");
    String before = Files.readString(file);
    String[] apply = {
      "apply", "--to", "docker-vmm", "--root", root, "--architecture", "arm64", "--write"
    };

    assertThat(run(List.of(), "", apply).status()).isZero();
    assertThat(file).content().contains("\"UseLibkrun\": true");
    assertThat(run(List.of(), "", "restore", "--root", root, "--write").status()).isZero();
    assertThat(file).hasContent(before);
  }

  @Test
  void jarIsCompleteAndHasNoModuleDescriptor() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.endsWith("module-info.class"))
          .contains(
              "META-INF/NOTICE",
              "dev/vmmadvisor/api/json/host.schema.json",
              "dev/vmmadvisor/api/json/detection.schema.json",
              "dev/vmmadvisor/api/json/recommendation.schema.json",
              "dev/vmmadvisor/api/json/catalog.schema.json",
              "dev/vmmadvisor/api/json/layer.schema.json");
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Implementation-Version")).isEqualTo(VERSION);
      assertThat(manifest.getValue("Main-Class")).isEqualTo(Main.class.getName());
      ZipEntry licence = Objects.requireNonNull(jar.getEntry("META-INF/LICENSE"));
      try (InputStream stream = jar.getInputStream(licence)) {
        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
            .contains("Apache License");
      }
    }
  }

  private Result run(List<String> options, String input, String... arguments)
      throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command(options, arguments))
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C");
    environment.remove("JAVA_TOOL_OPTIONS"); // it would be told on standard error
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static List<String> command(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return command;
  }
}
