package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.Fact;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a document one after the other.
 *
 * <p>Every reading method consumes exactly one value of any type. It returns null if the value is
 * {@code null} or not accepted. In the latter case the document is no longer {@linkplain #isFine
 * fine}.
 */
interface ValueReader {

  /** Reads one value. */
  @FunctionalInterface
  interface Value<T> {
    @Nullable T read() throws IOException;
  }

  /**
   * Begins to read an object, whose fields must then be read with {@link #nextField}; returns false
   * if the value is not an object.
   */
  boolean startsObject() throws IOException;

  /**
   * Advances to the value of the next field of an object.
   *
   * @param fields the known fields, at most 64
   * @param other the result for an unknown field
   * @return the field; null at the end of the object
   */
  <F> @Nullable F nextField(Lexicon<F> fields, F other) throws IOException;

  /** Skips the value of an unknown field. */
  void unknownField() throws IOException;

  /** Reads a list; elements that are null or not accepted are omitted. */
  <T> @Nullable List<T> list(Value<T> element) throws IOException;

  /** Reads a string that a fact accepts. */
  @Nullable String text(Fact fact) throws IOException;

  /** Reads a whole number that a fact accepts. */
  @Nullable Integer number(Fact fact) throws IOException;

  /** Reads true or false. */
  @Nullable Boolean bool() throws IOException;

  /** Reads a version. */
  @Nullable Version version() throws IOException;

  /** Reads one of the given words. */
  <T> @Nullable T word(Lexicon<T> words) throws IOException;

  /** Returns whether the current value is null. */
  boolean isNull();

  /** Reports that a field is missing in the object that was just read. */
  void missing(String name, String accepted);

  /** Returns whether no problem was found so far. */
  boolean isFine();
}
