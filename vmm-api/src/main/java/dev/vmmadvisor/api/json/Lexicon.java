package dev.vmmadvisor.api.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  private static final int LETTERS = 128; // of ASCII

  private final List<T> meanings;
  private final List<List<Word<T>>> byFirstLetter = new ArrayList<>();

  /** A word. */
  static final class Word<T> {
    private final int number;
    private final T meaning;
    private final byte[] quoted;

    private Word(int number, T meaning) {
      this.number = number;
      this.meaning = meaning;
      this.quoted = ('"' + meaning.toString() + '"').getBytes(StandardCharsets.US_ASCII);
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
  Lexicon(Collection<T> meanings) {
    this.meanings = List.copyOf(meanings);
    for (int letter = 0; letter < LETTERS; letter++) {
      byFirstLetter.add(List.of());
    }
    for (int number = 0; number < this.meanings.size(); number++) {
      Word<T> word = new Word<>(number, this.meanings.get(number));
      List<Word<T>> words = new ArrayList<>(byFirstLetter.get(word.quoted[1]));
      words.add(word);
      byFirstLetter.set(word.quoted[1], List.copyOf(words));
    }
  }

  /** What the words stand for, in the order of their numbers. */
  List<T> meanings() {
    return meanings;
  }

  /** The word that stands, in quotes, at a place of a document; null if there is none. */
  @Nullable Word<T> at(byte[] json, int at) {
    if (at + 1 < json.length && json[at + 1] >= 0) {
      List<Word<T>> words = byFirstLetter.get(json[at + 1]);
      for (int i = 0; i < words.size(); i++) {
        Word<T> word = words.get(i);
        if (word.standsIn(json, at)) {
          return word;
        }
      }
    }
    return null;
  }
}
