package dev.vmmadvisor.testkit.contract;

/**
 * A clause of the {@link ConstraintContract}. A {@link Mistake} names the clause that is violated.
 * Constants may be added in a later release.
 */
public enum Clause {
  /** Code, VMMs, facts and severity are present, valid, and the same on each call. */
  DESCRIBES_ITSELF("it says of itself what it is, and the same each time"),
  /** Every evaluation ends within the time limit. */
  ENDS("it ends in time"),
  /** No evaluation throws an exception. */
  NEVER_THROWS("it throws nothing"),
  /** No evaluation returns null. */
  NEVER_NULL("it always gives a verdict"),
  /** The same host gives the same verdict: repeatedly, in any order of hosts, and in any thread. */
  REPEATS_ITSELF("it gives the same verdict for the same host"),
  /** The constraint reads only the facts that it declares. */
  READS_DECLARED_FACTS("it reads only facts that it declares"),
  /** A determined verdict stays the same when an unknown fact becomes known. */
  STAYS_WHEN_MORE_IS_KNOWN("a settled verdict stays the same when more becomes known"),
  /** Texts have at most 1000 characters. */
  KEEPS_WITHIN_BOUNDS("its texts are of a size that people can read"),
  /** Remedies can be applied, and none switches to the VMM for which the constraint is violated. */
  NAMES_SOUND_REMEDIES("its remedies can be carried out");

  private final String text;

  Clause(String text) {
    this.text = text;
  }

  /** {@return the requirement, as an English sentence without a full stop} */
  public String text() {
    return text;
  }
}
