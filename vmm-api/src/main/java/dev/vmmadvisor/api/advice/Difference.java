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
import org.immutables.value.Value;

/**
 * What differs between two recommendations: what was asked (the host, the catalog or the goal), and
 * then what follows from that. {@link Recommendation#diff} makes one.
 *
 * <p>Not everything that was asked differently has an effect. The <em>answer</em> is the best VMM,
 * the certainty, and the rank and the eligibility of each VMM. {@link #because()} names only
 * changes that change the answer, alone or together; {@link #alsoChanged()} names the others.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDifference.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"changes", "because", "alsoChanged", "complete"})
public abstract non-sealed class Difference implements Answer {

  /** What a change is a change of, in the order in which they are told. */
  public enum Kind {
    /** A fact of the host. */
    HOST("host"),
    /** The catalog. */
    CATALOG("catalog"),
    /** The goal. */
    GOAL("goal"),
    /** The best VMM. */
    BEST("best"),
    /** How certain the answer is. */
    CERTAINTY("certainty"),
    /** The rank of a candidate. */
    RANK("rank"),
    /** The eligibility of a candidate. */
    ELIGIBILITY("eligibility"),
    /** How a rule turned out for a candidate. */
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
     * @throws IllegalArgumentException if no constant has it; the message names what is accepted
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
   * @param kind what it is a change of
   * @param subject what has changed: the path of a fact, the id of a VMM, the id of a VMM and the
   *     code of a rule with {@code /} between them, or the kind itself
   * @param before the value before, or empty if there was none: of a fact as the Host document has
   *     it, a list as {@code [arm64, amd64]}; of anything else its id or number
   * @param after the value after, or empty if there is none
   * @param message the change in words, for people, as a part of a sentence
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"kind", "subject", "before", "after", "message"})
  public record Change(
      Kind kind, String subject, Optional<String> before, Optional<String> after, String message) {

    /**
     * Makes the value.
     *
     * @param kind what it is a change of
     * @param subject what has changed
     * @param before the value before
     * @param after the value after
     * @param message the change in words
     */
    public Change {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(message, "message");
    }
  }

  // Not for extension: new attributes must not break anyone.
  Difference() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the recommendation it starts from} */
  @JsonIgnore
  public abstract Recommendation before();

  /** {@return the recommendation it leads to} */
  @JsonIgnore
  public abstract Recommendation after();

  /** {@return the changes, by kind; none if the two recommendations say the same} */
  public abstract List<Change> changes();

  /**
   * {@return the smallest sets of changes of the host, the catalog and the goal each of which alone
   * leads from the answer before to the answer after, those of fewer changes first; none if the
   * answer is the same, or if an advisor no longer answers as it did}
   *
   * <p>With the changes of one of them made, and no others, the answer is the answer after; without
   * any one of its changes it is not.
   */
  @JsonIgnore
  public abstract List<List<Change>> because();

  /**
   * {@return whether {@link #because()} has every such set; where more than 6 changes were made and
   * the answer is another, it has one}
   */
  public abstract boolean complete();

  /** {@return the changes of the host, the catalog and the goal that are not in because} */
  @JsonIgnore
  public List<Change> alsoChanged() {
    return changes().stream()
        .filter(
            change ->
                change.kind() == Kind.HOST
                    || change.kind() == Kind.CATALOG
                    || change.kind() == Kind.GOAL)
        .filter(change -> because().stream().noneMatch(set -> set.contains(change)))
        .toList();
  }

  @JsonProperty("because")
  List<List<String>> becauseSubjects() {
    return because().stream().map(Difference::subjects).toList();
  }

  @JsonProperty("alsoChanged")
  List<String> alsoChangedSubjects() {
    return subjects(alsoChanged());
  }

  private static List<String> subjects(List<Change> changes) {
    return changes.stream().map(Change::subject).toList();
  }

  /** {@return the words of this answer} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  /** {@return whether nothing differs} */
  @JsonIgnore
  public boolean isEmpty() {
    return changes().isEmpty();
  }

  @Override
  public String text() {
    return wording().text(this);
  }

  @Override
  public String headline() {
    return wording().headline(this);
  }

  @Override
  public String markdown() {
    return wording().markdown(this);
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableDifference.Builder {
    Builder() {}
  }
}
