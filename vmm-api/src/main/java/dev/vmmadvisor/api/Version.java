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
 * in parentheses, as in {@code 4.44.0 (201307)}, is stored in {@link #build()} and ignored in
 * comparisons.
 *
 * <p>Immutable and safe to share between threads. {@link #equals} agrees with {@link #compareTo}.
 */
public final class Version implements Comparable<Version> {

  private static final int MAX_PARTS = 4;
  private static final int MAX_DIGITS = 9;
  private static final long MACOS_COMPATIBILITY = 10L << Integer.SIZE | 16;

  private final long firstTwo; // two parts of 32 bits; a missing part is 0
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
   * Parses a version.
   *
   * @param text one to four whole numbers separated by dots, optionally followed by a build in
   *     parentheses
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

  /** Parses numbers and dots, the usual form; returns null for any other text. */
  private static @Nullable Version plain(String text) {
    long firstTwo = 0;
    long lastTwo = 0;
    int places = MAX_PARTS; // remaining parts, including the current one
    long part = 0;
    int digits = 0;
    int length = text.length();
    for (int i = 0; i <= length; i++) {
      char next = i < length ? text.charAt(i) : '.'; // the end terminates a part like a dot
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

  // a holder class: the pattern is compiled only if a version has a build
  private static final class WithBuild {
    static final Pattern FORM = Pattern.compile("([0-9.]*) ?\\(([0-9A-Za-z.]{1,40})\\)");
  }

  /** {@return a description of what {@link #parse} accepts, for error messages} */
  public static String accepted() {
    return "one to four whole numbers separated by dots, such as 4.44.0 or 15.2,"
        + " and perhaps a build in parentheses, such as 4.44.0 (201307)";
  }

  /** {@return the build, which is written in parentheses, or empty if there is none} */
  public Optional<String> build() {
    return build.isEmpty() ? Optional.empty() : Optional.of(build);
  }

  /**
   * {@return whether this is {@code 10.16}, with or without further parts}
   *
   * <p>macOS 11 and later report 10.16 to programs built for older systems. As a macOS version it
   * therefore means "11 or later, exact version unknown".
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
