package dev.vmmadvisor.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogTranslationsTest {

  private static final Catalog BUILT_IN = Catalogs.builtIn();

  private final CatalogTranslations chinese = CatalogTranslations.of(Language.SIMPLIFIED_CHINESE);

  @Test
  void everyTextOfTheBuiltInCatalogHasATranslationOfToday() {
    List<String> missing =
        texts().entrySet().stream()
            .filter(text -> !chinese.isTranslated(text.getKey(), text.getValue()))
            .map(CatalogTranslationsTest::line)
            .toList();

    assertThat(missing)
        .as("lines that are missing in the Chinese texts, each after its translation")
        .isEmpty();
  }

  /** The line that says which English text a translation is of. */
  private static String line(Map.Entry<String, String> text) {
    return text.getKey() + ".of=" + Integer.toHexString(text.getValue().hashCode());
  }

  @Test
  void noTranslationIsIdle() {
    TreeSet<String> idle =
        new TreeSet<>(
            MessageBundle.read("docker-desktop-mac", Language.SIMPLIFIED_CHINESE).keySet());
    texts()
        .keySet()
        .forEach(
            key -> {
              idle.remove(key);
              idle.remove(key + ".of");
            });

    assertThat(idle).isEmpty();
  }

  @Test
  void aTextThatWasChangedIsShownAsItIs() {
    Rule rule = BUILT_IN.rules().get(0);

    assertThat(chinese.text(rule.code(), rule.text())).isNotEqualTo(rule.text());
    assertThat(chinese.text(rule.code(), "Ours.")).isEqualTo("Ours.");
    assertThat(chinese.text("ours", "Ours.")).isEqualTo("Ours.");
    assertThat(CatalogTranslations.of(Language.ENGLISH).text(rule)).isEqualTo(rule.text());
  }

  @Test
  void profilesHaveTexts() {
    VmmProfile profile = BUILT_IN.vmms().get(0);
    FileSharingProfile sharing = BUILT_IN.fileSharing().get(0);

    assertThat(chinese.text(profile.vmm(), profile.text())).isNotEqualTo(profile.text());
    assertThat(chinese.text(sharing.fileSharing(), sharing.text())).isNotEqualTo(sharing.text());
  }

  @Test
  void everyRuleHasAHeadlineOfItsOwnInBothLanguages() {
    for (Rule rule : BUILT_IN.rules()) {
      assertThat(rule.headline()).as(rule.code()).isNotEqualTo(rule.text()).doesNotEndWith(".");
      assertThat(rule.headline().length()).as(rule.code()).isBetween(10, 60);
      assertThat(rule.headline()).as(rule.code()).doesNotContain("Docker Desktop version");
      String translated = chinese.headline(rule);
      assertThat(translated).as(rule.code()).isNotEqualTo(rule.headline()).doesNotEndWith("。");
      assertThat(translated.length()).as(rule.code()).isBetween(4, 60);
    }
  }

  /** Every text of the built-in catalog by the key of its translation. */
  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Rule rule : BUILT_IN.rules()) {
      texts.put(rule.code(), rule.text());
      if (rule instanceof KnownIssue issue) {
        issue.workaround().ifPresent(text -> texts.put(rule.code() + ".workaround", text));
      }
      texts.put(rule.code() + ".headline", rule.headline());
      if (rule instanceof Vulnerability vulnerability) {
        vulnerability
            .precondition()
            .ifPresent(text -> texts.put(rule.code() + ".precondition", text));
      }
    }
    for (VmmProfile profile : BUILT_IN.vmms()) {
      texts.put("vmm." + profile.vmm(), profile.text());
      profile.lifecycle().forEach(each -> texts.put(each.code(), each.text()));
      profile.engines().forEach(each -> texts.put(each.code(), each.text()));
      for (PerformanceClaim claim : profile.performance()) {
        texts.put(claim.code(), claim.text());
        for (int i = 0; i < claim.circumstances().size(); i++) {
          texts.put(claim.code() + ".circumstances." + i, claim.circumstances().get(i));
        }
      }
    }
    for (FileSharingProfile profile : BUILT_IN.fileSharing()) {
      texts.put("file-sharing." + profile.fileSharing(), profile.text());
      profile.lifecycle().forEach(each -> texts.put(each.code(), each.text()));
    }
    BUILT_IN.macOsSupport().forEach(each -> texts.put(each.code(), each.text()));
    for (LogMessage message : BUILT_IN.messages()) {
      texts.put(message.code(), message.text());
      for (int i = 0; i < message.advice().size(); i++) {
        String key = message.code() + ".advice." + i;
        message.advice().get(i).text().ifPresent(text -> texts.put(key, text));
      }
    }
    BUILT_IN.statements().forEach(each -> texts.put(each.code(), each.text()));
    BUILT_IN.disagreements().forEach(each -> texts.put(each.code(), each.text()));
    return texts;
  }
}
