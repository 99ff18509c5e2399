package dev.vmmadvisor.api.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The result of a {@link Constraint} for a host and a VMM. Immutable; create one with the static
 * methods.
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
   * @param text why, in one or two sentences in any language; may be empty
   * @param remedies the remedies, in order of preference, at most {@value #MAX_REMEDIES}; repairs
   *     can use them
   */
  record Violated(String text, List<Remedy> remedies) implements Verdict {

    /** The maximum number of remedies of a verdict. */
    public static final int MAX_REMEDIES = 20;

    /**
     * Creates the value.
     *
     * @param text why
     * @param remedies the remedies
     * @throws IllegalArgumentException if there are more than {@value #MAX_REMEDIES} remedies
     */
    public Violated {
      Objects.requireNonNull(remedies, "remedies");
      Objects.requireNonNull(text, "text");
      List<Remedy> first = new ArrayList<>();
      for (Remedy remedy : remedies) { // a custom list may be endless
        if (first.size() == MAX_REMEDIES) {
          throw new IllegalArgumentException("more than " + MAX_REMEDIES + " remedies");
        }
        first.add(Objects.requireNonNull(remedy, "remedy"));
      }
      remedies = List.copyOf(first);
    }
  }

  /** The verdict depends on an unknown declared fact, or on something outside the host. */
  record Unknown() implements Verdict {}

  /** The constraint does not apply to this host. */
  record NotApplicable() implements Verdict {}

  /** {@return the verdict that the host meets the constraint} */
  static Verdict satisfied() {
    return new Satisfied();
  }

  /**
   * {@return the verdict that the host does not meet the constraint}
   *
   * @param text why, in one or two sentences
   * @param remedies the remedies, in order of preference, at most {@value Violated#MAX_REMEDIES}
   * @throws IllegalArgumentException if there are more remedies
   */
  static Verdict violated(String text, Remedy... remedies) {
    Objects.requireNonNull(remedies, "remedies");
    return new Violated(text, List.of(remedies));
  }

  /**
   * {@return the verdict that the result depends on an unknown declared fact, or on something
   * outside the host}
   */
  static Verdict unknown() {
    return new Unknown();
  }

  /** {@return the verdict that the constraint does not apply to this host} */
  static Verdict notApplicable() {
    return new NotApplicable();
  }
}
