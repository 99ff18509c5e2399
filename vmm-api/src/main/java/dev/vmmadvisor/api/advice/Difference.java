package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.internal.Ids;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The differences between two recommendations: of the input (host, catalog and goal) and of the
 * results. {@link Recommendation#diff} returns it.
 *
 * <p>Not every change of the input has an effect. The <em>answer</em> is the best VMM, the
 * certainty, and the rank and the eligibility of each VMM. {@link #because()} lists the changes of
 * the input that change the answer, alone or together. {@link #alsoChanged()} lists the others.
 */
@JsonSerialize(as = Difference.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"changes", "because", "alsoChanged", "complete"})
public non-sealed interface Difference extends Answer {

  /** The kinds of changes, in the order in which they are listed. */
  enum Kind {
    /** A fact of the host. */
    HOST("host"),
    /** The catalog. */
    CATALOG("catalog"),
    /** The goal. */
    GOAL("goal"),
    /** The best VMM. */
    BEST("best"),
    /** The certainty of the answer. */
    CERTAINTY("certainty"),
    /** The rank of a candidate. */
    RANK("rank"),
    /** The eligibility of a candidate. */
    ELIGIBILITY("eligibility"),
    /** The outcome of a rule for a candidate. */
    FINDING("finding");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** {@return the stable id used in documents} */
    @JsonValue
    public String id() {
      return id;
    }

    /**
     * {@return the constant with an id}
     *
     * @param id the {@link #id()} of a constant
     * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
     */
    public static Kind fromId(String id) {
      return Ids.constant(values(), id);
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * One change.
   *
   * @param kind the kind of the change
   * @param subject what has changed: the path of a fact, the id of a VMM, the id of a VMM and the
   *     code of a rule with {@code /} between them, or the kind itself
   * @param before the value before, or empty if there was none: for a fact as in the Host document,
   *     a list as {@code [arm64, amd64]}; otherwise an id or a number
   * @param after the value after, or empty if there is none
   * @param message the change as text, a part of a sentence
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"kind", "subject", "before", "after", "message"})
  record Change(
      Kind kind, String subject, Optional<String> before, Optional<String> after, String message) {

    /**
     * Creates the value.
     *
     * @param kind the kind of the change
     * @param subject what has changed
     * @param before the value before
     * @param after the value after
     * @param message the change as text
     */
    public Change {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(message, "message");
    }
  }

  /** {@return the first recommendation} */
  Recommendation before();

  /** {@return the second recommendation} */
  Recommendation after();

  /** {@return the changes, by kind; empty if the two recommendations are equivalent} */
  @JsonProperty("changes")
  List<Change> changes();

  /**
   * {@return the minimal sets of input changes that each explain the change of the answer, the
   * smallest first; empty if the answer is the same, or if an advisor no longer reproduces its
   * answer}
   *
   * <p>The changes of one set alone lead from the answer before to the answer after. Without any
   * one of them they do not.
   */
  @JsonProperty("because")
  @JsonSerialize(contentUsing = SubjectsSerializer.class)
  List<List<Change>> because();

  /**
   * {@return whether {@link #because()} lists every such set; if more than 6 inputs changed and the
   * answer differs, it lists only one}
   */
  @JsonProperty("complete")
  boolean complete();

  /**
   * {@return the changes of the host, the catalog and the goal that are not in {@link #because()}}
   */
  @JsonProperty("alsoChanged")
  @JsonSerialize(using = SubjectsSerializer.class)
  default List<Change> alsoChanged() {
    return changes().stream()
        .filter(
            change ->
                change.kind() == Kind.HOST
                    || change.kind() == Kind.CATALOG
                    || change.kind() == Kind.GOAL)
        .filter(change -> because().stream().noneMatch(set -> set.contains(change)))
        .toList();
  }

  /** {@return whether there are no differences} */
  @JsonIgnore
  default boolean isEmpty() {
    return changes().isEmpty();
  }
}
