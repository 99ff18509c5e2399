package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the output of {@code sysctl} about the hardware of a Mac.
 *
 * <p>It reports the architecture of the hardware even to a process under Rosetta, to which the JVM
 * and {@code uname -m} report x86_64. A missing key yields no evidence: a Mac without {@code
 * hw.optional.arm64} is not thereby an Intel Mac; one whose chip or vendor is Intel is.
 */
public final class Sysctl {

  /** The keys that are read. */
  static final List<String> KEYS =
      List.of(
          "hw.optional.arm64",
          "machdep.cpu.brand_string",
          "machdep.cpu.vendor",
          "hw.memsize",
          "hw.model",
          "kern.hv_vmm_present",
          "kern.osproductversion",
          "sysctl.proc_translated");

  static final String PLACE = "sysctl";
  private static final long MIB = 1024 * 1024;

  private Sysctl() {}

  /**
   * Reads lines such as {@code hw.memsize: 17179869184}, including the output of {@code sysctl -a}.
   *
   * @param text the output
   * @return the facts in it
   */
  public static Reading read(String text) {
    Objects.requireNonNull(text, "text");
    EvidenceCollector collector = new EvidenceCollector(Origin.Kind.COMMAND, PLACE);
    KeyValueOutput lines = KeyValueOutput.of(text);
    Optional<String> chip = lines.value("machdep.cpu.brand_string");
    Optional<String> arm = lines.value("hw.optional.arm64");
    arm.ifPresent(value -> architecture(value, "hw.optional.arm64", collector));
    lines
        .value("sysctl.proc_translated")
        .ifPresent(value -> architecture(value, "sysctl.proc_translated", collector));
    chip.ifPresent(value -> chip(value, "machdep.cpu.brand_string", collector));
    boolean apple =
        collector.reading().evidence(Fact.ARCHITECTURE).stream()
            .anyMatch(each -> each.value().equals(Architecture.ARM64.id()));
    lines
        .value("machdep.cpu.vendor")
        .filter(vendor -> !apple && vendor.equals("GenuineIntel")) // Rosetta reports Intel as well
        .ifPresent(
            vendor ->
                collector.add(
                    Fact.ARCHITECTURE,
                    Architecture.X86_64.id(),
                    "machdep.cpu.vendor",
                    Confidence.HIGH));
    lines.value("kern.osproductversion").ifPresent(value -> macOs(value, collector));
    lines.value("hw.memsize").ifPresent(value -> memory(value, collector));
    lines.value("kern.hv_vmm_present").ifPresent(value -> virtualMachine(value, collector));
    lines.value("hw.model").ifPresent(value -> model(value, "hw.model", collector));
    return collector.reading();
  }

  /** Adds the architecture: 1 under either key means Apple silicon, the only Macs with Rosetta. */
  private static void architecture(String value, String key, EvidenceCollector collector) {
    if (value.equals("1")) {
      collector.add(Fact.ARCHITECTURE, Architecture.ARM64.id(), key, Confidence.HIGH);
    }
  }

  private static void macOs(String value, EvidenceCollector collector) {
    collector.add(Fact.OPERATING_SYSTEM, Host.MACOS, "kern.osproductversion", Confidence.HIGH);
    SwVers.version(value, "kern.osproductversion", collector);
  }

  private static void memory(String value, EvidenceCollector collector) {
    try {
      long mib = Long.parseLong(value) / MIB;
      collector.add(Fact.MEMORY, Math.toIntExact(mib), "hw.memsize", Confidence.HIGH);
    } catch (NumberFormatException | ArithmeticException e) {
      collector.unreadable(Fact.MEMORY, value, "hw.memsize");
    }
  }

  private static void virtualMachine(String value, EvidenceCollector collector) {
    if (value.equals("1") || value.equals("0")) {
      collector.add(
          Fact.VIRTUAL_MACHINE, value.equals("1"), "kern.hv_vmm_present", Confidence.HIGH);
    } else {
      collector.unreadable(Fact.VIRTUAL_MACHINE, value, "kern.hv_vmm_present");
    }
  }

  /** Adds the facts in the name of a chip: the chip, the architecture, and a virtual machine. */
  static void chip(String name, String key, EvidenceCollector collector) {
    if (name.startsWith("VirtualApple")) {
      collector.add(Fact.ARCHITECTURE, Architecture.ARM64.id(), key, Confidence.HIGH);
      collector.notice(
          "translated-process",
          Fact.CHIP,
          Map.of("chip", name),
          name + " is what a process sees that Rosetta translates, and not the chip");
      return;
    }
    collector.add(Fact.CHIP, name, key, Confidence.HIGH);
    boolean apple = name.regionMatches(true, 0, "Apple ", 0, 6);
    if (apple || name.toLowerCase(Locale.ROOT).contains("intel")) {
      Architecture architecture = apple ? Architecture.ARM64 : Architecture.X86_64;
      collector.add(Fact.ARCHITECTURE, architecture.id(), key, Confidence.HIGH);
    }
    if (apple && name.endsWith("(Virtual)")) {
      collector.add(Fact.VIRTUAL_MACHINE, true, key, Confidence.HIGH);
    }
  }

  /** Adds a virtual machine if the model names one. */
  static void model(String model, String key, EvidenceCollector collector) {
    if (model.startsWith("VirtualMac") || model.startsWith("VMware")) {
      collector.add(Fact.VIRTUAL_MACHINE, true, key, Confidence.HIGH);
    }
  }
}
