package com.acme.versions;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.apply.DockerDesktopState;
import dev.vmmadvisor.core.apply.SettingsChange;
import dev.vmmadvisor.core.apply.SettingsChangeException;
import dev.vmmadvisor.core.catalog.CatalogLinter;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.detect.AdminSettings;
import dev.vmmadvisor.core.detect.DockerInfo;
import dev.vmmadvisor.core.detect.DockerVersion;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.core.detect.SystemProfiler;
import dev.vmmadvisor.core.inventory.Inventory;
import dev.vmmadvisor.core.inventory.JamfInventory;
import dev.vmmadvisor.core.inventory.OsqueryRows;
import dev.vmmadvisor.core.workload.ComposeFile;
import dev.vmmadvisor.core.workload.ComposeOptions;
import dev.vmmadvisor.testkit.FakeMac;
import dev.vmmadvisor.testkit.GoldenFile;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.cases.Cases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that is read as JSON: sound documents, and each of them broken in many ways. */
final class Inputs {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int PLACES = 25; // in which a document is broken

  private static final String SETTINGS =
      """
      {
        "AutoStart": true,
        "Cpus": 6,
        "MemoryMiB": 8192,
        "SettingsVersion": 44,
        "UseLibkrun": true,
        "useVirtualizationFramework": false,
        "UseVirtualizationFrameworkRosetta": false
      }
      """;
  private static final String ADMIN_SETTINGS =
      """
      {"configurationFileVersion": 2,
       "useVirtualizationFrameworkRosetta": {"locked": true, "value": true},
       "USEGRPCFUSE": {"locked": true, "value": false},
       "useVirtualizationFrameworkVirtioFS": {"locked": true, "value": true},
       "kubernetes": {"locked": true, "enabled": false}}
      """;
  private static final String DOCKER_VERSION =
      """
      {"Client": {"Version": "29.1.0", "Os": "darwin"},
       "Server": {"Platform": {"Name": "Docker Desktop 4.71.2 (230011)"}, "Version": "29.1.0",
        "ApiVersion": "1.52", "Os": "linux", "Arch": "arm64", "KernelVersion": "6.12-linuxkit"}}
      """;
  private static final String DOCKER_INFO =
      """
      {"ServerVersion": "29.1.0", "OperatingSystem": "Docker Desktop", "Architecture": "aarch64",
       "NCPU": 6, "MemTotal": 4166000640, "KernelVersion": "6.12.5-linuxkit", "Name": "docker",
       "Labels": ["com.docker.desktop.address=unix:///Users/ada/Library/Containers/x.sock"]}
      """;
  private static final String SYSTEM_PROFILER =
      """
      {"SPHardwareDataType": [{"chip_type": "Apple M2", "physical_memory": "24 GB",
        "machine_model": "Mac14,2", "number_processors": "proc 8:4:4"}]}
      """;
  private static final String COMPOSE =
      """
      {"name": "shop",
       "services": {
        "accounts": {"image": "postgres:16-alpine", "environment": {"POSTGRES_PASSWORD": "pa$$word"},
         "volumes": [{"type": "volume", "source": "accounts", "target": "/var/lib/postgresql/data"}]},
        "store": {"image": "mongo:7.0", "platform": "linux/arm64", "command": ["mongod", "--quiet"],
         "environment": ["A=1", "B"], "profiles": ["all"],
         "volumes": [{"type": "bind", "source": "/Users/mira/mongo", "target": "/data/db"}]},
        "web": {"build": {"context": "/Users/mira/web", "platforms": ["linux/amd64", "linux/arm64"]},
         "extends": {"service": "base"}, "volumes": ["/Users/mira/web:/app:cached", "web:/tmp"]},
        "base": {"image": "nginx", "entrypoint": "nginx -g 'daemon off;'"}},
       "volumes": {"accounts": null, "web": {}}}
      """;
  private static final String OSQUERY =
      """
      {"action": "added", "columns": {"name": "macOS", "version": "15.2", "major": "15", \
      "platform": "darwin", "arch": "arm64"}, "hostIdentifier": "a", "unixTime": "1000"}
      {"action": "snapshot", "snapshot": [{"cpu_type": "arm64e", "cpu_brand": "Apple M3 Pro", \
      "physical_memory": "19327352832"}], "name": "q", "hostIdentifier": "b", "unixTime": 1000}
      {"action": "moved", "columns": {"major": 7}, "hostIdentifier": "c", "unixTime": 1.5e3}
      """;
  private static final String OSQUERY_DOCUMENT =
      """
      {"query_id": 7,
       "results": [
        {"host_id": 3, "host_name": "own", "columns": {"name": "Docker.app", "path":
         "/Applications/Docker.app", "bundle_identifier": "com.docker.docker",
         "bundle_short_version": "4.71.0"}},
        {"host_id": 4.0, "host_name": "other", "columns": {"a": [null, true, -0, 1e3, "b"]}}]}
      """;
  private static final String JAMF =
      """
      {"totalCount": 2, "results": [
       {"id": "12", "general": {"name": "mac-12"},
        "hardware": {"appleSilicon": true, "processorType": "Apple M2",
         "processorArchitecture": "arm64", "totalRamMegabytes": 24576},
        "operatingSystem": {"name": "macOS", "version": "14.6.1"},
        "applications": [{"name": "Docker.app", "path": "/Applications/Docker.app",
         "version": "4.60.1", "bundleId": "com.docker.docker"}],
        "extensionAttributes": [{"name": "dockerDesktop.memoryMiB", "values": ["6144"]}]},
       {"id": 13}]}
      """;

