package dev.vmmadvisor.core.wrong.core;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Breaks no rule. */
public final class Sound {

  static final List<String> WORDS = List.of("a", "b");
  static final Map<String, List<String>> BY_WORD = Map.of("a", List.of("b"));
  static final Pattern FORM = Pattern.compile("a+");
  private static final int[] WIDTHS = {1, 2};

  private Sound() {}

  /** {@return the sum, and a copy that is not the array} */
  public static int sum() {
    int[] copy = new int[2];
    int sum = 0;
    for (int i = 0; i < copy.length; i++) {
      sum += WIDTHS[i];
    }
    return sum;
  }
}
