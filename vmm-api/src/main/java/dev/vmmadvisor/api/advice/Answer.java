package dev.vmmadvisor.api.advice;

/**
 * A result of an {@link Advisor}: a value for programs, and text or Markdown for people. {@link
 * dev.vmmadvisor.api.json.VmmJson} writes it as a JSON document.
 *
 * <p>Every answer is immutable and safe to share between threads. Its texts are in the language of
 * its advisor and may change between releases. Ids, codes and parameters are stable.
 *
 * <p>Only this library implements the answers; methods and kinds of answers may be added.
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
   * {@return what to do, in one or two sentences without line breaks; {@link #text()} begins with
   * it}
   */
  String headline();

  /**
   * {@return the answer as plain text; the first line says what to do, and each line ends with
   * {@code }}
   */
  String text();

  /** {@return the answer as Markdown; the first line says what to do} */
  String markdown();
}
