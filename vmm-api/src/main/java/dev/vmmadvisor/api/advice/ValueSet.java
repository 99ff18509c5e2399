package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Values of a fact that the answer does not tell apart: whichever of them it is, the best candidate
 * is the same. {@link MissingFact#outcomes()} has them.
 *
 * <p>{@link #notation()} writes it in a form that is the same in every language and that programs
 * can rely on, such as {@code [4.35.0,4.44.0)}, {@code true}, {@code not amd64} or {@code mongodb
 * on bind-mount}. Records may be added in a later release.
 */
public sealed interface ValueSet {

  // each is hashed by its notation, as a fresh JVM takes tens of milliseconds to link what records
  // do by themselves

  /** {@return this class in a stable form, the same in every language; unique within a fact} */
  @JsonValue
  String notation();

  /**
   * Versions in an interval, written as {@link VersionRange} writes it: {@code [4.35.0,4.44.0)}.
   *
   * @param range the interval
   */
  record Versions(VersionRange range) implements ValueSet {

    /**
     * Makes the value.
     *
     * @param range the interval
     */
    public Versions {
      Objects.requireNonNull(range, "range");
    }

    @Override
    public String notation() {
      return range.toString();
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /**
   * Whole numbers in an interval: {@code [4096,8192)}.
   *
   * @param atLeast the least number, or empty if the interval is open below
   * @param below the number before which it ends, or empty if it is open above
   */
  record Numbers(Optional<Integer> atLeast, Optional<Integer> below) implements ValueSet {

    /**
     * Makes the value.
     *
     * @param atLeast the least number
     * @param below the number before which it ends
     */
    public Numbers {
      Objects.requireNonNull(atLeast, "atLeast");
      Objects.requireNonNull(below, "below");
    }

    @Override
    public String notation() {
      return (atLeast.isPresent() ? "[" + atLeast.get() : "(")
          + ","
          + (below.isPresent() ? below.get() : "")
          + ")";
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /**
   * Yes or no: {@code true}, {@code false}.
   *
   * @param value whether it is yes
   */
  record YesOrNo(boolean value) implements ValueSet {
    @Override
    public String notation() {
      return String.valueOf(value);
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /**
   * One word, or an id: {@code arm64}.
   *
   * @param word the word
   */
  record Word(String word) implements ValueSet {

    /**
     * Makes the value.
     *
     * @param word the word
     */
    public Word {
      Objects.requireNonNull(word, "word");
    }

    @Override
    public String notation() {
      return word;
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /**
   * Any word but some: {@code not macos}.
   *
   * @param than the words that it is not
   */
  record AnotherWord(List<String> than) implements ValueSet {
    /**
     * Makes the class.
     *
     * @param than the words that it is not
     */
    public AnotherWord {
      Objects.requireNonNull(than, "than");
      than = List.copyOf(than);
    }

    @Override
    public String notation() {
      return "not " + String.join(", not ", than);
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /**
   * Lists with or without a word: {@code amd64}, {@code not amd64}.
   *
   * @param word the word
   * @param present whether it is in the list
   */
  record Element(String word, boolean present) implements ValueSet {

    /**
     * Makes the value.
     *
     * @param word the word
     * @param present whether it is in the list
     */
    public Element {
      Objects.requireNonNull(word, "word");
    }

    @Override
    public String notation() {
      return present ? word : "not " + word;
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /**
   * Lists with the databases of an engine kept in some places, or without any: {@code mongodb on
   * bind-mount}, {@code mongodb on bind-mount and named-volume}, {@code not mongodb}.
   *
   * @param engine the engine, or empty for every one that the catalog does not name; that is
   *     written {@code another database}
   * @param storage where its databases are kept, in the order of {@link Storage}; empty if there is
   *     none
   */
  record Databases(Optional<String> engine, Set<Storage> storage) implements ValueSet {
    /**
     * Makes the class.
     *
     * @param engine the engine
     * @param storage where its databases are kept
     */
    public Databases {
      Objects.requireNonNull(engine, "engine");
      Objects.requireNonNull(storage, "storage");
      EnumSet<Storage> copy = EnumSet.noneOf(Storage.class);
      copy.addAll(storage);
      storage = Collections.unmodifiableSet(copy);
    }

    @Override
    public String notation() {
      String name = engine.orElse("another database");
      if (storage.isEmpty()) {
        return "not " + name;
      }
      List<String> places = new ArrayList<>();
      for (Storage place : storage) {
        places.add(place.id());
      }
      return name + " on " + String.join(" and ", places);
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /** Every value: only that there is one matters. Written {@code known}. */
  record Known() implements ValueSet {
    @Override
    public String notation() {
      return "known";
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /**
   * Lists of which several things hold at once: {@code not mongodb, not cassandra}.
   *
   * @param parts what holds, each about another word or engine
   */
  record Together(List<ValueSet> parts) implements ValueSet {
    /**
     * Makes the class.
     *
     * @param parts what holds
     */
    public Together {
      Objects.requireNonNull(parts, "parts");
      parts = List.copyOf(parts);
    }

    @Override
    public String notation() {
      List<String> notations = new ArrayList<>();
      for (ValueSet part : parts) {
        notations.add(part.notation());
      }
      return String.join(", ", notations);
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }

  /**
   * How a constraint in code turns out once the fact is known: {@code no-laptops satisfied for
   * docker-vmm}. Which values lead to it only the constraint knows.
   *
   * @param code the code of the constraint
   * @param vmm the VMM
   * @param satisfied whether the VMM meets it, or violates it
   */
  record Judged(String code, Vmm vmm, boolean satisfied) implements ValueSet {

    /**
     * Makes the value.
     *
     * @param code the code of the constraint
     * @param vmm the VMM
     * @param satisfied whether the VMM meets it
     */
    public Judged {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(vmm, "vmm");
    }

    @Override
    public String notation() {
      return code + (satisfied ? " satisfied for " : " violated for ") + vmm;
    }

    @Override
    public int hashCode() {
      return notation().hashCode();
    }

    /** {@return the {@link #notation()}} */
    @Override
    public String toString() {
      return notation();
    }
  }
}
