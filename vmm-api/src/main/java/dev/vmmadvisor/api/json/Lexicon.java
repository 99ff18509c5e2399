package dev.vmmadvisor.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hash table from words to values, such as names of fields and ids of constants. The word of a
 * value is its {@code toString}. Lookups compare the bytes of a document and create no string.
 * Immutable.
 *
 * @param <T> the type of the values
 */
final class Lexicon<T> {

  private static final int MIN_SLOTS = 8;
  private static final int SLOTS_PER_WORD = 4; // to make collisions rare
  private static final int MULTIPLIER = 7;

  private final List<T> meanings;
  private final @Nullable Word<T>[] slots; // the length is a power of two

  /** A word with its value. */
  static final class Word<T> {
    private final int number;
    private final T meaning;
    private final byte[] quoted;
    private final @Nullable Word<T> next; // in the same slot

    private Word(int number, T meaning, byte[] quoted, @Nullable Word<T> next) {
      this.number = number;
      this.meaning = meaning;
      this.quoted = quoted;
      this.next = next;
    }

    /** Returns its index, from 0. */
    int number() {
      return number;
    }

    /** Returns its value. */
    T meaning() {
      return meaning;
    }

    /** Returns its length in bytes, including the quotes. */
    int length() {
      return quoted.length;
    }

    private boolean matches(byte[] json, int at) {
      int end = at + quoted.length;
      return end <= json.length && Arrays.equals(json, at, end, quoted, 0, quoted.length);
    }
  }

  /**
   * Creates the table.
   *
   * @param meanings the values; their words are distinct, not empty and in ASCII
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Lexicon(Collection<T> meanings) {
    this.meanings = List.copyOf(meanings);
    int size = MIN_SLOTS;
    while (size < SLOTS_PER_WORD * this.meanings.size()) {
      size *= 2;
    }
    slots = new Word[size];
    for (int number = 0; number < this.meanings.size(); number++) {
      T meaning = this.meanings.get(number);
      byte[] quoted = ('"' + meaning.toString() + '"').getBytes(StandardCharsets.US_ASCII);
      int slot = slot(quoted, 0);
      slots[slot] = new Word<>(number, meaning, quoted, slots[slot]);
    }
  }

  /** Returns the slot of a word, computed from its first two bytes after the quote. */
  private int slot(byte[] json, int at) {
    return (json[at + 1] + MULTIPLIER * json[at + 2]) & (slots.length - 1);
  }

  /** Returns the values, in the order of their indexes. */
  List<T> meanings() {
    return meanings;
  }

  /** Returns the word that is in quotes at a position of a document; null if there is none. */
  @Nullable Word<T> at(byte[] json, int at) {
    if (at + 2 >= json.length) {
      return null;
    }
    Word<T> word = slots[slot(json, at)];
    while (word != null && !word.matches(json, at)) {
      word = word.next;
    }
    return word;
  }
}
