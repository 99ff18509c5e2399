package dev.vmmadvisor.core.detect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of a program.
 *
 * @param words the arguments, split at blanks
 */
record ProcessArguments(List<String> words) {

  private static final Pattern MEMORY = Pattern.compile("(?:size=)?(\\d{1,9})([KMGkmg]?)i?[Bb]?");
  private static final Pattern COUNT = Pattern.compile("(?:cpus=)?(\\d{1,9})");

  /** Whether an option is present. */
  boolean has(String option) {
    return words.contains(option);
  }

  /** The value of an option, as the next word or after an equals sign; empty if it is cut off. */
  Optional<String> value(String option) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(option)) {
        return words.stream().skip(i + 1L).findFirst();
      }
      if (word.startsWith(option + "=")) {
        return Optional.of(word.substring(option.length() + 1));
      }
    }
    return Optional.empty();
  }

  /** Memory in MiB, as QEMU and HyperKit write it: a number of MiB, or with another unit. */
  static Optional<Integer> mib(String value) {
    Matcher matcher = MEMORY.matcher(beforeComma(value));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    long mib =
        switch (matcher.group(2)) {
          case "K", "k" -> number / 1024;
          case "G", "g" -> number * 1024;
          default -> number;
        };
    return mib > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) mib);
  }

  /** A number of CPUs, as QEMU writes it: alone, or before its sockets and cores. */
  static Optional<Integer> count(String value) {
    Matcher matcher = COUNT.matcher(beforeComma(value));
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static String beforeComma(String value) {
    int comma = value.indexOf(',');
    return comma < 0 ? value : value.substring(0, comma);
  }
}
