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
 * Reads what {@code sysctl} prints about the hardware of a Mac.
 *
 * <p>It tells the architecture of the hardware also to a process that Rosetta translates, where the
 * JVM and {@code uname -m} say x86_64. A key that is not there tells nothing: that {@code
 * hw.optional.arm64} is missing does not show an Intel Mac, that its chip or vendor is Intel does.
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
   * Reads lines such as {@code hw.memsize: 17179869184}, those of {@code sysctl -a} among them.
   *
   * @param text the output
   * @return what it tells
   */
  public static Reading read(String text) {
    Objects.requireNonNull(text, "text");
    EvidenceCollector clues = new EvidenceCollector(Origin.Kind.COMMAND, PLACE);
    KeyValueOutput lines = KeyValueOutput.of(text);
    Optional<String> chip = lines.value("machdep.cpu.brand_string");
    Optional<String> arm = lines.value("hw.optional.arm64");
    arm.ifPresent(value -> architecture(value, "hw.optional.arm64", clues));
    lines
        .value("sysctl.proc_translated")
        .ifPresent(value -> architecture(value, "sysctl.proc_translated", clues));
    chip.ifPresent(value -> chip(value, "machdep.cpu.brand_string", clues));
    boolean apple =
        clues.reading().evidence(Fact.ARCHITECTURE).stream()
            .anyMatch(each -> each.value().equals(Architecture.ARM64.id()));
    lines
        .value("machdep.cpu.vendor")
        .filter(vendor -> !apple && vendor.equals("GenuineIntel")) // Rosetta shows Intel as well
        .ifPresent(
            vendor ->
                clues.add(
                    Fact.ARCHITECTURE,
                    Architecture.X86_64.id(),
                    "machdep.cpu.vendor",
                    Confidence.HIGH));
    lines.value("kern.osproductversion").ifPresent(value -> macOs(value, clues));
    lines.value("hw.memsize").ifPresent(value -> memory(value, clues));
    lines.value("kern.hv_vmm_present").ifPresent(value -> virtualMachine(value, clues));
    lines.value("hw.model").ifPresent(value -> model(value, "hw.model", clues));
    return clues.reading();
  }

  /** 1 under either key is Apple silicon; Rosetta translates nowhere else. */
  private static void architecture(String value, String key, EvidenceCollector clues) {
    if (value.equals("1")) {
      clues.add(Fact.ARCHITECTURE, Architecture.ARM64.id(), key, Confidence.HIGH);
    }
  }

  private static void macOs(String value, EvidenceCollector clues) {
    clues.add(Fact.OPERATING_SYSTEM, Host.MACOS, "kern.osproductversion", Confidence.HIGH);
    SwVers.version(value, "kern.osproductversion", clues);
  }

  private static void memory(String value, EvidenceCollector clues) {
    try {
      long mib = Long.parseLong(value) / MIB;
      clues.add(Fact.MEMORY, Math.toIntExact(mib), "hw.memsize", Confidence.HIGH);
    } catch (NumberFormatException | ArithmeticException e) {
      clues.unreadable(Fact.MEMORY, value, "hw.memsize");
    }
  }

  private static void virtualMachine(String value, EvidenceCollector clues) {
    if (value.equals("1") || value.equals("0")) {
      clues.add(Fact.VIRTUAL_MACHINE, value.equals("1"), "kern.hv_vmm_present", Confidence.HIGH);
    } else {
      clues.unreadable(Fact.VIRTUAL_MACHINE, value, "kern.hv_vmm_present");
    }
  }

  /** What the name of a chip tells: the chip, the architecture, and a virtual machine. */
  static void chip(String name, String key, EvidenceCollector clues) {
    if (name.startsWith("VirtualApple")) {
      clues.add(Fact.ARCHITECTURE, Architecture.ARM64.id(), key, Confidence.HIGH);
      clues.notice(
          "translated-process",
          Fact.CHIP,
          Map.of("chip", name),
          name + " is what a process sees that Rosetta translates, and not the chip");
      return;
    }
    clues.add(Fact.CHIP, name, key, Confidence.HIGH);
    boolean apple = name.regionMatches(true, 0, "Apple ", 0, 6);
    if (apple || name.toLowerCase(Locale.ROOT).contains("intel")) {
      Architecture architecture = apple ? Architecture.ARM64 : Architecture.X86_64;
      clues.add(Fact.ARCHITECTURE, architecture.id(), key, Confidence.HIGH);
    }
    if (apple && name.endsWith("(Virtual)")) {
      clues.add(Fact.VIRTUAL_MACHINE, true, key, Confidence.HIGH);
    }
  }

  /** What the model tells: a virtual machine, or nothing. */
  static void model(String model, String key, EvidenceCollector clues) {
    if (model.startsWith("VirtualMac") || model.startsWith("VMware")) {
      clues.add(Fact.VIRTUAL_MACHINE, true, key, Confidence.HIGH);
    }
  }
}
