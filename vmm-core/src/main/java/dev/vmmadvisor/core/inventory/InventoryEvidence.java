package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the evidence in one part of an inventory and converts text values to facts. A blank
 * value yields no evidence. Not thread-safe.
 */
final class InventoryEvidence {

  /** Handles a value that its fact does not accept. */
  @FunctionalInterface
  interface Unreadable {
    /** Handles the value, its key, its fact, and the accepted values. */
    void add(Fact fact, String key, String value, String accepted);
  }

  private static final int MIB = 1024 * 1024;

  private final String place;
  private final Unreadable unreadable;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  /** A part in which an unreadable value becomes a notice. */
  InventoryEvidence(String place) {
    this.place = place;
    this.unreadable = this::unreadableNotice;
  }

  /** A part in which unreadable values are passed to the caller. */
  InventoryEvidence(String place, Unreadable unreadable) {
    this.place = place;
    this.unreadable = unreadable;
  }

  private void unreadableNotice(Fact fact, String key, String value, String accepted) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String shown = InventoryProblems.shown(value);
    parameters.put("value", shown);
    parameters.put("origin", origin(key).toString());
    notices.add(
        new Notice(
            "unreadable-value",
            fact.path(),
            parameters,
            place + ", " + key + ": " + shown + " is not accepted; accepted: " + accepted));
  }

  /** Adds a fact whose value is valid. */
  void add(Fact fact, Object value, String key, Confidence confidence) {
    evidence.add(new Evidence(fact, value, origin(key), confidence));
  }

  /** Adds a notice. */
  void notice(String code, String path, Map<String, Object> parameters, String message) {
    notices.add(new Notice(code, path, parameters, message));
  }

  /**
   * Adds a fact whose value has the form of the Host document, with the words of a list separated
   * by blanks.
   */
  void fact(Fact fact, String key, String text) {
    if (text.isBlank()) {
      return;
    }
    Optional<Object> value = value(fact, text.strip());
    if (value.isPresent()) {
      add(fact, value.get(), key, Confidence.HIGH);
    } else {
      unreadable.add(fact, key, text.strip(), fact.accepted());
    }
  }

  private static Optional<Object> value(Fact fact, String text) {
    return switch (fact.type()) {
      case WORD -> Optional.<Object>of(word(fact, text)).filter(fact::accepts);
      case BOOLEAN -> bool(text).map(value -> value);
      case NUMBER -> number(text).<Object>map(value -> value).filter(fact::accepts);
      case VERSION -> version(text).map(value -> value);
      case WORDS -> {
        List<String> words = Arrays.stream(text.split("[\\s,;|]+")).toList();
        yield words.stream().allMatch(fact::accepts) ? Optional.of(words) : Optional.empty();
      }
      case DATABASES -> Optional.empty();
    };
  }

  private static String word(Fact fact, String text) {
    return fact == Fact.CHIP ? text : text.toLowerCase(Locale.ROOT);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Version> version(String text) {
    try {
      return Optional.of(Version.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Parses the words for true and false in tables and forms. */
  static Optional<Boolean> bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> Optional.of(true);
      case "false", "0", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Adds the chip and the architecture from the brand of a processor. */
  void brand(String key, String text) {
    String brand = text.strip();
    boolean apple = brand.regionMatches(true, 0, "Apple ", 0, 6);
    boolean intel = brand.toLowerCase(Locale.ROOT).contains("intel");
    // Rosetta reports VirtualApple to translated processes.
    if (apple || brand.startsWith("VirtualApple")) {
      add(Fact.ARCHITECTURE, Architecture.ARM64.id(), key, Confidence.HIGH);
    } else if (intel) {
      add(Fact.ARCHITECTURE, Architecture.X86_64.id(), key, Confidence.HIGH);
    }
    if (apple || intel) {
      add(Fact.CHIP, brand, key, Confidence.HIGH);
    }
    if (apple && brand.endsWith("(Virtual)")) {
      add(Fact.VIRTUAL_MACHINE, true, key, Confidence.HIGH);
    }
  }

  /** Adds the architecture from the processor type that a program reads, which can be wrong. */
  void cpuType(String key, String text) {
    switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "arm64", "arm64e", "aarch64" ->
          add(Fact.ARCHITECTURE, Architecture.ARM64.id(), key, Confidence.MEDIUM);
      case "x86_64", "x86_64h", "i386", "amd64" ->
          add(Fact.ARCHITECTURE, Architecture.X86_64.id(), key, Confidence.MEDIUM);
      case "" -> {} // not collected
      default -> unreadable.add(Fact.ARCHITECTURE, key, text, Fact.ARCHITECTURE.accepted());
    }
  }

  /** Adds the architecture from a field that says whether it is Apple silicon. */
  void appleSilicon(String key, String text) {
    if (text.isBlank()) {
      return;
    }
    Optional<Boolean> apple = bool(text);
    if (apple.isPresent()) {
      Architecture architecture = apple.get() ? Architecture.ARM64 : Architecture.X86_64;
      add(Fact.ARCHITECTURE, architecture.id(), key, Confidence.HIGH);
    } else {
      unreadable.add(Fact.ARCHITECTURE, key, text, "true or false");
    }
  }

  /** Adds that the Mac is a virtual machine, if its model is one of Apple's. */
  void model(String key, String text) {
    if (text.strip().startsWith("VirtualMac")) {
      add(Fact.VIRTUAL_MACHINE, true, key, Confidence.HIGH);
    }
  }

  /** Adds the physical memory, given in bytes. */
  void bytes(String key, String text) {
    if (text.isBlank()) {
      return;
    }
    String digits = text.strip();
    Optional<Integer> mib =
        digits.matches("[0-9]{1,18}")
            ? Optional.of(Long.parseLong(digits) / MIB)
                .filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .filter(Fact.MEMORY::accepts)
            : Optional.empty();
    if (mib.isPresent()) {
      add(Fact.MEMORY, mib.get(), key, Confidence.HIGH);
    } else {
      unreadable.add(
          Fact.MEMORY,
          key,
          digits,
          "a whole number of bytes from 1 MiB to " + Fact.MEMORY.most().orElseThrow() + " MiB");
    }
  }

  Reading reading() {
    return new Reading(evidence, notices);
  }

  private Origin origin(String key) {
    return new Origin(Origin.Kind.INVENTORY, place, key);
  }
}
