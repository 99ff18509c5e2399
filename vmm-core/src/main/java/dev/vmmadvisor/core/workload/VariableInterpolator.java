package dev.vmmadvisor.core.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the variables of a compose file as Compose does: {@code $NAME}, {@code ${NAME}} and its
 * forms with {@code -}, {@code ?} and {@code +}, with or without a colon before; {@code $$} is for
 * a dollar sign. A variable that is not given and has no default is not known: it may be in the
 * environment.
 */
final class VariableInterpolator {

  private static final int DEEPEST = 32; // defaults within defaults
  private static final int MAX_MISSING = 20; // variables that are named

  private final Map<String, String> values;
  private final Map<String, String> others;

  /** The variables of a compose file; without a home folder {@code ~} represents it. */
  VariableInterpolator(ComposeOptions options) {
    this(
        options.variables(),
        Map.of("HOME", options.home().orElse("~"), "PWD", options.folder().orElse(".")));
  }

  /** Variables, and others that count where they do not tell. */
  VariableInterpolator(Map<String, String> values, Map<String, String> others) {
    this.values = values;
    this.others = others;
  }

  /** A value of the file with its variables filled in. */
  InterpolatedValue fill(String text) {
    if (text.indexOf('$') < 0) {
      return InterpolatedValue.of(text);
    }
    List<String> missing = new ArrayList<>();
    return new InterpolatedValue(new Filling(text, missing).upTo(false, 0), missing, text);
  }

  /** The value of a variable, or null if it is not known. */
  private @Nullable String value(String name) {
    String value = values.get(name);
    return value == null ? others.get(name) : value;
  }

  /** One text on its way. */
  private final class Filling {
    private final String text;
    private final List<String> missing;
    private int at;

    Filling(String text, List<String> missing) {
      this.text = text;
      this.missing = missing;
    }

    /** Everything up to the end, or up to the brace that closes a default. */
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
      if (name.isEmpty() || depth == DEEPEST || at == text.length()) {
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
        // the text after the operator is ignored
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
