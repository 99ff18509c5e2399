package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads the output of {@code sw_vers}: that the host is a Mac, and the version of macOS.
 *
 * <p>macOS reports the version 10.16 to programs built for an old macOS; it means "11 or later".
 */
public final class SwVers {

  static final String PLACE = "sw_vers";

  private SwVers() {}

  /**
   * Reads the output of {@code sw_vers}, or of {@code sw_vers -productVersion}.
   *
   * @param text the output
   * @return the facts in it; nothing if the text is something else
   */
  public static Reading read(String text) {
    Objects.requireNonNull(text, "text");
    EvidenceCollector collector = new EvidenceCollector(Origin.Kind.COMMAND, PLACE);
    String alone = text.strip();
    if (KeyValueOutput.isVersion(alone)) {
      version(alone, "-productVersion", collector);
      return collector.reading();
    }
    KeyValueOutput lines = KeyValueOutput.of(text);
    String name = lines.value("ProductName").orElse("");
    String version = lines.value("ProductVersion").orElse("");
    product(name, version, collector);
    return collector.reading();
  }

  /** Adds the facts in the name and the version of the operating system; each can be empty. */
  static void product(String name, String version, EvidenceCollector collector) {
    boolean isMac = name.toLowerCase(Locale.ROOT).startsWith("mac");
    if (isMac) {
      collector.add(Fact.OPERATING_SYSTEM, Host.MACOS, "ProductName", Confidence.HIGH);
    } else if (!name.isBlank()) { // such as iPhone OS, whose versions are not those of macOS
      String word = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      collector.add(Fact.OPERATING_SYSTEM, word, "ProductName", Confidence.HIGH);
    }
    if (!version.isBlank() && (isMac || name.isBlank())) {
      version(version.strip(), "ProductVersion", collector);
    }
  }

  /** Adds the version of the operating system. */
  static void version(String value, String key, EvidenceCollector collector) {
    if (!KeyValueOutput.isVersion(value)) {
      collector.unreadable(Fact.MACOS_VERSION, value, key);
      return;
    }
    Version version = Version.parse(value);
    collector.add(
        Fact.MACOS_VERSION,
        version,
        key,
        version.isMacOsCompatibilityVersion() ? Confidence.LOW : Confidence.HIGH);
  }
}
