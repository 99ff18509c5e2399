package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.Fact;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a document one after the other, in the order in which they stand.
 *
 * <p>Every reading method consumes exactly one value, whatever it is, and returns null where the
 * value is {@code null} or not accepted; in the second case the document is not {@linkplain #isFine
 * fine} any more.
 */
interface ValueReader {

  /** Reads one value. */
  @FunctionalInterface
  interface Value<T> {
    @Nullable T read() throws IOException;
  }

  /**
   * Begins to read an object, whose fields {@link #nextField} then goes through to the end; false
   * if the value is not an object.
   */
  boolean startsObject() throws IOException;

  /**
   * Goes to the value of the next field of an object.
   *
   * @param fields the fields that are known, 64 at most
   * @param other stands for a field that is not known
   * @return the field; null at the end of the object
   */
  <F> @Nullable F nextField(Lexicon<F> fields, F other) throws IOException;

  /** Passes over a field whose name is not known. */
  void unknownField() throws IOException;

  /** Reads a list; elements that are null or not accepted are left out. */
  <T> @Nullable List<T> list(Value<T> element) throws IOException;

  /** Reads a string that a fact accepts. */
  @Nullable String text(Fact fact) throws IOException;

  /** Reads a whole number that a fact accepts. */
  @Nullable Integer number(Fact fact) throws IOException;

  /** Reads true or false. */
  @Nullable Boolean bool() throws IOException;

  /** Reads a version. */
  @Nullable Version version() throws IOException;

  /** Reads one of some words. */
  <T> @Nullable T word(Lexicon<T> words) throws IOException;

  /** Whether the current value is null. */
  boolean isNull();

  /** Notes that a field is missing in the object that was just read. */
  void missing(String name, String accepted);

  /** Whether nothing was wrong so far. */
  boolean isFine();
}
