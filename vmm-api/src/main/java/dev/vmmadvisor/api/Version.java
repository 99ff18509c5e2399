package dev.vmmadvisor.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Quotes;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of Docker Desktop or of macOS: whole numbers separated by dots, such as {@code 4.44.0},
 * {@code 15.2} or {@code 26}.
 *
 * <p>Versions compare as numbers, part by part, and a missing part counts as zero: {@code 26.0}
 * equals {@code 26}, {@code 15.2} is before {@code 26}, {@code 4.44} equals {@code 4.44.0}. A build
 * in parentheses, as in {@code 4.44.0 (201307)}, is kept in {@link #build()} and takes no part in
 * comparing.
 *
 * <p>Immutable and safe to share between threads. {@link #equals} agrees with {@link #compareTo}.
 */
public final class Version implements Comparable<Version> {

  private static final int MOST_PARTS = 4;
  private static final int MOST_DIGITS = 9;

  private final int[] parts; // without trailing zeros
  private final long firstTwo; // of the parts, so that most comparisons need one step
  private final String text;
  private final String build; // empty: none

  private Version(int[] parts, String text, String build) {
    this.parts = parts;
    this.firstTwo = ((long) parts[0] << Integer.SIZE) | (parts.length > 1 ? parts[1] : 0);
    this.text = text;
    this.build = build;
  }

  /**
   * Reads a version.
   *
   * @param text one to four whole numbers separated by dots, then perhaps a build in parentheses
   * @return the version
   * @throws IllegalArgumentException if the text is anything else; the message quotes it
   */
  @JsonCreator
  public static Version parse(String text) {
    Version plain = plain(text);
    if (plain != null) {
      return plain;
    }
    Matcher matcher = WithBuild.FORM.matcher(text);
    Version numbers = matcher.matches() ? plain(matcher.group(1)) : null;
    if (numbers == null) {
      throw new IllegalArgumentException(
          "not a version: " + Quotes.shortlyQuoted(text) + "; accepted: " + accepted());
    }
    return new Version(numbers.parts, numbers.text, matcher.group(2));
  }

  /** Reads numbers and dots, as nearly every version is; null if it is anything else. */
  private static @Nullable Version plain(String text) {
    int[] parts = new int[MOST_PARTS];
    int last = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next >= '0' && next <= '9' && digits < MOST_DIGITS) {
        parts[last] = 10 * parts[last] + (next - '0');
        digits++;
      } else if (next == '.' && digits > 0 && last + 1 < MOST_PARTS) {
        last++;
        digits = 0;
      } else {
        return null;
      }
    }
    if (digits == 0) {
      return null;
    }
    while (last > 0 && parts[last] == 0) {
      last--;
    }
    return new Version(Arrays.copyOf(parts, last + 1), text, "");
  }

  // in a class of its own, as few programs ever need it
  private static final class WithBuild {
    static final Pattern FORM = Pattern.compile("([0-9.]*) ?\\(([0-9A-Za-z.]{1,40})\\)");
  }

  /** {@return what {@link #parse} accepts, in words, for error messages} */
  public static String accepted() {
    return "one to four whole numbers separated by dots, such as 4.44.0 or 15.2,"
        + " and perhaps a build in parentheses, such as 4.44.0 (201307)";
  }

  /** {@return the build that stood in parentheses, or empty if there was none} */
  public Optional<String> build() {
    return build.isEmpty() ? Optional.empty() : Optional.of(build);
  }

  /**
   * {@return whether this is {@code 10.16}, with or without further parts}
   *
   * <p>macOS 11 and later call themselves 10.16 towards programs built for older systems. As a
   * macOS version it therefore means "11 or later, and which one is unknown".
   */
  public boolean isMacOsCompatibilityVersion() {
    return parts.length >= 2 && parts[0] == 10 && parts[1] == 16;
  }

  @Override
  public int compareTo(Version other) {
    int order = Long.compare(firstTwo, other.firstTwo);
    return order != 0 ? order : Arrays.compare(parts, other.parts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Version version && Arrays.equals(parts, version.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  /** {@return the numbers as they were written, without the build} */
  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
