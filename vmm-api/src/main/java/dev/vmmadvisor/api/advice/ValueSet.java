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
 * A set of values of a fact that all lead to the same best candidate. {@link
 * MissingFact#outcomes()} uses them as keys.
 *
 * <p>{@link #notation()} is a stable, language-independent form, such as {@code [4.35.0,4.44.0)},
 * {@code true}, {@code not amd64} or {@code mongodb on bind-mount}. Records may be added in a later
 * release.
 */
public sealed interface ValueSet {

  // hashCode is overridden in each record because the default implementation of records is slow to
  // link in a new JVM

  /** {@return the stable, language-independent form of this set; unique within a fact} */
  @JsonValue
  String notation();

  /**
   * The versions in an interval, in the notation of {@link VersionRange}: {@code [4.35.0,4.44.0)}.
   *
   * @param range the interval
   */
  record Versions(VersionRange range) implements ValueSet {

    /**
     * Creates the value.
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
   * The whole numbers in a half-open interval: {@code [4096,8192)}.
   *
   * @param atLeast the inclusive lower bound, or empty if there is none
   * @param below the exclusive upper bound, or empty if there is none
   */
  record Numbers(Optional<Integer> atLeast, Optional<Integer> below) implements ValueSet {

    /**
     * Creates the value.
     *
     * @param atLeast the inclusive lower bound
     * @param below the exclusive upper bound
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
   * One value of a yes-or-no fact: {@code true} or {@code false}.
   *
   * @param value the value
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
   * A single word or id: {@code arm64}.
   *
   * @param word the word
   */
  record Word(String word) implements ValueSet {

    /**
     * Creates the value.
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
   * All words except the given ones: {@code not macos}.
   *
   * @param than the excluded words
   */
  record AnotherWord(List<String> than) implements ValueSet {
    /**
     * Creates the value.
     *
     * @param than the excluded words
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
   * The lists that contain or do not contain a word: {@code amd64}, {@code not amd64}.
   *
   * @param word the word
   * @param present whether the lists contain it
   */
  record Element(String word, boolean present) implements ValueSet {

    /**
     * Creates the value.
     *
     * @param word the word
     * @param present whether the lists contain it
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
   * The lists in which the databases of an engine use exactly the given kinds of storage, or that
   * have no database of it: {@code mongodb on bind-mount}, {@code mongodb on bind-mount and
   * named-volume}, {@code not mongodb}.
   *
   * @param engine the engine, or empty for all engines that the catalog does not name, written
   *     {@code another database}
   * @param storage the kinds of storage of its databases, in the order of {@link Storage}; empty if
   *     there is no database of it
   */
  record Databases(Optional<String> engine, Set<Storage> storage) implements ValueSet {
    /**
     * Creates the value.
     *
     * @param engine the engine
     * @param storage the kinds of storage
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

  /** All values; only whether the fact is known matters. Written {@code known}. */
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
   * The intersection of several sets of lists: {@code not mongodb, not cassandra}.
   *
   * @param parts the sets, each for a different word or engine
   */
  record Together(List<ValueSet> parts) implements ValueSet {
    /**
     * Creates the value.
     *
     * @param parts the sets
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
   * The values for which a constraint in code gives a certain verdict: {@code no-laptops satisfied
   * for docker-vmm}. Only the constraint can determine which values these are.
   *
   * @param code the code of the constraint
   * @param vmm the VMM
   * @param satisfied true if the VMM meets it, false if it violates it
   */
  record Judged(String code, Vmm vmm, boolean satisfied) implements ValueSet {

    /**
     * Creates the value.
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
