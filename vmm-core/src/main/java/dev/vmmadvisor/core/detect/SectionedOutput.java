package dev.vmmadvisor.core.detect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text output of the Docker command. A section begins with an unindented heading, such as
 * {@code Server:}, followed by indented lines with a name and a value. Of a name that is repeated
 * in a section, the first counts.
 */
final class SectionedOutput {

  private final Map<String, String> headings = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>(); // by section and name

  private SectionedOutput() {}

  static SectionedOutput of(String text) {
    SectionedOutput sections = new SectionedOutput();
    String section = "";
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String name = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      if (Character.isWhitespace(line.charAt(0))) {
        sections.values.putIfAbsent(section + "\n" + name, value);
      } else {
        section = name;
        sections.headings.putIfAbsent(name, value);
      }
    }
    return sections;
  }

  /** The text after the heading of a section; empty if there is no such section. */
  Optional<String> heading(String section) {
    return Optional.ofNullable(headings.get(section));
  }

  /** The value of a name in a section. */
  Optional<String> value(String section, String name) {
    return Optional.ofNullable(values.get(section + "\n" + name));
  }
}
