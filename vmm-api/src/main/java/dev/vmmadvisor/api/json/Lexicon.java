package dev.vmmadvisor.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand for something, each of which is its {@code toString}: the names of fields, the
 * ids of constants. Where one stands in a document it is found without making a text of it.
 * Immutable.
 *
 * @param <T> what they stand for
 */
final class Lexicon<T> {

  private static final int FEWEST_PLACES = 8;
  private static final int PLACES_FOR_A_WORD = 4; // so that few words have the same
  private static final int SPREADING = 7;

  private final List<T> meanings;
  private final @Nullable Word<T>[] places; // their number is a power of two

  /** A word. */
  static final class Word<T> {
    private final int number;
    private final T meaning;
    private final byte[] quoted;
    private final @Nullable Word<T> other; // that has the same place

    private Word(int number, T meaning, byte[] quoted, @Nullable Word<T> other) {
      this.number = number;
      this.meaning = meaning;
      this.quoted = quoted;
      this.other = other;
    }

    /** Its number, from 0. */
    int number() {
      return number;
    }

    /** What it stands for. */
    T meaning() {
      return meaning;
    }

    /** How many bytes it has with its quotes. */
    int length() {
      return quoted.length;
    }

    private boolean standsIn(byte[] json, int at) {
      int end = at + quoted.length;
      return end <= json.length && Arrays.equals(json, at, end, quoted, 0, quoted.length);
    }
  }

  /**
   * The words of some things.
   *
   * @param meanings the things; their words differ, are not empty and are written in ASCII
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Lexicon(Collection<T> meanings) {
    this.meanings = List.copyOf(meanings);
    int size = FEWEST_PLACES;
    while (size < PLACES_FOR_A_WORD * this.meanings.size()) {
      size *= 2;
    }
    places = new Word[size];
    for (int number = 0; number < this.meanings.size(); number++) {
      T meaning = this.meanings.get(number);
      byte[] quoted = ('"' + meaning.toString() + '"').getBytes(StandardCharsets.US_ASCII);
      int place = place(quoted, 0);
      places[place] = new Word<>(number, meaning, quoted, places[place]);
    }
  }

  /** The place of a word of at least one letter, told by its first letters. */
  private int place(byte[] json, int at) {
    return (json[at + 1] + SPREADING * json[at + 2]) & (places.length - 1);
  }

  /** What the words stand for, in the order of their numbers. */
  List<T> meanings() {
    return meanings;
  }

  /** The word that stands, in quotes, at a place of a document; null if there is none. */
  @Nullable Word<T> at(byte[] json, int at) {
    if (at + 2 >= json.length) {
      return null;
    }
    Word<T> word = places[place(json, at)];
    while (word != null && !word.standsIn(json, at)) {
      word = word.other;
    }
    return word;
  }
}
