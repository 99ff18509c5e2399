package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.advice.Answer;
import org.immutables.value.Value;

/** An answer whose texts a renderer makes on each call. The subclasses implement {@link Answer}. */
public abstract class RenderedAnswer {

  RenderedAnswer() {}

  /** {@return makes the texts of this answer} */
  @Value.Auxiliary
  abstract AnswerRenderer renderer();

  private Answer answer() {
    return (Answer) this;
  }

  /** {@return the first sentence} */
  public final String headline() {
    return renderer().headline(answer());
  }

  /** {@return the answer as text} */
  public final String text() {
    return renderer().text(answer());
  }

  /** {@return the answer as Markdown} */
  public final String markdown() {
    return renderer().markdown(answer());
  }

  /** {@return the {@link #text()}} */
  @Override
  public final String toString() {
    return text();
  }
}
