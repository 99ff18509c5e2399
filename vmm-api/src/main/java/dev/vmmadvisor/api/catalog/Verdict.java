package dev.vmmadvisor.api.catalog;

import java.util.List;

/**
 * What a {@link Constraint} answers about a host and a VMM. Verdicts are values; two are equal when
 * they say the same.
 */
public sealed interface Verdict {

  /** The host meets the constraint. */
  record Satisfied() implements Verdict {}

  /**
   * The host does not meet it.
   *
   * @param text why, in one or two sentences for people; may be empty. The language is yours
   * @param remedies what would help, in order of preference; they take part in repairs
   */
  record Violated(String text, List<Remedy> remedies) implements Verdict {

    /**
     * Makes the value.
     *
     * @param text why
     * @param remedies what would help
     */
    public Violated {
      remedies = List.copyOf(remedies);
    }
  }

  /** It depends on a fact that is declared and not known. */
  record Unknown() implements Verdict {}

  /** The constraint is not about such a host. */
  record NotApplicable() implements Verdict {}

  /** {@return the verdict that the host meets the constraint} */
  static Verdict satisfied() {
    return new Satisfied();
  }

  /**
   * {@return the verdict that the host does not meet it}
   *
   * @param text why, in one or two sentences for people
   * @param remedies what would help, in order of preference
   */
  static Verdict violated(String text, Remedy... remedies) {
    return new Violated(text, List.of(remedies));
  }

  /** {@return the verdict that it depends on a fact that is not known} */
  static Verdict unknown() {
    return new Unknown();
  }

  /** {@return the verdict that the constraint is not about such a host} */
  static Verdict notApplicable() {
    return new NotApplicable();
  }
}
