package dev.vmmadvisor.api;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Ids;

/**
 * A virtual machine manager (VMM) that can run the Linux VM of Docker Desktop for Mac.
 *
 * <p>The order of the constants is the documented order of the last ranking criterion, {@code
 * order}. Constants may be added in a later release, so a {@code switch} over this enum needs a
 * {@code default}.
 *
 * <p>{@link #QEMU} is the virtual machine manager. QEMU's user-mode emulation of foreign
 * architectures inside the VM is a different feature and is available under every VMM.
 */
public enum Vmm {
  /** Docker's own hypervisor for containers, in beta since Docker Desktop 4.35.0. */
  DOCKER_VMM("docker-vmm", "Docker VMM"),
  /** Apple's Virtualization framework, on Apple silicon and on Intel Macs. */
  APPLE_VIRTUALIZATION_FRAMEWORK(
      "apple-virtualization-framework", "Apple Virtualization framework"),
  /** QEMU as virtual machine manager: the legacy option on Apple silicon, removed in 4.44.0. */
  QEMU("qemu", "QEMU"),
  /** HyperKit: the legacy option on Intel Macs. */
  HYPERKIT("hyperkit", "HyperKit");

  private final String id;
  private final String displayName;

  Vmm(String id, String displayName) {
    this.id = id;
    this.displayName = displayName;
  }

  /** {@return the stable id used in documents, such as {@code docker-vmm}} */
  @JsonValue
  public String id() {
    return id;
  }

  /**
   * {@return the constant with an id}
   *
   * @param id the {@link #id()} of a constant
   * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
   */
  public static Vmm fromId(String id) {
    return Ids.constant(values(), id);
  }

  /** {@return the name in Docker Desktop's settings and manual} */
  public String displayName() {
    return displayName;
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}
