package dev.vmmadvisor.core;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer is the same in every language, but for its texts. */
class LanguageTest {

  private static final Advisor ENGLISH = VmmAdvisor.builder().build();
  private static final Advisor CHINESE =
      VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build();

  static Stream<Host> samples() {
    return SampleHosts.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sampleHostsHaveTheSameAnswerInEveryLanguage(Host host) throws JsonProcessingException {
    assertAlike(host, Goal.BALANCED);
  }

  @Property(tries = 200)
  void everyHostHasTheSameAnswerInEveryLanguage(@ForAll("hosts") Host host, @ForAll Goal goal)
      throws JsonProcessingException {
    assertAlike(host, goal);
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  private static void assertAlike(Host host, Goal goal) throws JsonProcessingException {
    Recommendation english = ENGLISH.recommend(host, goal);
    Recommendation chinese = CHINESE.recommend(host, goal);

    assertThat(Languages.withoutMessages(chinese)).isEqualTo(Languages.withoutMessages(english));
    assertThat(chinese.text().codePoints().anyMatch(Languages::isChinese)).isTrue();
    assertThat(chinese.markdown())
        .doesNotContain("null", "Optional")
        .doesNotContainPattern("\\{\\w*\\}");
    assertThat(english.text().codePoints().noneMatch(Languages::isChinese)).isTrue();
    assertThat(english.markdown())
        .doesNotContain("null", "Optional")
        .doesNotContainPattern("\\{\\w*\\}")
        .startsWith("# ");
    assertThat(english.markdown().lines().filter(line -> line.startsWith("#")).count())
        .isEqualTo(chinese.markdown().lines().filter(line -> line.startsWith("#")).count());
  }

  @Test
  void theLanguageOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      assertThat(VmmAdvisor.builder().build().recommend(SampleHosts.unknown()).text())
          .isEqualTo(ENGLISH.recommend(SampleHosts.unknown()).text());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyNoticeHasWordsThatAreItsOwnInEnglish() throws IOException {
    List<Notice> notices = notices();
    Host host = Host.builder().notices(notices).build();
    List<Notice> english = ENGLISH.recommend(host).notices();
    List<Notice> chinese = CHINESE.recommend(host).notices();

    assertThat(english).isEqualTo(notices);
    assertThat(chinese)
        .allMatch(notice -> notice.message().codePoints().anyMatch(Languages::isChinese));
    Set<String> others = new TreeSet<>(noticeKeys());
    assertThat(others).containsAll(keys(notices));
    others.removeAll(keys(notices));
    String readers = readers();
    assertThat(others)
        .as("those of the readers, which NoticeWordsTest goes through")
        .allMatch(
            key -> readers.contains('"' + key.replaceFirst("notice\\.([a-z-]+).*", "$1") + '"'));
  }

  /** The sources of the rooms that read what others wrote. */
  private static String readers() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String room : List.of("detect", "inventory", "workload")) {
      Path folder = Path.of("src", "main", "java", "dev", "vmmadvisor", "core", room);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    return sources.toString();
  }

  @Test
  void aNoticeOfAnUnknownCodeKeepsItsWords() {
    Notice own = new Notice("ours", "", "This is ours");

    assertThat(CHINESE.recommend(Host.builder().addNotices(own).build()).notices())
        .containsExactly(own);
  }

  /** The notices of a hard constraint that fails and of one that decides nothing. */
  private static List<Notice> failures() {
    Constraint hard =
        Constraint.of(
            "acme-hard",
            Set.of(Vmm.DOCKER_VMM, Vmm.QEMU),
            Set.of(),
            (host, vmm) -> {
              throw new IllegalStateException("no config");
            });
    Constraint soft =
        new Constraint() {
          @Override
          public String code() {
            return "acme-soft";
          }

          @Override
          public Set<Fact> facts() {
            return Set.of();
          }

          @Override
          public Severity severity() {
            return Severity.WARNING;
          }

          @Override
          public Verdict evaluate(Host host, Vmm vmm) {
            throw new IllegalStateException("no config");
          }
        };
    return VmmAdvisor.builder()
        .constraint(hard)
        .constraint(soft)
        .build()
        .recommend(SampleHosts.appleSilicon())
        .notices();
  }

  /** Notices of every code and for every reason. */
  private static List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    notices.addAll(VmmJson.readHost("{\"colour\": 1}").notices());
    for (String host :
        List.of(
            "{\"dockerDesktop\": {\"version\": \"9.0\"}}",
            "{\"dockerDesktop\": {\"version\": \"2.5.0\"}}",
            "{\"workload\": {\"traits\": [\"haste\"]}}")) {
      notices.addAll(ENGLISH.recommend(VmmJson.readHost(host)).notices());
    }
    Catalog expired =
        Catalog.builder()
            .from(Catalogs.builtIn())
            .addExpiredWaivers(new Waiver("rule", "It is known.", "us", LocalDate.of(2026, 1, 1)))
            .build();
    notices.addAll(
        VmmAdvisor.builder().catalog(expired).build().recommend(Host.builder().build()).notices());
    notices.addAll(failures());
    notices.add(
        new Notice(
            "undetermined-by-limit",
            "",
            Map.of("limit", 5),
            "the rules leave too many combinations of unknown facts open to examine them all"
                + " (limit: 5): more facts than those listed can be missing"));
    String on = "\"UseLibkrun\": true";
    String off = "\"UseLibkrun\": false";
    String frameworkOff = "\"UseVirtualizationFramework\": false";
    String arm = host("arm64", "4.90.0", "15.2");
    settings(notices, arm, "\"SettingsVersion\": 43");
    settings(notices, arm, off, frameworkOff);
    settings(notices, arm, frameworkOff);
    settings(notices, host("x86_64", "4.90.0", "15.2"), on);
    settings(notices, "{}", frameworkOff);
    settings(notices, host("arm64", "4.43.0", "12.0"), "\"Cpus\": 2");
    settings(notices, arm, on, "\"UseVirtualizationFramework\": true");
    settings(
        notices, arm, on, "\"UseVirtualizationFrameworkVirtioFS\": true", "\"UseGrpcfuse\": true");
    notices.addAll(
        ENGLISH
            .validate(
                VmmJson.readHost("{\"memoryMiB\": 8192, \"dockerDesktop\": {\"memoryMiB\": 8193}}"))
            .notices());
    notices.addAll(
        ENGLISH
            .recommend(VmmJson.readHost("{\"architecture\": \"x86_64\", \"chip\": \"Apple M3\"}"))
            .notices());
    notices.addAll(
        ENGLISH
            .diagnose(
                VmmJson.readHost("{\"operatingSystem\": \"linux\"}"), "-".repeat((1 << 20) + 1))
            .notices());
    settings(
        notices,
        "{\"architecture\": \"arm64\", \"dockerDesktop\": {\"vmm\": \"qemu\"}}",
        "\"SettingsVersion\": 43",
        on);
    settings(notices, host("arm64", "4.30.0", "14.0"), "\"SettingsVersion\": 43", on);
    settings(
        notices,
        host("arm64", "4.30.0", "12.0"),
        "\"settingsVersion\": 38",
        "\"useVirtualizationFrameworkVirtioFS\": true");
    settings(notices, arm, "\"UseLibkrun\": {}", "\"Cpus\": [1]", "\"MemoryMiB\": -1");
    settings(notices, arm, "\"SettingsVersion\": 43", "\"useLibkrun\": true");
    settings(notices, arm, on, "\"Cpus\": 3", "\"CPUS\": 2");
    settings(notices, "{\"operatingSystem\": \"linux\"}", on);
    settings(notices, "{}", "\"WslEngineEnabled\": true");
    String fields =
        IntStream.range(0, 1_001).mapToObj(i -> "\"f" + i + "\": 1").collect(joining(", "));
    List<Notice> many = VmmJson.readHost("{" + fields + "}").notices();
    notices.add(many.get(many.size() - 1)); // the one that counts the others
    Set<String> stated =
        Catalogs.builtIn().statements().stream().map(Statement::code).collect(toSet());
    return notices.stream().distinct().filter(it -> !stated.contains(it.code())).toList();
  }

  private static String host(String architecture, String desktop, String macOs) {
    return "{\"architecture\": \"%s\", \"macOsVersion\": \"%s\", \"dockerDesktop\": {\"version\": \"%s\"}}"
        .formatted(architecture, macOs, desktop);
  }

  private static void settings(List<Notice> notices, String host, String... settings) {
    String file = "{" + String.join(", ", settings) + "}";
    notices.addAll(SettingsFile.read(file, VmmJson.readHost(host)).notices());
  }

  private static Set<String> keys(List<Notice> notices) {
    Set<String> keys = new TreeSet<>();
    for (Notice notice : notices) {
      Object reason = notice.parameters().get("reason");
      keys.add("notice." + notice.code() + (reason == null ? "" : "." + reason));
    }
    return keys;
  }

  private static Set<String> noticeKeys() throws IOException {
    Properties words = new Properties();
    try (InputStream stream = VmmAdvisor.class.getResourceAsStream("text/words_en.properties")) {
      words.load(Objects.requireNonNull(stream));
    }
    Set<String> keys = new TreeSet<>(words.stringPropertyNames());
    keys.removeIf(key -> !key.startsWith("notice."));
    return keys;
  }
}
