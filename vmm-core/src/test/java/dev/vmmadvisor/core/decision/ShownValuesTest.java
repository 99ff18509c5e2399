package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.core.VmmAdvisor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownValuesTest {

  private static final ShownValues SHOWN =
      new ShownValues(
          Map.of(Fact.TRAITS, List.of("known", "seen"), Fact.DATABASES, List.of("mongodb")));

  private static List<String> words(int number) {
    return IntStream.range(0, number).mapToObj(i -> "w" + i).toList();
  }

  @Test
  void whatIsNotLongIsShownAsItIs() {
    List<String> words = words(ShownValues.MAX);

    assertThat(SHOWN.of(Fact.TRAITS, words)).isSameAs(words);
    assertThat(SHOWN.of(Fact.CHIP, "Apple M3")).isEqualTo("Apple M3");
  }

  @Test
  void ofALongListWhatIsKnownComesFirst() {
    List<String> words = new ArrayList<>(words(5000));
    words.addAll(List.of("seen", "seen", "known"));

    List<?> shown = (List<?>) SHOWN.of(Fact.TRAITS, words);

    assertThat(shown).hasSize(ShownValues.MAX);
    assertThat(shown.subList(0, 3)).isEqualTo(List.of("seen", "known", "w0"));
  }

  @Test
  void everyDatabaseThatIsKnownIsShownOnce() {
    Database onBindMount = Database.builder().engine("mongodb").storage(Storage.BIND_MOUNT).build();

    assertThat(SHOWN.of(Fact.DATABASES, Collections.nCopies(90_000, onBindMount)))
        .isEqualTo(List.of(onBindMount));
  }

  @Test
  void longWordsAreNotRepeated() {
    String word = "x".repeat(6_000);

    assertThat(SHOWN.of(Fact.LOCKED_SETTINGS, List.of(word, word + "y"))).isEqualTo(List.of(word));
    assertThat(SHOWN.of(Fact.TRAITS, List.of(word + word, "known"))).isEqualTo(List.of("known"));
  }

  @Test
  void noMoreThanSoManyAreKnown() {
    List<String> words = words(150);

    assertThat((List<?>) new ShownValues(Map.of(Fact.TRAITS, words)).of(Fact.TRAITS, words))
        .hasSize(ShownValues.MAX);
  }

  @Test
  void noFindingRepeatsALongList() {
    Host host = Host.builder().workload(Workload.builder().traits(words(20_000)).build()).build();

    List<Finding> findings =
        VmmAdvisor.recommend(host).candidates().stream()
            .flatMap(candidate -> candidate.findings().stream())
            .toList();

    assertThat(findings).anyMatch(finding -> finding.parameters().containsKey("workload.traits"));
    assertThat(findings)
        .allMatch(finding -> finding.message().length() < 2_000)
        .allMatch(finding -> finding.parameters().toString().length() < 2_000);
  }
}
