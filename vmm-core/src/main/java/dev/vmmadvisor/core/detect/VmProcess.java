package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Vmm;
import java.util.Arrays;
import java.util.Optional;

/** The programs that run Docker Desktop's Linux VM, and what their arguments tell. */
enum VmProcess {
  /** Docker Desktop 4.86.0 and later. */
  SAILOR("com.docker.sailor", Vmm.DOCKER_VMM, "", ""),
  /** Docker VMM as it was before. */
  KRUN("com.docker.krun", Vmm.DOCKER_VMM, "", ""),
  /** Docker's launcher for Apple's framework. */
  VIRTUALIZATION(
      "com.docker.virtualization", Vmm.APPLE_VIRTUALIZATION_FRAMEWORK, "--memoryMiB", "--cpus"),
  /** The only one with a name that is not Docker's own, so it counts inside Docker.app alone. */
  QEMU("qemu-system-", Vmm.QEMU, "-m", "-smp"),
  /** On Intel Macs. */
  HYPERKIT("com.docker.hyperkit", Vmm.HYPERKIT, "-m", "-c");

  private final String program;
  private final Vmm vmm;
  private final String memory;
  private final String cpus;

  VmProcess(String program, Vmm vmm, String memory, String cpus) {
    this.program = program;
    this.vmm = vmm;
    this.memory = memory;
    this.cpus = cpus;
  }

  /** The one that is run from a path, or named so, if any. */
  static Optional<VmProcess> of(ProcessInfo program) {
    return Arrays.stream(values()).filter(each -> each.is(program)).findFirst();
  }

  private boolean is(ProcessInfo program) {
    return this == QEMU
        ? program.name().startsWith(this.program) && program.isInDockerApp()
        : program.name().equals(this.program);
  }

  /** The VMM whose VM it runs. */
  Vmm vmm() {
    return vmm;
  }

  /** The option with the memory of the VM; empty if its arguments are not known. */
  String memory() {
    return memory;
  }

  /** The option with the number of CPUs of the VM; empty if its arguments are not known. */
  String cpus() {
    return cpus;
  }
}
