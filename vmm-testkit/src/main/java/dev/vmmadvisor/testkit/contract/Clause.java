package dev.vmmadvisor.testkit.contract;

/**
 * What a constraint has to keep to; a {@link Mistake} names the one that was broken. Constants may
 * be added in a later release.
 */
public enum Clause {
  /** Code, VMMs, facts and severity are there, have their form, and stay the same. */
  DESCRIBES_ITSELF("it says of itself what it is, and the same each time"),
  /** No evaluation goes on and on. */
  ENDS("it ends in time"),
  /** No evaluation throws. */
  NEVER_THROWS("it throws nothing"),
  /** No evaluation gives null. */
  NEVER_NULL("it always gives a verdict"),
  /** The same host gives the same verdict: again, in another order of hosts, in other threads. */
  REPEATS_ITSELF("it gives the same verdict for the same host"),
  /** It reads no fact that it does not declare. */
  READS_DECLARED_FACTS("it reads only facts that it declares"),
  /** A settled verdict stays when a fact that was unknown becomes known. */
  STAYS_WHEN_MORE_IS_KNOWN("a settled verdict stays the same when more becomes known"),
  /** Texts are of a size that people can read. */
  KEEPS_WITHIN_BOUNDS("its texts are of a size that people can read"),
  /** A remedy can be carried out, and does not lead to the VMM that it is to leave. */
  NAMES_SOUND_REMEDIES("its remedies can be carried out");

  private final String text;

  Clause(String text) {
    this.text = text;
  }

  /** {@return what has to be so, in an English sentence without a full stop} */
  public String text() {
    return text;
  }
}
