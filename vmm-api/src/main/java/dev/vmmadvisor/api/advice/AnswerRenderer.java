package dev.vmmadvisor.api.advice;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Notice;

/**
 * Puts answers into the words of one language, when somebody asks for them.
 *
 * <p>The answers ask it; who reads them does not meet it. Implemented by the library; methods may
 * be added. Implementations are immutable and depend on nothing but their arguments.
 */
public interface AnswerRenderer {

  /**
   * {@return a finding in a sentence or two}
   *
   * @param finding the finding
   */
  String message(Finding finding);

  /**
   * {@return a notice in a sentence; its own message if the code is not known}
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
   * {@return an answer as text, the first line saying what to do}
   *
   * @param answer the answer
   */
  String text(Answer answer);

  /**
   * {@return an answer as Markdown, the first line saying what to do}
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
   * {@return why a candidate is not the best, or that it is}
   *
   * @param recommendation the recommendation
   * @param vmm the candidate
   */
  String whyNot(Recommendation recommendation, Vmm vmm);
}
