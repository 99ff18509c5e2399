package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Notice;

/**
 * Renders answers as text in one language, on first access.
 *
 * <p>For internal use by answers; the library implements it, and methods may be added.
 * Implementations are immutable and depend only on their arguments.
 */
public interface AnswerRenderer {

  /**
   * {@return a finding as one or two sentences}
   *
   * @param finding the finding
   */
  String message(Finding finding);

  /**
   * {@return a notice as one sentence; its English message if the code is unknown}
   *
   * @param notice the notice
   */
  String message(Notice notice);

  /**
   * {@return the first sentence of an answer: what to do}
   *
   * @param answer the answer
   */
  String headline(Answer answer);

  /**
   * {@return an answer as plain text; the first line says what to do}
   *
   * @param answer the answer
   */
  String text(Answer answer);

  /**
   * {@return an answer as Markdown; the first line says what to do}
   *
   * @param answer the answer
   */
  String markdown(Answer answer);

  /**
   * {@return why the best candidate is the best, or why there is none}
   *
   * @param recommendation the recommendation
   */
  String why(Recommendation recommendation);

  /**
   * {@return why a candidate is not the best, or the statement that it is}
   *
   * @param recommendation the recommendation
   * @param vmm the candidate
   */
  String whyNot(Recommendation recommendation, Vmm vmm);
}
