package dev.vmmadvisor.core.detect;

/** Why readable settings do not determine the VMM. */
enum AmbiguityReason {
  LEFT_TO_DOCKER_DESKTOP(
      "left-to-docker-desktop",
      "the settings leave the VMM to Docker Desktop, and the sources disagree whether 4.86.0 and"
          + " later take Docker VMM or the Apple Virtualization framework then"),
  QEMU_IS_GONE(
      "qemu-is-gone",
      "the settings ask for QEMU, which Docker Desktop 4.44.0 removed, and what it takes instead"
          + " is not documented"),
  ONE_RULED_OUT(
      "one-ruled-out",
      "the settings only rule out the Apple Virtualization framework, and the sources disagree"
          + " what Docker Desktop 4.44.0 and later make of that"),
  DOCKER_VMM_ON_INTEL(
      "docker-vmm-on-intel",
      "the settings ask for Docker VMM, which an Intel Mac cannot run; the file may come from"
          + " another Mac");

  private final String id;
  private final String text;

  AmbiguityReason(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /** A stable word for this reason. */
  String id() {
    return id;
  }

  /** This reason as part of an English sentence. */
  String text() {
    return text;
  }
}
