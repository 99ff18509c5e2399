package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Reads the output of {@code docker info}: memory and CPUs of the Linux VM, its architecture with
 * medium confidence, and whether Docker Desktop runs on a Mac.
 *
 * <p>The output has neither the VMM nor the version of Docker Desktop: {@code ServerVersion} is the
 * version of the engine. The memory is what Linux reports, which is 1 to 4 % less than the setting.
 * It is therefore evidence of medium confidence, always with the notice {@code
 * approximate-vm-memory}.
 *
 * <p>The notices are
 *
 * <ul>
 *   <li>{@code approximate-vm-memory} with {@code measured}, {@code least} and {@code most}, in
 *       MiB: the measured value, and the smallest and largest possible setting, both inclusive;
 *   <li>{@code docker-not-running}: no engine answered, and no fact is used;
 *   <li>{@code docker-without-data}: the engine refused the request, or answered without its
 *       version, and no fact is used;
 *   <li>{@code not-docker-desktop} with {@code engine} and {@code name}: another engine answered,
 *       and no fact is used. {@code engine} is a word of {@link
 *       dev.vmmadvisor.api.detect.Detection#anotherEngine()}, or empty if the output does not show
 *       that it is another engine; {@code name} is its operating system, or empty;
 *   <li>{@code unreadable-docker-info} with {@code key} and {@code value}: a value that its fact
 *       does not accept.
 * </ul>
 *
 * <p>This class is stateless and thread-safe.
 */
public final class DockerInfo {

  private static final BigDecimal KIB = BigDecimal.valueOf(1024);
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)(B|[KMGT]iB)");
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
  private static final String MEM_TOTAL = "MemTotal"; // evidence under this key is approximate
  private static final String ADDRESS = "com.docker.desktop.address=";

  private final DockerCliOutput answer = new DockerCliOutput("docker info");

  private DockerInfo() {}

  /**
   * Reads an output.
   *
   * @param jsonOrText the output of {@code docker info} or {@code docker info --format json}, or
   *     the body of the Engine API's {@code /info}
   * @return the facts of Docker Desktop, or notices that say why there are none
   * @throws dev.vmmadvisor.api.json.DocumentException if it is not such an output
   */
  public static Reading read(String jsonOrText) {
    Objects.requireNonNull(jsonOrText, "jsonOrText");
    DockerInfo info = new DockerInfo();
    Optional<ObjectNode> json = DockerCliOutput.json(jsonOrText);
    if (json.isPresent()) {
      info.json(json.get(), jsonOrText);
    } else {
      info.text(jsonOrText);
    }
    return info.answer.reading();
  }

  private void json(ObjectNode root, String whole) {
    if (!root.has("ServerVersion") && !root.has("OperatingSystem") && !root.has("ServerErrors")) {
      if (!root.has("message") && !root.has("ClientInfo") && !root.has("Labels")) {
        throw answer.notAnAnswer(whole);
      }
      answer.withoutData();
      return;
    }
    boolean isDesktop =
        isDesktop(
            root.path("ServerVersion").asText(),
            root.path("OperatingSystem").asText(),
            root.path("Name").asText(),
            root.path("ClientInfo").path("Context").asText(),
            DockerCliOutput.saysThereIsNoEngine(root.path("ServerErrors").toString()));
    if (!isDesktop) {
      return;
    }
    answer.architecture(root.path("Architecture").asText(), "Architecture");
    number("NCPU", root.path("NCPU")).ifPresent(bytes -> cpus(bytes, "NCPU"));
    number("MemTotal", root.path("MemTotal")).ifPresent(bytes -> memory(bytes, bytes));
    answer.clientSystem(root.path("ClientInfo").path("Os").asText(), "ClientInfo.Os");
    StreamSupport.stream(root.path("Labels").spliterator(), false)
        .map(JsonNode::asText)
        .forEach(label -> label(label, "Labels"));
    system(root.path("OSType").asText(), "OSType");
    kernel(root.path("KernelVersion").asText(), "KernelVersion");
  }

  private void text(String text) {
    SectionedOutput sections = SectionedOutput.of(text);
    String section = sections.heading("Server").isPresent() ? "Server" : "";
    Optional<String> system = sections.value(section, "Operating System");
    if (system.isEmpty() && DockerCliOutput.saysThereIsNoEngine(text)) {
      answer.notRunning();
      return;
    }
    if (system.isEmpty() && sections.heading("Server").isEmpty()) {
      throw answer.notAnAnswer(text);
    }
    String version = sections.value(section, "Server Version").orElse("");
    boolean isDesktop =
        isDesktop(
            version,
            system.orElse(""),
            sections.value(section, "Name").orElse(""),
            sections.value("Client", "Context").or(() -> sections.value("", "Context")).orElse(""),
            false);
    if (!isDesktop) {
      return;
    }
    sections
        .value(section, "Architecture")
        .ifPresent(name -> answer.architecture(name, "Architecture"));
    sections
        .value(section, "CPUs")
        .ifPresent(cpus -> decimal("CPUs", cpus, cpus).ifPresent(number -> cpus(number, "CPUs")));
    sections.value(section, "Total Memory").ifPresent(this::memory);
    text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith(ADDRESS))
        .forEach(line -> label(line, "Labels"));
    system(sections.value(section, "OSType").orElse(""), "OSType");
    kernel(sections.value(section, "Kernel Version").orElse(""), "Kernel Version");
  }

  private boolean isDesktop(
      String version, String system, String name, String context, boolean isDown) {
    if (isDown) {
      answer.notRunning();
      return false;
    }
    if (version.isBlank()) {
      answer.withoutData();
      return false;
    }
    boolean isDesktop = DockerCliOutput.isDockerDesktop(system);
    if (!isDesktop) {
      answer.notDockerDesktop(system, OtherEngine.ofInfo(system, name, context), context);
    }
    return isDesktop;
  }

  private Optional<BigDecimal> number(String key, JsonNode value) {
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : decimal(key, value.isContainerNode() ? "" : value.asText(), value);
  }

  /** A whole number of at least 0. */
  private Optional<BigDecimal> decimal(String key, String text, Object shown) {
    if (text.length() <= 18 && text.matches("[0-9]+")) {
      return Optional.of(new BigDecimal(text));
    }
    unreadable(key, shown instanceof JsonNode node ? node.asText() : shown.toString());
    return Optional.empty();
  }

  private void cpus(BigDecimal number, String key) {
    Optional<Integer> cpus = fitting(number, Fact.CPUS);
    if (cpus.isPresent()) {
      answer.add(Fact.CPUS, cpus.get(), key, Confidence.HIGH);
    } else {
      unreadable(key, number.toPlainString());
    }
  }

  /**
   * Adds the memory in the text form, which is rounded to four digits: every size that rounds to it
   * is possible.
   */
  private void memory(String size) {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      unreadable(MEM_TOTAL, size);
      return;
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    BigDecimal half = number.ulp().divide(BigDecimal.valueOf(2));
    BigDecimal unit = KIB.pow(UNITS.indexOf(matcher.group(2)));
    memory(number.subtract(half).multiply(unit), number.add(half).multiply(unit));
  }

  private void memory(BigDecimal fromBytes, BigDecimal toBytes) {
    Optional<Integer> measured = mib(fromBytes);
    Optional<Integer> largest =
        mib(toBytes).map(EvidenceMerger::largestSetting).filter(Fact.VM_MEMORY::accepts);
    if (measured.isEmpty() || largest.isEmpty()) {
      unreadable(MEM_TOTAL, fromBytes.toPlainString());
      return;
    }
    answer.add(Fact.VM_MEMORY, measured.get(), MEM_TOTAL, Confidence.MEDIUM);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("measured", measured.get());
    parameters.put("least", measured.get());
    parameters.put("most", largest.get());
    answer.notice(
        "approximate-vm-memory",
        Fact.VM_MEMORY.path(),
        parameters,
        "Linux counts "
            + measured.get()
            + " MiB in the VM, which is a little less than the setting; the setting is between "
            + measured.get()
            + " and "
            + largest.get()
            + " MiB");
  }

  private static Optional<Integer> mib(BigDecimal bytes) {
    return fitting(bytes.divide(KIB.pow(2), 0, RoundingMode.FLOOR), Fact.VM_MEMORY);
  }

  private static Optional<Integer> fitting(BigDecimal number, Fact fact) {
    boolean fits = number.signum() > 0 && number.compareTo(BigDecimal.valueOf(1 << 30)) < 0;
    return fits ? Optional.of(number.intValue()).filter(fact::accepts) : Optional.empty();
  }

  private void unreadable(String key, String value) {
    String shown = DockerCliOutput.shown(value);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("key", key);
    parameters.put("value", shown);
    answer.notice(
        "unreadable-docker-info",
        key,
        parameters,
        shown + " is not accepted; accepted: a size or a number as docker info prints it");
  }

  private void label(String label, String key) {
    if (label.startsWith(ADDRESS + "unix:///Users/")) {
      answer.operatingSystem(Host.MACOS, key, Confidence.HIGH);
    } else if (label.startsWith(ADDRESS + "npipe:")) {
      answer.operatingSystem("windows", key, Confidence.HIGH);
    }
  }

  /**
   * Adds the operating system. Windows containers run only on Windows; Linux containers run
   * anywhere.
   */
  private void system(String type, String key) {
    if (type.equalsIgnoreCase("windows")) {
      answer.operatingSystem("windows", key, Confidence.HIGH);
    }
  }

  private void kernel(String version, String key) {
    boolean isWindows = version.startsWith("10.0 ") || version.startsWith("10.0.");
    if (isWindows || version.endsWith("-WSL2") || version.contains("microsoft")) {
      answer.operatingSystem("windows", key, Confidence.HIGH);
    }
  }
}
