package dev.vmmadvisor.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.CatalogException;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.internal.Escapes;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.apply.SettingsChangeFuzzTarget;
import dev.vmmadvisor.core.catalog.CatalogLinter;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.detect.AdminSettings;
import dev.vmmadvisor.core.detect.AppBundle;
import dev.vmmadvisor.core.detect.DockerInfo;
import dev.vmmadvisor.core.detect.DockerVersion;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.core.detect.SystemProfiler;
import dev.vmmadvisor.core.detect.SystemVersionFile;
import dev.vmmadvisor.core.inventory.CsvInventory;
import dev.vmmadvisor.core.inventory.Inventory;
import dev.vmmadvisor.core.inventory.InventoryHost;
import dev.vmmadvisor.core.inventory.JamfInventory;
import dev.vmmadvisor.core.inventory.OsqueryRows;
import dev.vmmadvisor.core.workload.ComposeFile;
import dev.vmmadvisor.core.workload.ComposeOptions;
import dev.vmmadvisor.core.workload.DotEnv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One target for each reader of input from outside. A target takes any bytes. It fails with an
 * {@link AssertionError} if an invariant does not hold, and with whatever the reader throws that is
 * not documented.
 */
public final class FuzzTargets {

  /** Reads an input and checks what is read. */
  @FunctionalInterface
  interface Target {
    void run(byte[] input) throws IOException;
  }

  /** The line that separates an {@code .env} file from the compose file after it. */
  private static final String END_OF_ENV = "%%%\n";

  private static final int MAX_HOSTS = 3; // hosts of an inventory that get a recommendation
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Catalog BUILT_IN = Catalogs.builtIn();
  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Host NOTHING_KNOWN = Host.builder().build();
  private static final Host USUAL =
      Host.builder()
          .operatingSystem(Host.MACOS)
          .architecture(Architecture.ARM64)
          .macOsVersion(Version.parse("15.2"))
          .memoryMiB(16_384)
          .dockerDesktop(DockerDesktop.builder().version(Version.parse("4.40.0")).build())
          .build();

  private FuzzTargets() {}

  /** {@return the targets by the names of their methods, which are the folders of the corpus} */
  static Map<String, Target> all() {
    return Map.ofEntries(
        Map.entry("host", FuzzTargets::host),
        Map.entry("catalog", FuzzTargets::catalog),
        Map.entry("layer", FuzzTargets::layer),
        Map.entry("settingsFile", FuzzTargets::settingsFile),
        Map.entry("adminSettings", FuzzTargets::adminSettings),
        Map.entry("xmlPropertyList", FuzzTargets::xmlPropertyList),
        Map.entry("binaryPropertyList", FuzzTargets::binaryPropertyList),
        Map.entry("dockerVersion", FuzzTargets::dockerVersion),
        Map.entry("dockerInfo", FuzzTargets::dockerInfo),
        Map.entry("systemProfiler", FuzzTargets::systemProfiler),
        Map.entry("osquery", FuzzTargets::osquery),
        Map.entry("jamf", FuzzTargets::jamf),
        Map.entry("csv", FuzzTargets::csv),
        Map.entry("compose", FuzzTargets::compose),
        Map.entry("diagnosis", FuzzTargets::diagnosis),
        Map.entry("settingsChange", FuzzTargets::settingsChange));
  }

  /** Reads a Host document in three ways, writes it, reads it again and recommends a VMM. */
  public static void host(byte[] input) throws IOException {
    Optional<Host> read = attempt(() -> VmmJson.readHost(input));
    Optional<Host> streamed = attemptToRead(() -> VmmJson.readHost(stream(input)));
    require(read.equals(streamed), () -> "bytes: " + read + ", stream: " + streamed);
    Optional<String> text = plainText(input);
    if (text.isPresent()) {
      Optional<Host> ofText = attempt(() -> VmmJson.readHost(text.get()));
      require(read.equals(ofText), () -> "bytes: " + read + ", text: " + ofText);
    }
    if (read.isPresent()) {
      Host host = read.get();
      notices(host.notices());
      Host withoutNotices = Host.builder().from(host).notices(List.of()).build();
      for (String written : List.of(VmmJson.write(host), VmmJson.writeLine(host))) {
        Host again = VmmJson.readHost(written);
        require(again.equals(withoutNotices), () -> written + " becomes " + again);
      }
      answer(ADVISOR.recommend(host));
    }
  }

  /** Reads and checks a Catalog document, and recommends a VMM out of it. */
  public static void catalog(byte[] input) throws IOException {
    List<Problem> problems = CatalogLinter.checkCatalog(stream(input));
    problems(problems);
    Optional<Catalog> read = attemptToRead(() -> Catalogs.read(stream(input)));
    if (read.isEmpty()) {
      require(!problems.isEmpty(), () -> "the linter finds nothing in a catalog that is refused");
      return;
    }
    require(
        problems.size() == CatalogLinter.check(read.get()).size(),
        () -> "the linter finds something else in the document than in the catalog");
    recommend(read.get());
  }