  /** Reads a document. */
  @FunctionalInterface
  private interface Reader {
    Object read(byte[] document) throws IOException;
  }

  private final Sections sections;
  private final Path documents;
  private final Path folder;

  Inputs(Sections sections, Path documents, Path folder) {
    this.sections = sections;
    this.documents = documents;
    this.folder = folder;
  }

  void print() throws IOException {
    for (Path host : files("hosts")) {
      inAllCharsets("host, " + host.getFileName(), Files.readString(host), Inputs::host);
    }
    String host = Files.readString(documents.resolve("hosts/every-fact.json"));
    print("host", host, Inputs::host);
    print("text of a host", host, bytes -> host(text(bytes)));
    for (Path layer : files("layers")) {
      print("layer", Files.readString(layer), bytes -> VmmJson.readLayer(stream(bytes)));
      layer(Files.readString(layer));
    }
    for (Path catalog : files("catalogs")) {
      String name = catalog.getFileName().toString();
      inAllCharsets("catalog, " + name, Files.readString(catalog), Inputs::catalog);
      sections.add("check of " + name, () -> CatalogLinter.checkCatalog(open(catalog)));
    }
    String sound = Files.readString(documents.resolve("catalogs/sound.json"));
    broken("catalog", sound, bytes -> VmmJson.readCatalog(stream(bytes)).id());
    for (Path cases : files("cases")) {
      print("cases", Files.readString(cases), bytes -> Cases.read(stream(bytes)));
    }
    sections.add("cases with a name twice", () -> Cases.read(stream("{\"a\": 1, \"a\": 2}")));
    golden();

    print("settings", SETTINGS, bytes -> reading(SettingsFile.reading(text(bytes), "s", NOTHING)));
    print("bytes of settings", SETTINGS, bytes -> SettingsFile.read(stream(bytes), NOTHING));
    print("admin settings", ADMIN_SETTINGS, bytes -> reading(AdminSettings.read(stream(bytes))));
    print("docker version", DOCKER_VERSION, bytes -> reading(DockerVersion.read(text(bytes))));
    print("docker info", DOCKER_INFO, bytes -> reading(DockerInfo.read(text(bytes))));
    print("hardware", SYSTEM_PROFILER, bytes -> reading(SystemProfiler.read(text(bytes))));
    print("compose file", COMPOSE, Inputs::compose);
    print("osquery", OSQUERY, bytes -> inventory(OsqueryRows.read(stream(bytes), "own")));
    print("report", OSQUERY_DOCUMENT, bytes -> inventory(OsqueryRows.read(stream(bytes), "own")));
    print("Jamf Pro", JAMF, bytes -> inventory(JamfInventory.read(stream(bytes))));
    sections.add("change of settings", () -> change(bytes(SETTINGS), true));
    broken("change of settings", SETTINGS, bytes -> change(bytes, false));

    mac("M1", FakeMac.m1With8Gb());
    mac("M4", FakeMac.m4());
    mac("Intel", FakeMac.intel());
    mac("fresh", FakeMac.freshInstall());
    mac("sparse", FakeMac.sparseSettings());
    mac("locked", FakeMac.lockedFleetMac());
    mac("unreadable", FakeMac.unreadableSettings());
    mac("settings in a list", FakeMac.m4().settings("[" + SETTINGS + "]"));
  }

  // ---- what is read

  private static final Host NOTHING = Host.builder().build();

  private static String host(byte[] bytes) throws IOException {
    Host host = VmmJson.readHost(bytes);
    if (!host.equals(VmmJson.readHost(stream(bytes)))) {
      throw new IllegalStateException("bytes and stream differ");
    }
    return VmmJson.write(host) + host.notices();
  }

  private static String host(String text) {
    Host host = VmmJson.readHost(text);
    return VmmJson.write(host) + host.notices();
  }

  private static String catalog(byte[] bytes) throws IOException {
    Catalog catalog = VmmJson.readCatalog(stream(bytes));
    Advisor advisor = VmmAdvisor.builder().catalog(catalog).build();
    return VmmJson.write(advisor.recommend(SampleHosts.appleSiliconOnQemu()));
  }

