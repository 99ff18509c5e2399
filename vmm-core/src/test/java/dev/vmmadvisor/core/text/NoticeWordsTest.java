package dev.vmmadvisor.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.detect.AdminSettings;
import dev.vmmadvisor.core.detect.AppBundle;
import dev.vmmadvisor.core.detect.BackendLog;
import dev.vmmadvisor.core.detect.DockerInfo;
import dev.vmmadvisor.core.detect.DockerVersion;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.detect.ProcessList;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.core.detect.SwVers;
import dev.vmmadvisor.core.detect.Sysctl;
import dev.vmmadvisor.core.inventory.InventoryHost;
import dev.vmmadvisor.core.inventory.JamfInventory;
import dev.vmmadvisor.core.inventory.OsqueryRows;
import dev.vmmadvisor.core.workload.ComposeFile;
import dev.vmmadvisor.core.workload.ComposeOptions;
import dev.vmmadvisor.testkit.FakeMac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of what readers of Macs, inventories and compose files met. */
class NoticeWordsTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "vmmadvisor", "core");
  private static final List<String> LAYERS = List.of("detect", "inventory", "workload");

  /** The code of a notice, where one is made. */
  private static final Pattern MADE =
      Pattern.compile(
          "(?:[nN]otice|notices\\s*\\.\\s*(?:add|accept))\\(\\s*(?:vmm \\? )?\"([a-z0-9-]+)\"");

  private static final String SETTINGS = "Library/Group Containers/group.com.docker/";

  /** Notices whose words differ from their message, such as in that they name the service. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "approximate-vm-memory",
          "compose-extends-unreadable",
          "compose-file-not-read",
          "compose-service-unreadable",
          "compose-variable-missing",
          "database-by-folder",
          "database-storage-unknown",
          "docker-desktop-plugin-version",
          "docker-not-running",
          "docker-without-data",
          "image-architectures-unknown",
          "image-unreadable",
          "left-over-settings-file",
          "mounts-unknown",
          "not-docker-desktop",
          "partial-settings-file",
          "platform-unreadable",
          "several-apps",
          "several-vmms",
          "too-many-rows",
          "unknown-engine",
          "unknown-table",
          "unreadable-admin-setting",
          "unreadable-argument",
          "unreadable-docker-desktop-version",
          "unreadable-docker-info",
          "unreadable-value",
          "user-unknown");

  private static final String PROCESS =
      "\"name\": \"com.docker.virtualization\", \"cmdline\":"
          + " \"/Applications/Docker.app/Contents/MacOS/com.docker.virtualization\"";

  @TempDir private Path folder;

  private final Map<String, String> english = MessageBundle.read("words", Language.ENGLISH);

  @Test
  void everyCodeThatIsMadeHasWords() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String room : LAYERS) {
      codes.addAll(codes(room));
    }

    assertThat(codes).hasSizeGreaterThan(45);
    assertThat(codes)
        .allMatch(
            code ->
                english.keySet().stream()
                    .anyMatch(
                        key ->
                            key.equals("notice." + code)
                                || key.startsWith("notice." + code + ".")));
  }

  /** What is made from the same parameters says the same in the words as in the notice. */
  @Test
  void everyNoticeHasWordsInEveryLanguage() throws IOException {
    List<Notice> met = met();
    for (Notice notice : met) {
      assertThat(english).as(notice.toString()).containsKey(key(notice));
      for (Language language : Language.values()) {
        String message =
            new NoticeFormatter(Messages.of(language), CatalogTranslations.of(language))
                .message(notice);
        assertThat(message).as(notice.toString()).isNotBlank();
        boolean english = language == Language.ENGLISH;
        assertThat(message.codePoints().anyMatch(TextWidth::isWide))
            .as(message)
            .isNotEqualTo(english);
      }
    }

    Set<String> keys = met.stream().map(NoticeWordsTest::key).collect(Collectors.toSet());
    Set<String> made = new TreeSet<>();
    for (String room : LAYERS) {
      Set<String> codes = codes(room);
      english.keySet().stream()
          .filter(key -> codes.contains(key.replaceAll("^notice\\.([^.]*).*$", "$1")))
          .forEach(made::add);
    }
    made.removeAll(keys);
    assertThat(made).as("words of notices that were not met here").isEmpty();
  }

  @Test
  void englishWordsAreTheMessageUnlessTheyNameMoreOfThePlace() throws IOException {
    NoticeFormatter wording =
        new NoticeFormatter(
            Messages.of(Language.ENGLISH), CatalogTranslations.of(Language.ENGLISH));

    Set<String> others =
        met().stream()
            .filter(notice -> !wording.message(notice).equals(notice.message()))
            .map(Notice::code)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(others).isEqualTo(new TreeSet<>(OTHERWISE));
  }

  private static String key(Notice notice) {
    Object reason = notice.parameters().get("reason");
    return "notice." + notice.code() + (reason == null ? "" : "." + reason);
  }

  private static Set<String> codes(String room) throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
      for (Path file : files.toList()) {
        code.append(Files.readString(file));
      }
    }
    Set<String> codes = new TreeSet<>();
    MADE.matcher(code).results().forEach(made -> codes.add(made.group(1)));
    return codes;
  }

  // ---- notices of every kind

  /** Nobody can be kept from reading as a superuser, so such a notice is made by hand then. */
  private void denied(List<Notice> all) throws IOException {
    FakeMac mac = FakeMac.m4().createIn(Files.createDirectory(folder.resolve("denied")));
    Path store = mac.root().resolve("Users/alice/" + SETTINGS + "settings-store.json");
    Files.setPosixFilePermissions(store, Set.of());
    if (Files.isReadable(store)) {
      Map<String, Object> parameters = Map.of("reason", "denied", "file", "/a", "detail", "x");
      all.add(
          new Notice(
              "unreadable-file",
              "",
              parameters,
              "/a is there and cannot be read: permission to read it is denied"));
    } else {
      detect(all, HostDetector.of(mac.root(), mac.commands()).withHome(mac.home()));
    }
  }

  private void crowded(List<Notice> all) throws IOException {
    Path root = Files.createDirectory(folder.resolve("crowded"));
    for (int i = 0; i <= 10_000; i++) {
      Files.createFile(root.resolve("f" + i));
    }
    detect(all, HostDetector.of(root, CommandRunner.none()));
    all.add( // which depends on the locale of the process
        new Notice(
            "unreadable-file",
            "",
            Map.of("reason", "name", "file", "/a", "detail", "x"),
            "/a has a file whose name cannot be read in this locale"));
  }

  private List<Notice> met() throws IOException {
    List<Notice> all = new ArrayList<>();
    crowded(all);
    settings(all);
    macs(all);
    denied(all);
    readings(all);
    inventories(all);
    compose(all);
    return all;
  }

  private static void settings(List<Notice> all) {
    Host fresh = host("arm64", "4.88.0", "26.1");
    Host before = host("arm64", "4.40.0", "15.2");
    read(all, "{\"SettingsVersion\": 45}", fresh);
    read(all, settings("false", "false"), host("arm64", "4.44.0", "15.2"));
    read(all, "{\"SettingsVersion\": 43, \"UseVirtualizationFramework\": false}", fresh);
    read(all, settings("true", "false"), host("x86_64", "4.44.0", "15.2"));
    read(all, settings("true", "false"), Host.builder().build());
    read(all, settings("false", "true"), host("arm64", "4.44.0", "11"));
    read(all, "{\"SettingsVersion\": 43}", host("arm64", "4.43.0", "12.0"));
    read(all, settings("true", "true"), before);
    read(
        all,
        "{\"SettingsVersion\": 43, \"UseVirtualizationFrameworkVirtioFS\": true,"
            + " \"UseGrpcfuse\": true}",
        before);
    read(all, "{\"SettingsVersion\": 43}", host("arm64", "4.20.0", "12.0"));
    read(all, "{\"settingsVersion\": 38}", host("arm64", "4.20.0", "12.0"));
    read(
        all,
        "{\"SettingsVersion\": 43, \"UseLibkrun\": 7, \"MemoryMiB\": \"much\", \"Cpus\": -1}",
        before);
    read(
        all,
        "{\"SettingsVersion\": 43, \"cpus\": 4, \"MemoryMiB\": 4096, \"memoryMiB\": 8192}",
        before);
    read(all, "{\"SettingsVersion\": 43}", Host.builder().operatingSystem("windows").build());
    read(all, "{\"SettingsVersion\": 43, \"WslEngineEnabled\": true}", Host.builder().build());
    read(
        all,
        "{\"SettingsVersion\": 43, \"MemoryMiB\": 4096}",
        Host.builder().dockerDesktop(DockerDesktop.builder().memoryMiB(1).build()).build());
  }

  private static void read(List<Notice> all, String settings, Host known) {
    all.addAll(SettingsFile.read(settings, known).notices());
  }

  private static String settings(String libkrun, String framework) {
    return "{\"SettingsVersion\": 43, \"UseLibkrun\": "
        + libkrun
        + ", \"UseVirtualizationFramework\": "
        + framework
        + "}";
  }

  private static Host host(String architecture, String desktop, String macOs) {
    return Host.builder()
        .architecture(architecture.equals("arm64") ? Architecture.ARM64 : Architecture.X86_64)
        .macOsVersion(Version.parse(macOs))
        .dockerDesktop(DockerDesktop.builder().version(Version.parse(desktop)).build())
        .build();
  }

  private void macs(List<Notice> all) throws IOException {
    // a folder, a link to elsewhere, too much and no JSON in the place of files; no app
    FakeMac mac = FakeMac.m4().createIn(Files.createDirectory(folder.resolve("mac")));
    Path home = mac.root().resolve("Users/alice");
    Path store = home.resolve(SETTINGS + "settings-store.json");
    HostDetector detector = HostDetector.of(mac.root(), mac.commands()).withHome(mac.home());
    Files.writeString(store, "no JSON");
    detect(all, detector);
    Files.writeString(store, "x".repeat(5 * 1024 * 1024));
    detect(all, detector);
    Files.delete(store);
    Files.createDirectory(store);
    detect(all, detector);
    Files.delete(store);
    Files.createSymbolicLink(store, folder);
    detect(all, detector);
    Files.delete(store);
    Files.createSymbolicLink(store, store.getFileName());
    detect(all, detector);
    Files.delete(store);
    detect(all, detector);
    Files.writeString(store, "{\"SettingsVersion\": 43, \"UseLibkrun\": true}");
    Files.writeString(home.resolve(SETTINGS + "settings.json"), "{}");
    detect(all, detector);
    Files.writeString(store, "{\"FilesharingDirectories\": [\"/Users/alice/gone\"]}");
    detect(all, detector);
    Files.delete(mac.root().resolve("Applications/Docker.app/Contents/Info.plist"));
    detect(all, detector);
    Files.delete(mac.root().resolve("Applications/Docker.app/Contents"));
    Files.delete(mac.root().resolve("Applications/Docker.app"));
    detect(all, HostDetector.of(mac.root(), CommandRunner.none()));
    Files.createDirectories(mac.root().resolve("Users/bob/" + SETTINGS));
    detect(all, HostDetector.of(mac.root(), mac.commands()));
    detect(
        all,
        HostDetector.of(
            mac.root(),
            command -> {
              throw new IOException("it did not end in time");
            }));
    detect(
        all,
        HostDetector.of(mac.root(), CommandRunner.none())
            .withKnown(Host.builder().macOsVersion(Version.parse("11.2")).build()));
    detect(
        all,
        HostDetector.of(
            mac.root(),
            command ->
                command.get(0).endsWith("sysctl")
                    ? new CommandOutput(
                        0,
                        """
                        hw.optional.arm64: 1
                        sysctl.proc_translated: 1
                        machdep.cpu.brand_string: VirtualApple @ 2.50GHz
                        """)
                    : CommandRunner.none().run(command)));
  }

  private static void detect(List<Notice> all, HostDetector detector) {
    all.addAll(detector.detection().notices());
  }

  private static void readings(List<Notice> all) {
    String app = "/Applications/Docker.app/Contents/MacOS/";
    List<Reading> readings =
        List.of(
            BackendLog.read("starting engine linux/warp\n"),
            AppBundle.read(
                ("<plist version=\"1.0\"><dict><key>CFBundleIdentifier</key>"
                        + "<string>com.example</string></dict></plist>")
                    .getBytes(StandardCharsets.UTF_8)),
            SwVers.read("ProductName:\tmacOS\nProductVersion:\tnewest\n"),
            AdminSettings.read(
                "{\"configurationFileVersion\": 2, \"useGrpcfuse\": {\"locked\": \"perhaps\"}}"),
            Sysctl.read("machdep.cpu.brand_string: VirtualApple @ 2.50GHz\n"),
            ProcessList.read(
                "  1 " + app + "com.docker.virtualization \n  2 " + app + "com.docker.krun\n"),
            ProcessList.read(app + "com.docker.virtualization --cpus many"),
            DockerInfo.read("Cannot connect to the Docker daemon. Is the docker daemon running?"),
            DockerInfo.read("{\"ServerErrors\": [\"x\"], \"ClientInfo\": {}}"),
            DockerInfo.read(
                "{\"ServerVersion\": \"29.1.0\", \"OperatingSystem\": \"Alpine\", \"MemTotal\":"
                    + " 4110417920}"),
            DockerInfo.read(
                "{\"ServerVersion\": \"29.1.0\", \"OperatingSystem\": \"Docker Desktop\","
                    + " \"MemTotal\": 4110417920}"),
            DockerInfo.read(
                "{\"ServerVersion\": \"29.1.0\", \"OperatingSystem\": \"Docker Desktop\","
                    + " \"MemTotal\": \"x\"}"),
            DockerVersion.read("v0.2.0\n"),
            DockerVersion.read(
                "{\"Server\": {\"Platform\": {\"Name\": \"Docker Desktop newest\"}}}"));
    readings.forEach(reading -> all.addAll(reading.notices()));
    all.addAll(
        HostDetector.combine(
                List.of(
                    DockerInfo.read(
                        "{\"ServerVersion\": \"29.1.0\", \"OperatingSystem\": \"Docker Desktop\","
                            + " \"MemTotal\": 4110417920}")))
            .notices());
    for (String system : List.of("OrbStack", "Ubuntu")) {
      String info = "{\"ServerVersion\": \"29.1.0\", \"OperatingSystem\": \"" + system + "\"}";
      all.addAll(HostDetector.combine(List.of(DockerInfo.read(info))).notices());
    }
    all.addAll(HostDetector.combine(List.of()).notices());
    Origin name = new Origin(Origin.Kind.GIVEN, "Java", "os.name");
    Evidence windows = new Evidence(Fact.OPERATING_SYSTEM, "windows", name, Confidence.HIGH);
    all.addAll(HostDetector.combine(List.of(new Reading(List.of(windows), List.of()))).notices());
    all.addAll(
        HostDetector.combine(
                List.of(
                    running("docker-vmm", true), running("apple-virtualization-framework", false)))
            .notices());
    all.addAll(
        HostDetector.combine(List.of(running("qemu", false), running("hyperkit", false)))
            .notices());
  }

  private static Reading running(String vmm, boolean running) {
    Origin origin = new Origin(Origin.Kind.FILE, "/a", vmm);
    return new Reading(
        List.of(new Evidence(Fact.CURRENT_VMM, vmm, origin, Confidence.HIGH, running)), List.of());
  }

  private static void inventories(List<Notice> all) {
    String twice =
        "{\"id\": \"1\", \"general\": {\"name\": \"a\"}, \"hardware\": {\"totalRamMegabytes\":"
            + " %d}}";
    JamfInventory.read("[" + twice.formatted(1) + ", " + twice.formatted(2) + "]")
        .hosts()
        .forEach(host -> all.addAll(host.detection().notices()));
    String path = "/Users/alice/" + SETTINGS + "settings-store.json";
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 4097; i++) {
      many.append(row("many", "\"pid\": \"" + i + "\", " + PROCESS));
    }
    String bob = path.replace("alice", "bob");
    String app =
        "\"bundle_identifier\": \"com.docker.docker\", \"bundle_short_version\": \"4.44.0\","
            + " \"path\": \"";
    String info =
        "\"server_version\": \"29.1.0\", \"os\": \"Docker Desktop\", \"cpus\": \"4\", \"memory\":"
            + " \"4166000640\", \"architecture\": \"aarch64\", \"kernel_version\": \"6.1\"";
    String lines =
        many
            + row("apps", app + "/Applications/Docker.app\"")
            + row("apps", app + "/Users/a/Docker.app\"")
            + row("left", key(path, "SettingsVersion", "43"))
            + row("left", "\"bundle_identifier\": \"com.x\", \"path\": \"/Applications/X.app\"")
            + row("part", key(path, "UseLibkrun", "true"))
            + row("part", app + "/Applications/Docker.app\"")
            + row("users", key(path, "SettingsVersion", "43"))
            + row("users", key(bob, "SettingsVersion", "43"))
            + row("users", app + "/Applications/Docker.app\"")
            + row("users", "\"pid\": \"1\", " + PROCESS)
            + row("users", info)
            + row("table", app + "/Applications/Docker.app\"")
            + row("table", "\"shoe_size\": \"44\"");
    for (InventoryHost host : OsqueryRows.read(lines, "own").hosts()) {
      all.addAll(host.detection().notices());
    }
  }

  private static String row(String host, String columns) {
    return "{\"hostIdentifier\": \""
        + host
        + "\", \"action\": \"added\", \"columns\": {"
        + columns
        + "}, \"name\": \"q\", \"unixTime\": 1}\n";
  }

  private static String key(String path, String key, String value) {
    return "\"path\": \"" + path + "\", \"fullkey\": \"" + key + "\", \"value\": \"" + value + "\"";
  }

  private static void compose(List<Notice> all) {
    for (String services :
        List.of(
            "include: [other.yaml]\nservices:\n  a:\n    image: mongo\n",
            """
            services:
              shape: 7
              nothing: {}
              far: {extends: {file: other.yaml, service: a}}
              cycle: {image: mongo, extends: {service: cycle}}
              missing: {image: mongo, extends: {service: nowhere}}
              inactive: {image: mongo, profiles: [p]}
              variable: {image: "${IMAGE}", platform: "linux/${PLATFORM}"}
              unreadable: {image: "A B"}
              own: {build: .}
              folder: {image: acme/mongo-fork, volumes: ["data:/data/db"]}
              storage: {image: mongo, volumes: ["${DATA}:/data/db"]}
              platform: {image: mongo, platform: "linux"}
              avx: {image: "mongo:7", platform: "linux/amd64"}
              relative: {image: mongo, volumes: ["./x:/x"]}
              external: {image: mongo, volumes: ["ext:/x"]}
              driver: {image: mongo, volumes: ["drv:/x"]}
              undeclared: {image: mongo, volumes: ["und:/x"]}
              badly: {image: mongo, volumes: [[1]]}
              other: {image: mongo, volumes_from: ["container:x"]}
            volumes:
              data: {}
              ext: {external: true}
              drv: {driver: cloud}
            """,
            "services:\n  a: {image: mcr.microsoft.com/mssql/server}\n  b: {build: .}\n")) {
      all.addAll(ComposeFile.read(services, "compose.yaml", ComposeOptions.none()).notices());
    }
  }
}