  /** Reads and checks a Layer document, and recommends a VMM with it on the built-in catalog. */
  public static void layer(byte[] input) throws IOException {
    List<Problem> problems = CatalogLinter.checkLayer(BUILT_IN, stream(input), TODAY);
    problems(problems);
    Optional<Layer> read = attemptToRead(() -> Catalogs.readLayer(stream(input)));
    if (read.isEmpty()) {
      require(!problems.isEmpty(), () -> "the linter finds nothing in a layer that is refused");
      return;
    }
    problems(CatalogLinter.check(BUILT_IN, read.get(), TODAY));
    Catalog together;
    try {
      together = BUILT_IN.withLayer(read.get(), TODAY);
    } catch (CatalogException e) {
      require(!problems.isEmpty(), () -> "the linter finds nothing in a layer that does not fit");
      e.problems().forEach(FuzzTargets::line);
      return;
    }
    recommend(together);
  }

  private static void recommend(Catalog catalog) {
    Advisor advisor;
    try {
      advisor = VmmAdvisor.builder().catalog(catalog).build();
    } catch (IllegalArgumentException e) {
      lines(String.valueOf(e.getMessage()));
      return;
    }
    answer(advisor.recommend(USUAL));
  }

  /** Reads Docker Desktop's settings file, with and without a known host. */
  public static void settingsFile(byte[] input) throws IOException {
    for (Host known : List.of(NOTHING_KNOWN, USUAL)) {
      attemptToRead(() -> SettingsFile.read(stream(input), known))
          .ifPresent(host -> notices(host.notices()));
      reading(text -> SettingsFile.reading(text, "settings-store.json", known), input);
    }
  }

  /** Reads what an administrator has locked. */
  public static void adminSettings(byte[] input) throws IOException {
    attemptToRead(() -> AdminSettings.read(stream(input))).ifPresent(FuzzTargets::reading);
    reading(AdminSettings::read, input);
  }

  /** Reads property lists, except binary ones. */
  public static void xmlPropertyList(byte[] input) {
    if (!isBinary(input)) {
      propertyList(input);
    }
  }

  /** Reads binary property lists; without their first bytes, those are put in front. */
  public static void binaryPropertyList(byte[] input) {
    byte[] header = "bplist00".getBytes(UTF_8);
    propertyList(
        isBinary(input)
            ? input
            : ByteBuffer.allocate(header.length + input.length).put(header).put(input).array());
  }

  private static boolean isBinary(byte[] input) {
    return new String(input, UTF_8).startsWith("bplist");
  }

  private static void propertyList(byte[] input) {
    attempt(() -> AppBundle.read(input)).ifPresent(FuzzTargets::reading);
    attempt(() -> SystemVersionFile.read(input)).ifPresent(FuzzTargets::reading);
  }

  /** Reads what {@code docker version} printed. */
  public static void dockerVersion(byte[] input) {
    reading(DockerVersion::read, input);
  }

  /** Reads what {@code docker info} printed. */
  public static void dockerInfo(byte[] input) {
    reading(DockerInfo::read, input);
  }

  /** Reads what {@code system_profiler} printed. */
  public static void systemProfiler(byte[] input) {
    reading(SystemProfiler::read, input);
  }

  /** Reads rows of osquery. */
  public static void osquery(byte[] input) throws IOException {
    inventory(OsqueryRows.read(stream(input), "own"), text -> OsqueryRows.read(text, "own"), input);
  }

  /** Reads an inventory of Jamf Pro. */
  public static void jamf(byte[] input) throws IOException {
    inventory(JamfInventory.read(stream(input)), JamfInventory::read, input);
  }

  /** Reads an inventory as a table. */
  public static void csv(byte[] input) throws IOException {
    inventory(CsvInventory.read(stream(input)), CsvInventory::read, input);
  }

  /** Reads a compose file; what is before a line {@code %%%} is its {@code .env} file. */
  public static void compose(byte[] input) throws IOException {
    String text = new String(input, UTF_8);
    int end = text.indexOf(END_OF_ENV);
    String file = end < 0 ? text : text.substring(end + END_OF_ENV.length());
    Map<String, String> variables =
        end < 0
            ? Map.of()
            : attempt(() -> DotEnv.read(text.substring(0, end))).orElseGet(() -> Map.of());
    ComposeOptions options =
        ComposeOptions.none()
            .withFolder("/Users/ada/shop")
            .withHome("/Users/ada")
            .withArchitecture(Architecture.ARM64)
            .withVariables(variables);
    for (ComposeOptions each : List.of(options, ComposeOptions.none())) {
      Optional<Reading> read = attempt(() -> ComposeFile.read(file, "compose.yaml", each));
      read.ifPresent(FuzzTargets::reading);
      read.ifPresent(
          reading -> line(ADVISOR.recommend(HostDetector.with(USUAL, reading)).headline()));
    }
    attemptToRead(() -> ComposeFile.read(stream(input), "compose.yaml", options))
        .ifPresent(FuzzTargets::reading);
  }

