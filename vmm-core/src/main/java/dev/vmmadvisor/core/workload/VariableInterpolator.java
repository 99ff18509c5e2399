package dev.vmmadvisor.core.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Substitutes the variables of a compose file as Compose does: {@code $NAME}, {@code ${NAME}} and
 * its forms with {@code -}, {@code ?} and {@code +}, with or without a preceding colon. {@code $$}
 * is a dollar sign. A variable without a value and a default is unknown, because it can be set in
 * the environment.
 */
final class VariableInterpolator {

  private static final int MAX_DEPTH = 32; // defaults within defaults
  private static final int MAX_MISSING = 20; // variables that are named

  private final Map<String, String> values;
  private final Map<String, String> others;

  /** Uses the variables of a compose file. An unknown home folder is replaced by {@code ~}. */
  VariableInterpolator(ComposeOptions options) {
    this(
        options.variables(),
        Map.of("HOME", options.home().orElse("~"), "PWD", options.folder().orElse(".")));
  }

  /** Uses variables, and other ones for names that the first do not have. */
  VariableInterpolator(Map<String, String> values, Map<String, String> others) {
    this.values = values;
    this.others = others;
  }

  /** Substitutes the variables in a text of the file. */
  InterpolatedValue fill(String text) {
    if (text.indexOf('$') < 0) {
      return InterpolatedValue.of(text);
    }
    List<String> missing = new ArrayList<>();
    return new InterpolatedValue(new Substitution(text, missing).upTo(false, 0), missing, text);
  }

  /** The value of a variable, or null if it is unknown. */
  private @Nullable String value(String name) {
    String value = values.get(name);
    return value == null ? others.get(name) : value;
  }

  /** The substitution of one text. */
  private final class Substitution {
    private final String text;
    private final List<String> missing;
    private int at;

    Substitution(String text, List<String> missing) {
      this.text = text;
      this.missing = missing;
    }

    /** Substitutes up to the end, or up to the brace that closes a default. */
    String upTo(boolean brace, int depth) {
      StringBuilder filled = new StringBuilder();
      while (at < text.length()) {
        char c = text.charAt(at);
        if (brace && c == '}') {
          return filled.toString();
        }
        at++;
        if (c != '$' || at == text.length()) {
          filled.append(c);
        } else if (text.charAt(at) == '$') {
          at++;
          filled.append('$');
        } else if (text.charAt(at) == '{') {
          filled.append(braced(depth));
        } else {
          String name = name();
          filled.append(name.isEmpty() ? "$" : valueOrGap(name));
        }
      }
      return filled.toString();
    }

    private String braced(int depth) {
      int start = at - 1;
      at++;
      String name = name();
      if (name.isEmpty() || depth == MAX_DEPTH || at == text.length()) {
        return unreadable(start);
      }
      boolean orEmpty = text.charAt(at) == ':';
      if (orEmpty) {
        at++;
      }
      char operator = at == text.length() ? 0 : text.charAt(at);
      if (operator == '}' && !orEmpty) {
        at++;
        return valueOrGap(name);
      }
      if (operator != '-' && operator != '?' && operator != '+') {
        return unreadable(start);
      }
      at++;
      int before = missing.size();
      String other = upTo(true, depth + 1);
      if (at == text.length()) {
        return unreadable(start);
      }
      at++;
      String value = value(name);
      boolean given = value != null && !(orEmpty && value.isEmpty());
      if ((operator == '+') != given) {
        // The text after the operator is not used.
        missing.subList(before, missing.size()).clear();
        if (operator == '+') {
          return "";
        }
        return value == null ? "" : value;
      }
      if (operator == '?') {
        missing.subList(before, missing.size()).clear();
        return gap(ComposeNotices.cut(name));
      }
      return other;
    }

    private String valueOrGap(String name) {
      String value = value(name);
      return value == null ? gap(ComposeNotices.cut(name)) : value;
    }

    private String gap(String name) {
      if (missing.size() < MAX_MISSING && !missing.contains(name)) {
        missing.add(name);
      }
      return String.valueOf(InterpolatedValue.GAP);
    }

    private String unreadable(int start) {
      at = text.length();
      return gap(ComposeNotices.cut(text.substring(start)));
    }

    private String name() {
      int start = at;
      while (at < text.length() && isOfName(text.charAt(at), at == start)) {
        at++;
      }
      return text.substring(start, at);
    }

    private static boolean isOfName(char c, boolean first) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || c == '_'
          || (!first && c >= '0' && c <= '9');
    }
  }
}