  private void layer(String text) throws IOException {
    Layer layer = VmmJson.readLayer(stream(text));
    Catalog catalog = Catalogs.builtIn().withLayer(layer, TODAY);
    Advisor advisor = VmmAdvisor.builder().catalog(catalog).build();
    SampleHosts.all()
        .forEach(
            (name, host) ->
                sections.add(
                    "with a layer, " + name, () -> VmmJson.write(advisor.recommend(host))));
    sections.add(
        "check of a layer",
        () ->
            CatalogLinter.checkLayer(
                Catalogs.builtIn(), stream(text.replace("acme", "Acme")), TODAY));
  }

  private static String reading(Reading reading) {
    return VmmJson.write(HostDetector.combine(List.of(reading)));
  }

  private static String compose(byte[] bytes) {
    Reading reading =
        ComposeFile.read(
            text(bytes), "compose.json", ComposeOptions.none().withHome("/Users/mira"));
    return reading(reading);
  }

  private static String inventory(Inventory inventory) {
    StringBuilder text = new StringBuilder();
    inventory
        .hosts()
        .forEach(host -> text.append(host).append(VmmJson.write(host.detection())).append('\n'));
    return text.append(inventory.problems()).toString();
  }

  private String change(byte[] bytes, boolean apply) throws IOException {
    Path file = folder.resolve("settings-store.json");
    Files.write(file, bytes);
    try {
      SettingsChange change =
          SettingsChange.of(
              new TreeMap<>(Map.of("UseLibkrun", false, "MemoryMiB", 4096, "UseGrpcfuse", true)),
              file);
      if (apply) {
        change.apply(
            () -> DockerDesktopState.Running.NO,
            Instant.parse("2026-11-22T00:00:00Z"),
            Files.writeString(folder.resolve("admin-settings.json"), ADMIN_SETTINGS));
      }
      return change.text() + Files.readString(file);
    } catch (SettingsChangeException e) {
      return e.toString();
    } finally {
      for (Path each : filesIn(folder)) {
        Files.delete(each);
      }
    }
  }

  private void golden() throws IOException {
    Path file = Files.writeString(folder.resolve("golden.json"), "{\"b\": 1.10, \"a\": [2]}");
    GoldenFile golden = GoldenFile.of(file);
    for (String document : List.of("{\"a\": [2], \"b\": 1.10}", "{}", "{} {}", "", "{\"a\": [")) {
      sections.add(
          "golden file beside " + document,
          () -> {
            try {
              golden.matchesJson(document);
              return "the same";
            } catch (AssertionError e) {
              return e.getMessage();
            }
          });
    }
    Files.delete(file);
  }

  private void mac(String name, FakeMac.Builder builder) throws IOException {
    FakeMac mac = builder.createIn(Files.createDirectory(folder.resolve(name)));
    HostDetector detector = HostDetector.of(mac.root(), mac.commands());
    for (HostDetector each : List.of(detector, detector.withHome(mac.home()))) {
      sections.add("Mac, " + name, () -> VmmJson.write(each.detection()));
    }
  }

  // ---- a document, and how it can be broken

  private void print(String name, String document, Reader reader) {
    inAllCharsets(name, document, reader);
    broken(name, document, reader);
  }

  private void inAllCharsets(String name, String document, Reader reader) {
    for (String charset : List.of("UTF-8", "UTF-16BE", "UTF-32LE")) {
      byte[] bytes = document.getBytes(Charset.forName(charset));
      sections.add(name + " in " + charset, () -> reader.read(bytes));
    }
  }

  private void broken(String name, String document, Reader reader) {
    // Jackson describes other characters, where none may be, differently from version to version
    String ascii = document.replaceAll("[^\\x00-\\x7f]", "?");
    StringBuilder results = new StringBuilder();
    int step = ascii.length() / PLACES;
    for (int at = 0; at < ascii.length(); at += step) {
      String before = ascii.substring(0, at);
      add(results, at, "cut", before, reader);
      for (char c : "{}[],:\"'\\/x0-.+e#\n\u0001".toCharArray()) {
        add(results, at, "added " + c, before + c + ascii.substring(at), reader);
        add(results, at, "instead " + c, before + c + ascii.substring(at + 1), reader);
      }
    }
    sections.add(name + ", broken", results::toString);
  }

  private void add(StringBuilder results, int at, String how, String document, Reader reader) {
    // of the same error, the column differs by one from version to version
    String result =
        sections
            .result(() -> reader.read(bytes(document)))
            .replaceAll("(the rest from line \\d+), column \\d+", "$1");
    boolean brief = result.length() > 300;
    results.append(at).append(' ').append(how.replace("\n", "LF")).append(": ");
    results.append(brief ? "text " + result.hashCode() : result).append('\n');
  }

  // ---- files and texts

  private List<Path> files(String kind) throws IOException {
    return filesIn(documents.resolve(kind));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static InputStream open(Path file) throws IOException {
    return stream(Files.readAllBytes(file));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static InputStream stream(String text) {
    return stream(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