  /** Looks for known messages in a text. */
  public static void diagnosis(byte[] input) {
    String text = new String(input, UTF_8);
    answer(ADVISOR.diagnose(USUAL, text));
    answer(ADVISOR.diagnose(NOTHING_KNOWN, text));
  }

  /** Changes a settings file in memory and takes the change back. */
  public static void settingsChange(byte[] input) {
    SettingsChangeFuzzTarget.run(input);
  }

  // ---- what holds for every input

  /** Reads from a stream. */
  @FunctionalInterface
  private interface StreamReader<T> {
    T read() throws IOException;
  }

  private static InputStream stream(byte[] input) {
    return new ByteArrayInputStream(input);
  }

  private static <T> Optional<T> attempt(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (DocumentException e) {
      require(!e.problems().isEmpty(), () -> "refused without a problem");
      problems(e.problems());
      return Optional.empty();
    }
  }

  /** A stream in memory can be read, so an {@link IOException} is a failure as well. */
  private static <T> Optional<T> attemptToRead(StreamReader<T> reader) throws IOException {
    try {
      return Optional.of(reader.read());
    } catch (DocumentException e) {
      require(!e.problems().isEmpty(), () -> "refused without a problem");
      problems(e.problems());
      return Optional.empty();
    }
  }

  /** The text of an input that is UTF-8 for every reader. */
  private static Optional<String> plainText(byte[] input) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
      return Optional.of(text).filter(it -> it.indexOf('\0') < 0);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void reading(Function<String, Reading> reader, byte[] input) {
    String text = new String(input, UTF_8);
    attempt(() -> reader.apply(text)).ifPresent(FuzzTargets::reading);
  }

  private static void reading(Reading reading) {
    evidence(reading.evidence());
    notices(reading.notices());
    detection(HostDetector.combine(List.of(reading)));
  }

  private static void detection(Detection detection) {
    evidence(detection.evidence());
    notices(detection.notices());
    String written = VmmJson.write(detection);
    require(Escapes.lines(written).equals(written), () -> "not escaped: " + written);
    Host host = Host.builder().from(detection.host()).notices(List.of()).build();
    Host again = VmmJson.readHost(VmmJson.write(host));
    require(again.equals(host), () -> host + " becomes " + again);
  }

  private static void inventory(
      Inventory streamed, Function<String, Inventory> reader, byte[] input) {
    problems(streamed.problems());
    for (InventoryHost host : streamed.hosts()) {
      require(!host.name().isBlank(), () -> "a host without a name");
      require(host.line() >= 1, () -> "line " + host.line());
    }
    for (InventoryHost host :
        streamed.hosts().subList(0, Math.min(streamed.hosts().size(), MAX_HOSTS))) {
      detection(host.detection());
      line(ADVISOR.recommend(host.detection().host()).headline());
    }
    plainText(input)
        .map(reader)
        .ifPresent(
            read ->
                require(read.equals(streamed), () -> "text: " + read + ", stream: " + streamed));
  }

  private static void evidence(List<Evidence> evidence) {
    for (Evidence each : evidence) {
      List<?> values = each.value() instanceof List<?> list ? list : List.of(each.value());
      for (Object value : values) {
        Object accepted = value instanceof Database database ? database.engine() : value;
        require(each.fact().accepts(accepted), () -> each + " is not accepted");
      }
    }
  }

  private static void notices(List<Notice> notices) {
    notices.forEach(notice -> line(notice.message()));
  }

  private static void problems(List<Problem> problems) {
    for (Problem problem : problems) {
      require(problem.line() >= 1, () -> "line " + problem.line());
      require(!problem.message().isBlank(), () -> "a problem without a message");
      line(problem.path());
      line(problem.message());
    }
  }

  private static void answer(Answer answer) {
    line(answer.headline());
    lines(answer.text());
    lines(answer.markdown());
    lines(VmmJson.write(answer));
  }

  private static void line(String text) {
    require(Escapes.line(text).equals(text), () -> "not escaped: " + Escapes.line(text));
  }

  private static void lines(String text) {
    require(Escapes.lines(text).equals(text), () -> "not escaped: " + Escapes.lines(text));
  }

  private static void require(boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise.get());
    }
  }
}
