package dev.vmmadvisor.core.explain;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Vulnerability;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of a catalog in one language.
 *
 * <p>Catalogs are written in English. Of the built-in one there are translations, each with the
 * hash of the English text that it translates; it is used only for that text. Any other text is
 * shown as it is.
 */
final class CatalogTranslations {

  private final Map<String, String> translations;

  private CatalogTranslations(Map<String, String> translations) {
    this.translations = translations;
  }

  private static final class SimplifiedChinese {
    static final CatalogTranslations TEXTS =
        new CatalogTranslations(
            MessageBundle.read("docker-desktop-mac", Language.SIMPLIFIED_CHINESE));
  }

  static CatalogTranslations of(Language language) {
    return switch (language) {
      case ENGLISH -> new CatalogTranslations(Map.of());
      case SIMPLIFIED_CHINESE -> SimplifiedChinese.TEXTS;
    };
  }

  /** What a rule says. */
  String text(Rule rule) {
    return text(rule.code(), rule.text());
  }

  /** What a message means. */
  String text(LogMessage message) {
    return text(message.code(), message.text());
  }

  /** One thing to do about a message in words, which is no remedy; numbered from 0. */
  String advice(LogMessage message, int number) {
    return text(
        message.code() + ".advice." + number, message.advice().get(number).text().orElseThrow());
  }

  /** What a claim says. */
  String text(PerformanceClaim claim) {
    return text(claim.code(), claim.text());
  }

  /** What an engine is. */
  String text(Engine engine) {
    return text(engine.code(), engine.text());
  }

  /** What to do about an issue until it is fixed; empty if nothing is known. */
  String workaround(KnownIssue issue) {
    return issue.workaround().map(text -> text(issue.code() + ".workaround", text)).orElse("");
  }

  /** A rule in a few words. */
  String headline(Rule rule) {
    return text(rule.code() + ".headline", rule.headline());
  }

  /** What else must be in use for a Mac to be affected; empty for nothing. */
  Optional<String> precondition(Vulnerability vulnerability) {
    return vulnerability
        .precondition()
        .map(text -> text(vulnerability.code() + ".precondition", text));
  }

  /** What a VMM is. */
  String text(Vmm vmm, String english) {
    return text("vmm." + vmm, english);
  }

  /** What an implementation of file sharing is. */
  String text(FileSharing fileSharing, String english) {
    return text("file-sharing." + fileSharing, english);
  }

  /**
   * The text of an entry.
   *
   * @param key the code of the entry, or another key under which its translation stands
   * @param english its text in the catalog
   */
  String text(String key, String english) {
    return isTranslated(key, english) ? translations.getOrDefault(key, english) : english;
  }

  /** Whether there is a translation of a text that has not changed since. */
  boolean isTranslated(String key, String english) {
    return Integer.toHexString(english.hashCode()).equals(translations.get(key + ".of"));
  }
}
