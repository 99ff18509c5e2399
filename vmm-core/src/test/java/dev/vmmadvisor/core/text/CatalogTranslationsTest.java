package dev.vmmadvisor.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.GoldenFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("golden")
class CatalogTranslationsTest {

  private static final Path HASHES = Path.of("src", "test", "golden", "translations.properties");
  private static final Catalog BUILT_IN = Catalogs.builtIn();
  private static final Map<String, String> TEXTS = CatalogTexts.of(BUILT_IN);
  private static final Map<String, String> TRANSLATIONS =
      MessageBundle.read("docker-desktop-mac", Language.SIMPLIFIED_CHINESE);

  private final CatalogTranslations chinese = CatalogTranslations.of(Language.SIMPLIFIED_CHINESE);

  @Test
  void everyTextOfTheBuiltInCatalogHasATranslationAndNoneIsIdle() {
    assertThat(TRANSLATIONS.keySet()).containsExactlyInAnyOrderElementsOf(TEXTS.keySet());
  }

  /**
   * A text that changed needs another translation. The file has the hashes of both; with the
   * property for golden files it is written. If a text changed in a way that leaves its translation
   * right, delete its line first.
   */
  @Test
  void noTranslationIsOlderThanItsText() throws IOException {
    Properties before = new Properties();
    if (Files.exists(HASHES)) {
      before.load(new StringReader(Files.readString(HASHES)));
    }
    List<String> outdated = new ArrayList<>();
    StringBuilder now = new StringBuilder("# English and Chinese texts of the catalog as hashes\n");
    for (String key : new TreeSet<>(TEXTS.keySet())) {
      String english = hash(TEXTS.get(key));
      String chinese = hash(TRANSLATIONS.get(key));
      String[] old = before.getProperty(key, "").split(" ", -1);
      boolean isOutdated = old.length == 2 && !old[0].equals(english) && old[1].equals(chinese);
      if (isOutdated) {
        outdated.add(key);
      }
      now.append(key).append('=').append(isOutdated ? old[0] : english).append(' ');
      now.append(chinese).append('\n');
    }

    GoldenFile.of(HASHES).matches(now.toString());
    assertThat(outdated).as("texts whose translation is of an earlier text").isEmpty();
  }

  private static String hash(@Nullable String text) {
    return Integer.toHexString(Objects.requireNonNull(text).hashCode());
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
}
