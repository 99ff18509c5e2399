package dev.vmmadvisor.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

  private static final Path SOURCES =
      Path.of("src", "main", "java", "dev", "vmmadvisor", "core", "text");

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)\\}");

  /** Keys whose last part is a constant, by what stands in front of it. */
  private static final Map<String, Enum<?>[]> FAMILIES =
      Map.ofEntries(
          Map.entry("vmm.", Vmm.values()),
          Map.entry("vmm.the.", Vmm.values()),
          Map.entry("file-sharing.", FileSharing.values()),
          Map.entry("phase.", Phase.values()),
          Map.entry("phase.is.", Phase.values()),
          Map.entry("eligibility.", Eligibility.values()),
          Map.entry("severity.", Severity.values()),
          Map.entry("published-severity.", Vulnerability.PublishedSeverity.values()),
          Map.entry("goal.", Goal.values()),
          Map.entry("certainty.", Certainty.values()),
          Map.entry("why.", Criterion.values()),
          Map.entry("criterion.", Criterion.values()),
          Map.entry("outcome.", Outcome.values()),
          Map.entry("diff.certainty.", Certainty.values()),
          Map.entry("decided.", Criterion.values()),
          Map.entry("obstacle.", Obstacle.Reason.values()),
          Map.entry("confidence.", Confidence.values()),
          Map.entry("detect.confidence.", Confidence.values()),
          Map.entry("diagnosis.likelihood.", Diagnosis.Likelihood.values()),
          Map.entry("storage.", Storage.values()),
          Map.entry("kind.", LookAhead.Kind.values()),
          Map.entry("fleet.decision.", Certainty.values()),
          Map.entry("fleet.reason.", Criterion.values()),
          Map.entry("fact.", Fact.values()));

  private final Map<String, String> english = MessageBundle.read("words", Language.ENGLISH);
  private final Map<String, String> chinese =
      MessageBundle.read("words", Language.SIMPLIFIED_CHINESE);

  @Test
  void everyLanguageHasTheSameKeysWithTheSamePlaces() {
    assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    english.forEach(
        (key, sentence) ->
            assertThat(places(chinese.getOrDefault(key, ""))).as(key).isEqualTo(places(sentence)));
  }

  private static Set<String> places(String sentence) {
    return PLACE
        .matcher(sentence)
        .results()
        .map(place -> place.group(1))
        .map(place -> place.substring(0, 1).toLowerCase(Locale.ROOT) + place.substring(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void chineseIsChinese() {
    List<String> english = new ArrayList<>();
    chinese.forEach(
        (key, sentence) -> {
          boolean letters = PLACE.matcher(sentence).replaceAll("").matches(".*[a-z]{3}.*");
          if (letters && sentence.codePoints().noneMatch(TextWidth::isWide)) {
            english.add(key);
          }
        });

    assertThat(english)
        .as("names only")
        .allMatch(
            key ->
                key.matches(
                    "vmm\\..*|file-sharing\\..*|phase\\.beta|target\\..*|find\\.dockerDesktop\\..*"));
    assertThat(String.join("", chinese.values()))
        .as("punctuation is that of Chinese")
        .doesNotContainPattern("[\\u4E00-\\u9FFF][,;:!?]");
  }

  @Test
  void everyConstantHasWords() {
    FAMILIES.forEach(
        (family, constants) ->
            assertThat(english.keySet())
                .as(family)
                .containsAll(Arrays.stream(constants).map(each -> family + each).toList()));
    for (Fact fact : Fact.values()) {
      if (fact.type() == Fact.Type.BOOLEAN) {
        assertThat(english).containsKeys("fact." + fact + ".true", "fact." + fact + ".false");
      }
    }
    for (Class<?> remedy : Remedy.class.getPermittedSubclasses()) {
      String action = hyphenated(remedy.getSimpleName());
      assertThat(english.keySet())
          .as(action)
          .anyMatch(
              key -> key.equals("remedy." + action) || key.equals("remedy." + action + ".true"));
    }
  }

  /** The action of a remedy follows from the name of its type, but for macOS. */
  private static String hyphenated(String name) {
    return name.replace("MacOs", "Macos")
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void englishNamesOfVmmsAndFactsAreThoseOfTheApi() {
    for (Vmm vmm : Vmm.values()) {
      assertThat(english.get("vmm." + vmm)).isEqualTo(vmm.displayName());
    }
    for (Fact fact : Fact.values()) {
      assertThat(english.get("fact." + fact)).isEqualTo(fact.label());
    }
  }

  @Test
  void noWordsAreIdle() throws IOException {
    String code = sources();
    List<String> families = new ArrayList<>(FAMILIES.keySet());
    families.addAll(
        List.of(
            "notice.",
            "remedy.",
            "find.",
            "state.",
            "versions.",
            "boolean.",
            "step.restarts.",
            "undo.",
            "make-sure.",
            "compare.gain.",
            "compare.loss."));

    List<String> idle =
        english.keySet().stream()
            .filter(key -> !code.contains('"' + key + '"'))
            .filter(key -> families.stream().noneMatch(family -> isOf(family, key, code)))
            .toList();

    assertThat(idle).isEmpty();
  }

  private static boolean isOf(String family, String key, String code) {
    return key.startsWith(family) && code.contains('"' + family);
  }

  private static String sources() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        code.append(Files.readString(file));
      }
    }
    return code.toString();
  }

  @Test
  void everyKeyInTheCodeHasWords() throws IOException {
    Matcher key =
        Pattern.compile("words\\s*\\.text\\(\\s*\"([a-z.-]+)\"\\s*[,)]").matcher(sources());
    int keys = 0;
    while (key.find()) {
      assertThat(english).containsKey(key.group(1));
      keys++;
    }
    assertThat(keys).isGreaterThan(30);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsMissingIsAnError(Language language) {
    Messages words = Messages.of(language);

    assertThatThrownBy(() -> words.text("no-such-key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no words for no-such-key");
    assertThatThrownBy(() -> words.text("lead.stay", "other", "QEMU"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no value for {vmm} of lead.stay");
    assertThatThrownBy(() -> MessageBundle.read("speeches", language))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void valuesTakeTheirPlaces() {
    Messages words = Messages.of(Language.ENGLISH);

    assertThat(words.text("why.best", "vmm", words.the(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)))
        .isEqualTo("The Apple Virtualization framework is the best candidate.");
    assertThat(words.text("lead.stay", "vmm", "{vmm}")).isEqualTo("Stay with {vmm}.");
    assertThat(words.all(List.of())).isEmpty();
    assertThat(words.all(List.of("a"))).isEqualTo("a");
    assertThat(words.all(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(words.list(List.of("a", "b", "c"))).isEqualTo("a, b, c");
    assertThat(words.sentences("A.", "", "B.")).isEqualTo("A. B.");
    assertThat(Messages.of(Language.SIMPLIFIED_CHINESE).sentences("甲。", "A.", "乙。"))
        .isEqualTo("甲。A. 乙。");
  }

  @ParameterizedTest
  @CsvSource({
    "zh, SIMPLIFIED_CHINESE",
    "zh-CN, SIMPLIFIED_CHINESE",
    "zh-SG, SIMPLIFIED_CHINESE",
    "zh-Hans, SIMPLIFIED_CHINESE",
    "zh-Hans-HK, SIMPLIFIED_CHINESE",
    "zh-Hant, ENGLISH",
    "zh-Hant-CN, ENGLISH",
    "zh-TW, ENGLISH",
    "zh-HK, ENGLISH",
    "en, ENGLISH",
    "en-SG, ENGLISH",
    "de, ENGLISH",
    "und, ENGLISH"
  })
  void aLocaleHasALanguage(String locale, Language language) {
    assertThat(Language.of(Locale.forLanguageTag(locale))).isEqualTo(language);
  }
}
