package dev.vmmadvisor.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.internal.Quotes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An interval of versions; each end is inclusive, exclusive or unbounded.
 *
 * <p>The notation is that of Maven: {@code [4.35.0,4.86.0)} is from 4.35.0 inclusive to 4.86.0
 * exclusive, {@code [4.44.0,)} is 4.44.0 and later, {@code (,)} is every version.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class VersionRange {

  private static final Version LOWEST = Version.parse("0");

  /** Every version. */
  public static final VersionRange ALL = new VersionRange(null, false, null, false);

  private final @Nullable Version lower;
  private final boolean lowerInclusive;
  private final @Nullable Version upper;
  private final boolean upperInclusive;

  private VersionRange(
      @Nullable Version lower,
      boolean lowerInclusive,
      @Nullable Version upper,
      boolean upperInclusive) {
    this.lower = lower;
    this.lowerInclusive = lowerInclusive;
    this.upper = upper;
    this.upperInclusive = upperInclusive;
    if (upper != null && isEmpty(lower == null ? LOWEST : lower, upper)) {
      throw new IllegalArgumentException("no version lies in " + this);
    }
  }

  private boolean isEmpty(Version from, Version to) {
    int order = from.compareTo(to);
    return order > 0 || (order == 0 && !(upperInclusive && (lowerInclusive || lower == null)));
  }

  /**
   * Parses a range.
   *
   * @param text such as {@code [4.35.0,4.86.0)}; an omitted end is unbounded
   * @return the range
   * @throws IllegalArgumentException if the text has another form, an end is not a version, or no
   *     version can lie in the range
   */
  @JsonCreator
  public static VersionRange parse(String text) {
    Objects.requireNonNull(text, "text");
    int comma = text.indexOf(',');
    boolean lowerBracket = text.startsWith("[");
    boolean upperBracket = text.endsWith("]");
    if (comma < 0
        || comma != text.lastIndexOf(',')
        || !(lowerBracket || text.startsWith("("))
        || !(upperBracket || text.endsWith(")"))) {
      throw new IllegalArgumentException(
          "not a range of versions: "
              + Quotes.shortlyQuoted(text)
              + "; accepted: such as [4.35.0,4.86.0) or (,4.44)");
    }
    String lower = text.substring(1, comma).strip();
    String upper = text.substring(comma + 1, text.length() - 1).strip();
    return new VersionRange(
        lower.isEmpty() ? null : Version.parse(lower),
        !lower.isEmpty() && lowerBracket,
        upper.isEmpty() ? null : Version.parse(upper),
        !upper.isEmpty() && upperBracket);
  }

  /**
   * {@return the range of a version, inclusive, and everything above}
   *
   * @param version the lower end
   */
  public static VersionRange atLeast(Version version) {
    Objects.requireNonNull(version, "version");
    return new VersionRange(version, true, null, false);
  }

  /**
   * {@return the range of everything below a version, exclusive}
   *
   * @param version the upper end
   * @throws IllegalArgumentException if the version is 0
   */
  public static VersionRange below(Version version) {
    Objects.requireNonNull(version, "version");
    return new VersionRange(null, false, version, false);
  }

  /** {@return the lower end, or empty if the range is unbounded below} */
  public Optional<Version> lower() {
    return Optional.ofNullable(lower);
  }

  /** {@return whether the lower end is in the range; false if it is unbounded below} */
  public boolean lowerInclusive() {
    return lowerInclusive;
  }

  /** {@return the upper end, or empty if the range is unbounded above} */
  public Optional<Version> upper() {
    return Optional.ofNullable(upper);
  }

  /** {@return whether the upper end is in the range; false if it is unbounded above} */
  public boolean upperInclusive() {
    return upperInclusive;
  }

  /**
   * {@return whether a version is in this range}
   *
   * @param version the version
   */
  public boolean contains(Version version) {
    Objects.requireNonNull(version, "version");
    return !isBelow(version) && !isAbove(version);
  }

  private boolean isBelow(Version version) {
    if (lower == null) {
      return false;
    }
    int order = version.compareTo(lower);
    return order < 0 || (order == 0 && !lowerInclusive);
  }

  private boolean isAbove(Version version) {
    if (upper == null) {
      return false;
    }
    int order = version.compareTo(upper);
    return order > 0 || (order == 0 && !upperInclusive);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VersionRange range
        && Objects.equals(lower, range.lower)
        && lowerInclusive == range.lowerInclusive
        && Objects.equals(upper, range.upper)
        && upperInclusive == range.upperInclusive;
  }

  @Override
  public int hashCode() {
    return Objects.hash(lower, lowerInclusive, upper, upperInclusive);
  }

  /** {@return the range in the notation of {@link #parse}} */
  @Override
  @JsonValue
  public String toString() {
    return (lowerInclusive ? "[" : "(")
        + (lower == null ? "" : lower)
        + ","
        + (upper == null ? "" : upper)
        + (upperInclusive ? "]" : ")");
  }
}
