package dev.vmmadvisor.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Quotes;
import java.util.Objects;
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

  private static final int MAX_PARTS = 4;
  private static final int MAX_DIGITS = 9;
  private static final long MACOS_COMPATIBILITY = 10L << Integer.SIZE | 16;

  private final long firstTwo; // parts, each an int; what is missing is 0
  private final long lastTwo;
  private final String text;
  private final String build; // empty: none

  private Version(long firstTwo, long lastTwo, String text, String build) {
    this.firstTwo = firstTwo;
    this.lastTwo = lastTwo;
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
    Objects.requireNonNull(text, "text");
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
    return new Version(numbers.firstTwo, numbers.lastTwo, numbers.text, matcher.group(2));
  }

  /** Reads numbers and dots, as nearly every version is; null if it is anything else. */
  private static @Nullable Version plain(String text) {
    long firstTwo = 0;
    long lastTwo = 0;
    int places = MAX_PARTS; // that are left, with that of the part that is being read
    long part = 0;
    int digits = 0;
    int length = text.length();
    for (int i = 0; i <= length; i++) {
      char next = i < length ? text.charAt(i) : '.'; // the end ends a part as a dot does
      if (next >= '0' && next <= '9' && digits < MAX_DIGITS) {
        part = 10 * part + (next - '0');
        digits++;
      } else if (next == '.' && digits > 0 && places > 0) {
        places--;
        if (places >= 2) {
          firstTwo |= part << (Integer.SIZE * (places & 1));
        } else {
          lastTwo |= part << (Integer.SIZE * (places & 1));
        }
        part = 0;
        digits = 0;
      } else {
        return null;
      }
    }
    return new Version(firstTwo, lastTwo, text, "");
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
    return firstTwo == MACOS_COMPATIBILITY;
  }

  @Override
  public int compareTo(Version other) {
    Objects.requireNonNull(other, "other");
    int order = Long.compare(firstTwo, other.firstTwo);
    return order != 0 ? order : Long.compare(lastTwo, other.lastTwo);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Version version
        && firstTwo == version.firstTwo
        && lastTwo == version.lastTwo;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * firstTwo + lastTwo);
  }

  /** {@return the numbers as they were written, without the build} */
  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
