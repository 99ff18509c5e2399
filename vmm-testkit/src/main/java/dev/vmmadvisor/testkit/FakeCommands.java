package dev.vmmadvisor.testkit;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Simulates the commands of a Mac with given facts. Safe to share between threads. */
final class FakeCommands implements CommandRunner {

  private static final Version OWN_ENGINE = Version.parse("4.86.0");
  private static final int MISSING_ROSETTA = 86;
  private static final long MIB = 1024 * 1024;

  private final FakeMac.Builder mac;
  private final Host host;
  private final List<List<String>> run = new ArrayList<>();

  FakeCommands(FakeMac.Builder mac) {
    this.mac = mac;
    this.host = mac.host;
  }

  synchronized List<List<String>> run() {
    return List.copyOf(run);
  }

  @Override
  public synchronized CommandOutput run(List<String> command) throws FileNotFoundException {
    run.add(List.copyOf(command));
    return switch (command.get(0)) {
      case "/usr/bin/sw_vers" -> new CommandOutput(0, swVers());
      case "/usr/sbin/sysctl" -> sysctl(command.subList(1, command.size()));
      case "/usr/bin/arch" -> arch(command);
      case "/bin/ps" -> new CommandOutput(0, processes());
      default -> throw new FileNotFoundException(command.get(0));
    };
  }

  private String swVers() {
    if (host.operatingSystem().isEmpty() && host.macOsVersion().isEmpty()) {
      return "";
    }
    return "ProductName:\t\tmacOS\n"
        + host.macOsVersion()
            .map(version -> "ProductVersion:\t\t" + version + "\nBuildVersion:\t\t24C101\n")
            .orElse("");
  }

  /** Prints the known keys; the exit status is 1 if a key is unknown, as with {@code sysctl}. */
  private CommandOutput sysctl(List<String> keys) {
    Map<String, String> known = new LinkedHashMap<>();
    host.architecture()
        .ifPresent(
            architecture -> {
              if (architecture == Architecture.ARM64) {
                known.put("hw.optional.arm64", "1");
              } else {
                known.put("machdep.cpu.vendor", "GenuineIntel");
              }
            });
    host.chip().ifPresent(chip -> known.put("machdep.cpu.brand_string", chip));
    host.memoryMiB().ifPresent(mib -> known.put("hw.memsize", String.valueOf(mib * MIB)));
    host.virtualMachine()
        .ifPresent(
            virtual -> {
              known.put("kern.hv_vmm_present", virtual ? "1" : "0");
              known.put("hw.model", virtual ? "VirtualMac2,1" : "Mac15,6");
            });
    host.macOsVersion()
        .ifPresent(version -> known.put("kern.osproductversion", version.toString()));
    if (mac.isArm()) {
      known.put("sysctl.proc_translated", mac.translated ? "1" : "0");
    }
    StringBuilder lines = new StringBuilder();
    keys.stream()
        .filter(known::containsKey)
        .forEach(key -> lines.append(key).append(": ").append(known.get(key)).append('\n'));
    return new CommandOutput(known.keySet().containsAll(keys) ? 0 : 1, lines.toString());
  }

  private CommandOutput arch(List<String> command) throws FileNotFoundException {
    if (!mac.isArm() || host.rosettaInstalled().isEmpty()) {
      throw new FileNotFoundException(command.get(0));
    }
    return new CommandOutput(host.rosettaInstalled().get() ? 0 : MISSING_ROSETTA, "");
  }

  private String processes() {
    StringBuilder lines = new StringBuilder("    1 /sbin/launchd\n  107 /usr/libexec/logd\n");
    lines.append("  611 /Library/PrivilegedHelperTools/com.docker.vmnetd\n");
    if (mac.running) {
      String folder = "/Applications/Docker.app/Contents/MacOS/";
      lines.append("  802 ").append(folder).append("com.docker.backend\n");
      host.dockerDesktop()
          .vmm()
          .ifPresent(vmm -> lines.append("  873 ").append(vm(vmm, folder)).append('\n'));
    }
    return lines.toString();
  }

  private String vm(Vmm vmm, String folder) {
    DockerDesktop desktop = host.dockerDesktop();
    return switch (vmm) {
      case APPLE_VIRTUALIZATION_FRAMEWORK ->
          folder
              + "com.docker.virtualization --kernel /k --boot /b"
              + desktop.cpus().map(cpus -> " --cpus " + cpus).orElse("")
              + desktop.memoryMiB().map(mib -> " --memoryMiB " + mib).orElse("")
              + desktop
                  .fileSharing()
                  .filter(FileSharing.VIRTIOFS::equals)
                  .filter(
                      sharing ->
                          desktop.rosettaEnabled().isPresent()) // otherwise this part is absent
                  .map(sharing -> " --virtiofs /Users --virtiofs /private")
                  .orElse("")
              + desktop.rosettaEnabled().filter(on -> on).map(on -> " --rosetta").orElse("");
      case DOCKER_VMM -> folder + (hasOwnEngine() ? "com.docker.sailor" : "com.docker.krun");
      case QEMU ->
          folder
              + "qemu-system-aarch64 -accel hvf -cpu host"
              + desktop.memoryMiB().map(mib -> " -m " + mib).orElse("")
              + desktop.cpus().map(cpus -> " -smp " + cpus).orElse("");
      case HYPERKIT ->
          folder
              + "com.docker.hyperkit -A -u"
              + desktop.cpus().map(cpus -> " -c " + cpus).orElse("")
              + desktop.memoryMiB().map(mib -> " -m " + mib + "M").orElse("");
    };
  }

  private boolean hasOwnEngine() {
    return host.dockerDesktop()
        .version()
        .filter(version -> version.compareTo(OWN_ENGINE) >= 0)
        .isPresent();
  }
}
