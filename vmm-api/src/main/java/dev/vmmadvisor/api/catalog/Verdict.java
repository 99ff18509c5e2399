package dev.vmmadvisor.api.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a {@link Constraint} answers about a host and a VMM, made by one of the methods here.
 * Verdicts are values; two are equal when they say the same.
 *
 * {@snippet :
 * Verdict verdict = host.dockerDesktop().rosettaEnabled()
 *     .map(on -> on
 *         ? Verdict.violated("We build for arm64.", new Remedy.SwitchRosetta(false))
 *         : Verdict.satisfied())
 *     .orElse(Verdict.unknown());
 * }
 */
public sealed interface Verdict {

  /** The host meets the constraint. */
  record Satisfied() implements Verdict {}

  /**
   * The host does not meet it.
   *
   * @param text why, in one or two sentences for people; may be empty. The language is yours
   * @param remedies what would help, in order of preference, at most {@value #MAX_REMEDIES}; they
   *     take part in repairs
   */
  record Violated(String text, List<Remedy> remedies) implements Verdict {

    /** How many remedies a verdict can name. */
    public static final int MAX_REMEDIES = 20;

    /**
     * Makes the value.
     *
     * @param text why
     * @param remedies what would help
     * @throws IllegalArgumentException if there are more than {@value #MAX_REMEDIES} remedies
     */
    public Violated {
      Objects.requireNonNull(remedies, "remedies");
      Objects.requireNonNull(text, "text");
      List<Remedy> first = new ArrayList<>();
      for (Remedy remedy : remedies) { // a list without end ends here
        if (first.size() == MAX_REMEDIES) {
          throw new IllegalArgumentException("more than " + MAX_REMEDIES + " remedies");
        }
        first.add(Objects.requireNonNull(remedy, "remedy"));
      }
      remedies = List.copyOf(first);
    }
  }

  /** It depends on a declared fact that is not known, or on something outside of the host. */
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
    Objects.requireNonNull(remedies, "remedies");
    return new Violated(text, List.of(remedies));
  }

  /**
   * {@return the verdict that it depends on a fact that is not known, or on something outside of
   * the host}
   */
  static Verdict unknown() {
    return new Unknown();
  }

  /** {@return the verdict that the constraint is not about such a host} */
  static Verdict notApplicable() {
    return new NotApplicable();
  }
}
