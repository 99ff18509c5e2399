package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.Lazy;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The words of a language, which are only made when somebody asks for one: a program that looks at
 * values alone does not wait for them. Safe to share between threads.
 */
public final class LazyRenderer implements AnswerRenderer {

  private final Lazy<LanguageRenderer> words;

  /** A class, as a program waits for the first lambda of a JVM longer than for an answer. */
  private record WordsOf(Catalog catalog, Locale locale) implements Supplier<LanguageRenderer> {
    @Override
    public LanguageRenderer get() {
      return new LanguageRenderer(catalog, locale);
    }
  }

  /**
   * Makes no words yet.
   *
   * @param catalog the catalog whose rules are put into words
   * @param locale names the language
   */
  public LazyRenderer(Catalog catalog, Locale locale) {
    this.words = Lazy.of(new WordsOf(catalog, locale));
  }

  /** {@return the words} */
  public LanguageRenderer words() {
    return words.get();
  }

  @Override
  public String message(Finding finding) {
    return words().message(finding);
  }

  @Override
  public String message(Notice notice) {
    return words().message(notice);
  }

  @Override
  public String headline(Answer answer) {
    return words().headline(answer);
  }

  @Override
  public String text(Answer answer) {
    return words().text(answer);
  }

  @Override
  public String markdown(Answer answer) {
    return words().markdown(answer);
  }

  @Override
  public String why(Recommendation recommendation) {
    return words().why(recommendation);
  }

  @Override
  public String whyNot(Recommendation recommendation, Vmm vmm) {
    return words().whyNot(recommendation, vmm);
  }
}
