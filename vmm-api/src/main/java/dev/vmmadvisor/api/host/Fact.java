package dev.vmmadvisor.api.host;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.internal.Ids;
import dev.vmmadvisor.api.internal.Quotes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a host that rules can read, with the values that it accepts. Constraints declare the
 * facts that they read.
 *
 * <p>The {@link #path()} is the place of the fact in the Host document and its stable name in
 * findings, notices and missing facts. One fact, {@link #CHIP_GENERATION}, is not in the document:
 * it is derived from {@link #CHIP}. Constants may be added in a later release.
 */
public enum Fact {
  /** {@link Host#operatingSystem()}; a known macOS version implies {@code macos}. */
  OPERATING_SYSTEM("operatingSystem", "operating system", Type.WORD),
  /** {@link Host#architecture()}. */
  ARCHITECTURE("architecture", "architecture", Type.WORD),
  /** {@link Host#chip()}. */
  CHIP("chip", "chip", Type.WORD),
  /** {@link Host#chipGeneration()}, derived from the chip. */
  CHIP_GENERATION("chipGeneration", "chip generation", Type.NUMBER),
  /** {@link Host#macOsVersion()}. */
  MACOS_VERSION("macOsVersion", "macOS version", Type.VERSION),
  /** {@link Host#memoryMiB()}. */
  MEMORY("memoryMiB", "physical memory", Type.NUMBER),
  /** {@link Host#rosettaInstalled()}. */
  ROSETTA_INSTALLED("rosettaInstalled", "Rosetta installed", Type.BOOLEAN),
  /** {@link Host#virtualMachine()}. */
  VIRTUAL_MACHINE("virtualMachine", "Mac in a virtual machine", Type.BOOLEAN),
  /** {@link DockerDesktop#version()}. */
  DOCKER_DESKTOP_VERSION("dockerDesktop.version", "Docker Desktop version", Type.VERSION),
  /** {@link DockerDesktop#vmm()}. */
  CURRENT_VMM("dockerDesktop.vmm", "VMM in use", Type.WORD),
  /** {@link DockerDesktop#memoryMiB()}. */
  VM_MEMORY("dockerDesktop.memoryMiB", "memory of the Linux VM", Type.NUMBER),
  /** {@link DockerDesktop#cpus()}. */
  CPUS("dockerDesktop.cpus", "CPUs of the Linux VM", Type.NUMBER),
  /** {@link DockerDesktop#fileSharing()}. */
  FILE_SHARING("dockerDesktop.fileSharing", "file sharing", Type.WORD),
  /** {@link DockerDesktop#rosettaEnabled()}. */
  ROSETTA_ENABLED("dockerDesktop.rosettaEnabled", "Rosetta switched on", Type.BOOLEAN),
  /** {@link DockerDesktop#lockedSettings()}. */
  LOCKED_SETTINGS("dockerDesktop.lockedSettings", "locked settings", Type.WORDS),
  /** {@link Workload#imageArchitectures()}. */
  IMAGE_ARCHITECTURES("workload.imageArchitectures", "image architectures", Type.WORDS),
  /** {@link Workload#databases()}. */
  DATABASES("workload.databases", "databases", Type.DATABASES),
  /** {@link Workload#mounts()}. */
  MOUNTS("workload.mounts", "mounts", Type.WORDS),
  /** {@link Workload#traits()}. */
  TRAITS("workload.traits", "workload traits", Type.WORDS);

  /** The type of the value of a fact. It determines the possible comparisons. */
  public enum Type {
    /** A word, a {@link String}. */
    WORD,
    /** A {@link Boolean}. */
    BOOLEAN,
    /** An {@link Integer}. */
    NUMBER,
    /** A {@link Version}. */
    VERSION,
    /** A list of words. */
    WORDS,
    /** A list of {@link Database}. */
    DATABASES
  }

  private static final int MAX_MEMORY = 16 * 1024 * 1024; // 16 TiB in MiB
  private static final int MAX_CPUS = 4096;
  private static final int MAX_GENERATION = 999;

  private final String path;
  private final String label;
  private final Type type;

  Fact(String path, String label, Type type) {
    this.path = path;
    this.label = label;
    this.type = type;
  }

  /** {@return the place in the Host document, such as {@code dockerDesktop.memoryMiB}} */
  @JsonValue
  public String path() {
    return path;
  }

  /**
   * {@return the constant with a path}
   *
   * @param path the {@link #path()} of a constant
   * @throws IllegalArgumentException if no constant has it; the message lists the accepted paths
   */
  public static Fact fromPath(String path) {
    Objects.requireNonNull(path, "path");
    return Ids.constant(values(), path);
  }

  /** {@return the English name of this fact, such as "memory of the Linux VM"} */
  public String label() {
    return label;
  }

  /** {@return the type of the value} */
  public Type type() {
    return type;
  }

  /**
   * {@return the value of this fact, of the Java type that {@link #type()} names, or empty if it is
   * unknown}
   *
   * @param host the host to read it from
   */
  public Optional<?> valueIn(Host host) {
    Objects.requireNonNull(host, "host");
    return Optional.ofNullable(valueOrNull(host));
  }

  /**
   * {@return the value of this fact, or null if it is unknown; it avoids the allocations of {@link
   * #valueIn}}
   *
   * @param host the host to read it from
   */
  public @Nullable Object valueOrNull(Host host) {
    Objects.requireNonNull(host, "host");
    return switch (this) {
      case OPERATING_SYSTEM ->
          host.operatingSystem().isEmpty() && host.macOsVersion().isPresent()
              ? Host.MACOS
              : host.operatingSystem().orElse(null);
      case ARCHITECTURE -> id(host.architecture().orElse(null));
      case CHIP -> host.chip().orElse(null);
      case CHIP_GENERATION -> host.chipGeneration().orElse(null);
      case MACOS_VERSION -> host.macOsVersion().orElse(null);
      case MEMORY -> host.memoryMiB().orElse(null);
      case ROSETTA_INSTALLED -> host.rosettaInstalled().orElse(null);
      case VIRTUAL_MACHINE -> host.virtualMachine().orElse(null);
      case DOCKER_DESKTOP_VERSION -> host.dockerDesktop().version().orElse(null);
      case CURRENT_VMM -> id(host.dockerDesktop().vmm().orElse(null));
      case VM_MEMORY -> host.dockerDesktop().memoryMiB().orElse(null);
      case CPUS -> host.dockerDesktop().cpus().orElse(null);
      case FILE_SHARING -> id(host.dockerDesktop().fileSharing().orElse(null));
      case ROSETTA_ENABLED -> host.dockerDesktop().rosettaEnabled().orElse(null);
      case LOCKED_SETTINGS -> host.dockerDesktop().lockedSettings().orElse(null);
      case IMAGE_ARCHITECTURES -> host.workload().imageArchitectures().orElse(null);
      case DATABASES -> host.workload().databases().orElse(null);
      case MOUNTS -> host.workload().mounts().orElse(null);
      case TRAITS -> host.workload().traits().orElse(null);
    };
  }

  /**
   * {@return whether this fact accepts a value; for a list the value is an element, and for {@link
   * #DATABASES} an engine}
   *
   * @param value a value of the Java type that {@link #type()} names
   */
  public boolean accepts(Object value) {
    Objects.requireNonNull(value, "value");
    return switch (this) {
      case ARCHITECTURE -> hasId(Architecture.values(), value);
      case CURRENT_VMM -> hasId(Vmm.values(), value);
      case FILE_SHARING -> hasId(FileSharing.values(), value);
      case CHIP -> value instanceof String text && !text.isBlank();
      case LOCKED_SETTINGS -> value instanceof String text && isSetting(text);
      // reject aarch64, an alias of arm64; the alias x86_64 is rejected by its form
      case IMAGE_ARCHITECTURES ->
          value instanceof String text && isImageArchitecture(text) && !text.equals("aarch64");
      case OPERATING_SYSTEM, DATABASES, MOUNTS, TRAITS ->
          value instanceof String text && isWord(text);
      case MEMORY, VM_MEMORY -> value instanceof Integer number && isFrom1To(MAX_MEMORY, number);
      case CHIP_GENERATION -> value instanceof Integer number && isFrom1To(MAX_GENERATION, number);
      case CPUS -> value instanceof Integer number && isFrom1To(MAX_CPUS, number);
      case MACOS_VERSION, DOCKER_DESKTOP_VERSION -> value instanceof Version;
      case ROSETTA_INSTALLED, VIRTUAL_MACHINE, ROSETTA_ENABLED -> value instanceof Boolean;
    };
  }

  /** {@return a description of what {@link #accepts} accepts, for error messages} */
  public String accepted() {
    return switch (this) {
      case ARCHITECTURE -> ids(Architecture.values());
      case CURRENT_VMM -> ids(Vmm.values());
      case FILE_SHARING -> ids(FileSharing.values());
      case CHIP -> "a name such as \"Apple M3 Pro\"";
      case LOCKED_SETTINGS -> "the name of a setting such as \"fileSharing\"";
      case IMAGE_ARCHITECTURES ->
          "an architecture as image indexes name it, such as \"arm64\", \"amd64\" or \"arm/v7\"";
      case OPERATING_SYSTEM -> "a lower-case, hyphenated word such as \"macos\"";
      case DATABASES -> "a lower-case, hyphenated word such as \"mongodb\"";
      case MOUNTS -> "a lower-case, hyphenated word such as \"external-disk\"";
      case TRAITS -> "a lower-case, hyphenated word such as \"file-watching\"";
      case MEMORY, VM_MEMORY -> "a whole number of MiB from 1 to " + MAX_MEMORY;
      case CHIP_GENERATION -> "a whole number from 1 to " + MAX_GENERATION;
      case CPUS -> "a whole number from 1 to " + MAX_CPUS;
      case MACOS_VERSION, DOCKER_DESKTOP_VERSION -> Version.accepted();
      case ROSETTA_INSTALLED, VIRTUAL_MACHINE, ROSETTA_ENABLED -> "true or false";
    };
  }

  /** {@return the largest number that this fact accepts, or empty if it is not a number} */
  public Optional<Integer> most() {
    return switch (this) {
      case MEMORY, VM_MEMORY -> Optional.of(MAX_MEMORY);
      case CHIP_GENERATION -> Optional.of(MAX_GENERATION);
      case CPUS -> Optional.of(MAX_CPUS);
      default -> Optional.empty();
    };
  }

  /**
   * Throws an {@link IllegalArgumentException} if a value is not accepted; the message names the
   * fact, the value and what is accepted.
   */
  void require(Object value) {
    if (!accepts(value)) {
      String shown = value instanceof String text ? Quotes.shortlyQuoted(text) : value.toString();
      throw new IllegalArgumentException(
          path + ": " + shown + " is not accepted; accepted: " + accepted());
    }
  }

  /** {@link #require Requires} a value unless it is null. */
  void requireIfKnown(@Nullable Object value) {
    if (value != null) {
      require(value);
    }
  }

  /** {@link #require Requires} each value of a list unless the list is null. */
  void requireEach(@Nullable List<?> values) {
    if (values != null) {
      for (int i = 0; i < values.size(); i++) {
        require(values.get(i));
      }
    }
  }

  private static @Nullable String id(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.toString();
  }

  // hand-written matchers: regular expressions would dominate the time to read large fleets

  /** Returns whether a text is a letter followed by letters, digits and dots. */
  private static boolean isSetting(String text) {
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      boolean letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
      if (!letter && (i == 0 || (next != '.' && !isDigit(next)))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Returns whether a text is lower-case letters and digits, optionally with a variant such as /v7.
   */
  private static boolean isImageArchitecture(String text) {
    int family = 0;
    while (family < text.length() && isPlain(text.charAt(family))) {
      family++;
    }
    int variant = family;
    if (text.startsWith("/v", family)) {
      variant += 2;
      while (variant < text.length() && isDigit(text.charAt(variant))) {
        variant++;
      }
      if (variant == family + 2) {
        return false;
      }
    }
    return family > 0 && variant == text.length();
  }

  /** Returns whether a text is lower-case letters and digits, with single hyphens between them. */
  private static boolean isWord(String text) {
    boolean endsInWord = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      boolean hyphen = next == '-' && endsInWord;
      if (!hyphen && !isPlain(next)) {
        return false;
      }
      endsInWord = !hyphen;
    }
    return endsInWord;
  }

  private static boolean isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z') || isDigit(letter);
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isFrom1To(int max, int number) {
    return number >= 1 && number <= max;
  }

  private static boolean hasId(Enum<?>[] constants, Object value) {
    for (Enum<?> constant : constants) {
      if (constant.toString().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static String ids(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> "\"" + constant + "\"")
        .collect(Collectors.joining(", "));
  }

  /** {@return the {@link #path()}} */
  @Override
  public String toString() {
    return path;
  }
}
