package dev.vmmadvisor.api.advice;

/**
 * Something an {@link Advisor} answers: for programs a value, and a document by {@link
 * dev.vmmadvisor.api.json.VmmJson}; for people text.
 *
 * <p>Every answer is immutable and safe to share between threads. Its texts are in the language of
 * the advisor that gave it; they are for people and may change, while ids, codes and parameters are
 * part of the contract.
 */
public sealed interface Answer
    permits Recommendation,
        Plan,
        ValidationReport,
        LookAhead,
        Timeline,
        Diagnosis,
        Comparison,
        Difference,
        Explanation,
        FleetReport {

  /**
   * {@return what to do, in one or two sentences without line breaks: what {@link #text()} begins
   * with}
   */
  String headline();

  /**
   * {@return the answer as text, its first line saying what to do; each line ends in {@code \n}}
   */
  String text();

  /** {@return the answer as Markdown, its first line saying what to do} */
  String markdown();
}
