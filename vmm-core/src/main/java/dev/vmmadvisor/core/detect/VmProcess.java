package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Vmm;
import java.util.Arrays;
import java.util.Optional;

/** The programs that run Docker Desktop's Linux VM, with the options that hold its facts. */
enum VmProcess {
  /** The VMM process of Docker Desktop 4.86.0 and later. */
  SAILOR("com.docker.sailor", Vmm.DOCKER_VMM, "", ""),
  /** The VMM process of Docker VMM in earlier releases. */
  KRUN("com.docker.krun", Vmm.DOCKER_VMM, "", ""),
  /** Docker's launcher for the Apple Virtualization framework. */
  VIRTUALIZATION(
      "com.docker.virtualization", Vmm.APPLE_VIRTUALIZATION_FRAMEWORK, "--memoryMiB", "--cpus"),
  /** Counts only inside Docker.app, because its name is not specific to Docker. */
  QEMU("qemu-system-", Vmm.QEMU, "-m", "-smp"),
  /** On Intel Macs only. */
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

  /** The program that a process runs, by its path or name, if any. */
  static Optional<VmProcess> of(ProcessInfo program) {
    return Arrays.stream(values()).filter(each -> each.is(program)).findFirst();
  }

  private boolean is(ProcessInfo program) {
    return this == QEMU
        ? program.name().startsWith(this.program) && program.isInDockerApp()
        : program.name().equals(this.program);
  }

  /** The VMM that this program belongs to. */
  Vmm vmm() {
    return vmm;
  }

  /** The option with the memory of the VM; empty if unknown. */
  String memory() {
    return memory;
  }

  /** The option with the number of CPUs of the VM; empty if unknown. */
  String cpus() {
    return cpus;
  }
}
