package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of a catalog in one language.
 *
 * <p>Catalogs are written in English; the built-in one is translated. A translation is used only
 * for the text of the built-in catalog: a text of a layer or of another catalog is shown as it is.
 */
final class CatalogTranslations {

  private final Map<String, String> english;
  private final Map<String, String> translations;

  private CatalogTranslations(Map<String, String> english, Map<String, String> translations) {
    this.english = english;
    this.translations = translations;
  }

  private static final class SimplifiedChinese {
    static final CatalogTranslations TEXTS =
        new CatalogTranslations(
            CatalogTexts.of(Catalogs.builtIn()),
            MessageBundle.read("docker-desktop-mac", Language.SIMPLIFIED_CHINESE));
  }

  static CatalogTranslations of(Language language) {
    return switch (language) {
      case ENGLISH -> new CatalogTranslations(Map.of(), Map.of());
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
   * @param key the code of the entry, or another key of its translation
   * @param text its text in the catalog
   */
  String text(String key, String text) {
    return isTranslated(key, text) ? translations.getOrDefault(key, text) : text;
  }

  /** Whether a text is that of the built-in catalog and has a translation. */
  boolean isTranslated(String key, String text) {
    return translations.containsKey(key) && text.equals(english.get(key));
  }
}
