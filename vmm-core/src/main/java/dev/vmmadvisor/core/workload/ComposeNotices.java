package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects notices about parts of a compose file that cannot be used. Not thread-safe. */
final class ComposeNotices {

  private static final int SHOWN = 60; // characters of a value
  private static final int LISTED = 20; // values of a list

  private final Set<Notice> notices = new LinkedHashSet<>();

  /** Adds a notice, once; the parameters are alternating names and values. */
  void add(String code, String path, String message, Object... parameters) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      Object value = parameters[i + 1];
      named.put((String) parameters[i], value instanceof String text ? cut(text) : value);
    }
    notices.add(new Notice(code, path, named, message));
  }

  /** All notices, in the order in which they were added. */
  List<Notice> all() {
    return List.copyOf(notices);
  }

  /** The path of a value in a document. */
  static String path(String before, String name) {
    boolean plain = !name.isEmpty() && name.chars().allMatch(ComposeNotices::isPlain);
    return plain ? before + "." + cut(name) : before + "[" + quoted(name) + "]";
  }

  /** A value in quotes, shortened; line ends, quotes and control characters are escaped. */
  static String quoted(String text) {
    return '"' + escaped(text, "\"\\") + '"';
  }

  /** The beginning of a text on one line, with dots if it was cut. */
  static String cut(String text) {
    return escaped(text, "");
  }

  private static String escaped(String text, String others) {
    StringBuilder line = new StringBuilder();
    begin(text)
        .codePoints()
        .forEach(
            c -> {
              if (others.indexOf(c) >= 0) {
                line.append('\\').appendCodePoint(c);
              } else if (isPrintable(c)) {
                line.appendCodePoint(c);
              } else {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return line.toString();
  }

  /** Whether a character is printable and does not end a line. */
  private static boolean isPrintable(int c) {
    return !Character.isISOControl(c)
        && c != 0x2028
        && c != 0x2029
        && c != InterpolatedValue.GAP
        && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }

  private static String begin(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(SHOWN - 1));
    return text.substring(0, splits ? SHOWN - 1 : SHOWN) + "...";
  }

  /** The first of several values, each shortened. */
  static List<String> shortened(List<String> values) {
    List<String> first =
        new ArrayList<>(values.stream().limit(LISTED).map(ComposeNotices::cut).toList());
    if (values.size() > LISTED) {
      first.add("...");
    }
    return List.copyOf(first);
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
