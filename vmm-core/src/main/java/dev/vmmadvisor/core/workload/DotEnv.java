package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a {@code .env} file as Compose does. Each line is {@code NAME=value}, optionally after
 * {@code export}. Comments begin with {@code #}. Values in single quotes are literal; values in
 * double quotes can have {@code \n}, {@code \r}, {@code \t}, {@code \"}, {@code \\} and {@code \$}.
 * Quoted values can span lines. A value can refer to variables of earlier lines; a value that
 * refers to any other variable is unknown, and its name is not in the result.
 *
 * <p>A name without {@code =} refers to a variable of the environment and is skipped. Of a repeated
 * name, the last line counts. This class is stateless and thread-safe.
 */
public final class DotEnv {

  private final String text;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final VariableInterpolator variables = new VariableInterpolator(values, Map.of());
  private int at;

  private DotEnv(String text) {
    this.text = text;
  }

  /**
   * {@return the variables by their names, in the order of the file}
   *
   * @param text the file; a leading byte order mark is skipped
   * @throws DocumentException if a line has none of these forms; it names the line
   */
  public static Map<String, String> read(String text) {
    Objects.requireNonNull(text, "text");
    String file = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new DotEnv(file.replace("\r\n", "\n").replace('\r', '\n')).all();
  }

  private Map<String, String> all() {
    while (at < text.length()) {
      entry();
    }
    return Collections.unmodifiableMap(values);
  }

  private void entry() {
    int start = at;
    int end = endOfLine(start);
    String line = text.substring(start, end);
    String entry = line.strip();
    if (entry.isEmpty() || entry.startsWith("#")) {
      at = end + 1;
      return;
    }
    int shift = line.indexOf(entry);
    if (entry.startsWith("export ") || entry.startsWith("export\t")) {
      int name = "export ".length();
      shift += name;
      entry = entry.substring(name);
    }
    int equals = entry.indexOf('=');
    String name = (equals < 0 ? entry : entry.substring(0, equals)).strip();
    if (!isName(name)) {
      throw problem(
          start,
          "the line is not accepted; accepted: NAME=value, or a comment"); // no quote, as it may be
      // a secret
    }
    if (equals < 0) {
      at = end + 1;
      return;
    }
    at = start + shift + equals + 1;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    char quote = at < end ? text.charAt(at) : 0;
    values.remove(name);
    InterpolatedValue value = quote == '"' || quote == '\'' ? inQuotes(quote, start) : plain(end);
    if (value.isKnown()) {
      values.put(name, value.value());
    }
    at = endOfLine(at) + 1;
  }

  private InterpolatedValue plain(int end) {
    String value = text.substring(at, end);
    for (int i = 0; i < value.length(); i++) {
      boolean spaced = i == 0 || value.charAt(i - 1) == ' ' || value.charAt(i - 1) == '\t';
      if (value.charAt(i) == '#' && spaced) {
        value = value.substring(0, i);
        break;
      }
    }
    return variables.fill(value.strip());
  }

  private InterpolatedValue inQuotes(char quote, int start) {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        String rest = text.substring(at, endOfLine(at)).strip();
        if (!rest.isEmpty() && !rest.startsWith("#")) {
          throw problem(start, "something follows the quotes; accepted: a comment");
        }
        return quote == '"'
            ? variables.fill(value.toString())
            : InterpolatedValue.of(value.toString());
      }
      if (c == '\\' && quote == '"' && at + 1 < text.length()) {
        at++;
        value.append(escaped(text.charAt(at)));
      } else {
        value.append(c);
      }
    }
    throw problem(start, "the quotes are not closed");
  }

  /**
   * The replacement of an escape sequence; a dollar sign is doubled, because variables are
   * substituted afterwards.
   */
  private static String escaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '"', '\\' -> String.valueOf(c);
      case '$' -> "$$";
      default -> "\\" + c;
    };
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', Math.min(from, text.length()));
    return end < 0 ? text.length() : end;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !Character.isDigit(name.charAt(0))
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '_'
                        || c == '.'
                        || c == '-');
  }

  private DocumentException problem(int place, String message) {
    int line = 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    return new DocumentException(List.of(new Problem("$", line, message)));
  }
}
