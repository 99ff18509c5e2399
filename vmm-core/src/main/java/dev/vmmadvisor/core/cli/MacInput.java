package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.detect.HostDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A Mac as input: a copied tree or collected files that {@code --root} names, or else the Mac that
 * the command runs on.
 *
 * @param detector the detector for the Mac
 * @param isCopy whether it consists of files only, so that nothing can run on it
 */
record MacInput(HostDetector detector, boolean isCopy) {

  static final String ROOT = "--root";
  static final String HOME = "--home";

  /** The options for facts that a copied tree or a settings file lacks. */
  static final List<String> KNOWN =
      List.of("--architecture", "--macos", "--docker-desktop", "--memory", "--vmm");

  /** The options that name a Mac. */
  static final List<String> OPTIONS = Arguments.options(List.of(ROOT, HOME), KNOWN);

  /**
   * The Mac that a command line names, or else this one; empty if this machine is not a Mac.
   *
   * @throws UsageException if the root is not a folder
   */
  static Optional<MacInput> of(Arguments arguments, LocalMachine machine) throws UsageException {
    Optional<String> root = arguments.value(ROOT);
    Optional<HostDetector> detector =
        root.isPresent()
            ? Optional.of(HostDetector.of(folder(root.get()), CommandRunner.none()))
            : machine.mac();
    Optional<String> home = arguments.value(HOME);
    Host known = known(arguments);
    return detector
        .map(found -> found.withKnown(known))
        .map(found -> home.isPresent() ? found.withHome(home.get()) : found)
        .map(found -> new MacInput(found, root.isPresent()));
  }

  /** Refuses options that require an input that was not named. */
  static void refuse(Arguments arguments, List<String> options, String input)
      throws UsageException {
    for (String option : options) {
      if (arguments.has(option)) {
        throw new UsageException(option + " goes with " + input);
      }
    }
  }

  /** The facts of the host that the options state. */
  static Host known(Arguments arguments) throws UsageException {
    return Host.builder()
        .architecture(arguments.constant("--architecture", Architecture.values()))
        .macOsVersion(arguments.version("--macos"))
        .dockerDesktop(
            DockerDesktop.builder()
                .version(arguments.version("--docker-desktop"))
                .vmm(arguments.constant("--vmm", Vmm.values()))
                .memoryMiB(arguments.parsed("--memory", MacInput::memory))
                .build())
        .build();
  }

  private static Integer memory(String text) {
    if (!text.matches("[0-9]{1,9}") || !Fact.VM_MEMORY.accepts(Integer.valueOf(text))) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not accepted; accepted: " + Fact.VM_MEMORY.accepted());
    }
    return Integer.valueOf(text);
  }

  private static Path folder(String root) throws UsageException {
    try {
      Path folder = Path.of(root);
      if (!Files.isDirectory(folder)) {
        throw new UsageException(ROOT + ": " + root + " is no folder");
      }
      if (!Files.isReadable(folder)) {
        throw new UsageException(ROOT + ": " + root + ": permission to read it is denied");
      }
      if (Files.isSameFile(folder, folder.getFileSystem().getPath("/"))) {
        throw new UsageException(
            ROOT + ": " + root + " is this machine; leave it out to look at this machine");
      }
      return folder;
    } catch (InvalidPathException | IOException e) {
      throw new UsageException(ROOT + ": " + root + " cannot be read: " + e.getMessage());
    }
  }
}
