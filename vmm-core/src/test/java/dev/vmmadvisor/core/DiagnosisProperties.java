package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Diagnosis.Likelihood;
import dev.vmmadvisor.api.advice.Diagnosis.Match;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is found in texts, and how sure it is. */
class DiagnosisProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Advisor CHINESE =
      VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build();

  private static final List<KnownIssue> ISSUES =
      ADVISOR.catalog().rules().stream()
          .filter(KnownIssue.class::isInstance)
          .map(KnownIssue.class::cast)
          .filter(issue -> !issue.signatures().isEmpty())
          .toList();

  private static final List<LogMessage> MESSAGES = ADVISOR.catalog().messages();

  private static final List<String> ENGINES =
      ADVISOR.catalog().vmms().stream().flatMap(profile -> profile.logNames().stream()).toList();

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Provide
  Arbitrary<Host> macs() {
    return HostArbitraries.macs()
        .filter(mac -> !mac.macOsVersion().orElseThrow().isMacOsCompatibilityVersion());
  }

  @Provide
  Arbitrary<Set<Fact>> facts() {
    return Arbitraries.of(Fact.class).set();
  }

  @Provide
  Arbitrary<KnownIssue> issues() {
    return Arbitraries.of(ISSUES);
  }

  /** Texts in which some fragments and names of engines may stand. */
  @Provide
  Arbitrary<String> logs() {
    List<String> fragments =
        Stream.concat(
                ISSUES.stream().flatMap(issue -> issue.signatures().stream()),
                MESSAGES.stream().flatMap(message -> message.signatures().stream()))
            .distinct()
            .toList();
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(fragments)),
            Tuple.of(1, Arbitraries.of(ENGINES)),
            Tuple.of(2, Arbitraries.strings().ascii().ofMaxLength(20)))
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("\n", parts));
  }

  @Property(tries = 300)
  void aFragmentIsFoundInWhateverStandsAroundIt(
      @ForAll("issues") KnownIssue issue,
      @ForAll String before,
      @ForAll String after,
      @ForAll Set<Integer> upper) {
    String fragment = issue.signatures().get(upper.size() % issue.signatures().size());
    StringBuilder text = new StringBuilder(before);
    for (int i = 0; i < fragment.length(); i++) {
      char character = fragment.charAt(i);
      text.append(
          character == ' '
              ? " \r\n\t".substring(0, 1 + i % 4)
              : upper.contains(i) ? Character.toUpperCase(character) : character);
    }

    Diagnosis diagnosis = ADVISOR.diagnose(Host.builder().build(), text + after);

    assertThat(diagnosis.matches())
        .filteredOn(match -> match.code().equals(issue.code()))
        .singleElement()
        .satisfies(match -> assertThat(match.signatures()).contains(fragment));
  }

  @Property(tries = 300)
  void aTextWithoutAnyFragmentMatchesNothing(
      @ForAll("hosts") Host host, @ForAll("calm") String text) {
    Diagnosis diagnosis = ADVISOR.diagnose(host, text);

    assertThat(diagnosis.matches()).isEmpty();
    assertThat(diagnosis.engines()).isEmpty();
    assertThat(diagnosis.vmm()).isEqualTo(host.dockerDesktop().vmm());
    assertThat(diagnosis.text()).startsWith("No known issue matches this text");
  }

  @Provide
  Arbitrary<String> calm() {
    return Arbitraries.strings().withChars("abxyz :/\n").ofMaxLength(80);
  }

  @Property(tries = 200)
  void upperAndLowerCaseAreNotToldApart(@ForAll("hosts") Host host, @ForAll("logs") String log) {
    Diagnosis diagnosis = ADVISOR.diagnose(host, log);

    assertThat(ADVISOR.diagnose(host, log.toUpperCase(Locale.ROOT))).isEqualTo(diagnosis);
    assertThat(ADVISOR.diagnose(host, log.toLowerCase(Locale.ROOT))).isEqualTo(diagnosis);
  }

  @Property(tries = 200)
  void theOrderIsThatOfLikelihoodGravityLengthAndEvidence(
      @ForAll("hosts") Host host, @ForAll("logs") String log) {
    List<Match> matches = ADVISOR.diagnose(host, log).matches();
    Comparator<Match> order =
        Comparator.comparing(Match::likelihood)
            .thenComparing(Match::severity, Comparator.reverseOrder())
            .thenComparingInt(
                match -> match.signatures().stream().mapToInt(it -> -it.length()).min().orElse(0))
            .thenComparing(match -> confidence(match));

    assertThat(matches).isSortedAccordingTo(order);
    assertThat(matches).extracting(Match::code).doesNotHaveDuplicates();
  }

  @Property(tries = 200)
  void everyLanguageHasTheSameDiagnosis(@ForAll("hosts") Host host, @ForAll("logs") String log)
      throws JsonProcessingException {
    Diagnosis english = ADVISOR.diagnose(host, log);
    Diagnosis chinese = CHINESE.diagnose(host, log);

    assertThat(Languages.withoutMessages(chinese)).isEqualTo(Languages.withoutMessages(english));
    Languages.assertAlike(english, chinese);
    assertThat(SchemaFile.DIAGNOSIS.problems(VmmJson.write(english))).isEmpty();
    assertThat(english).isEqualTo(ADVISOR.diagnose(host, log));
  }

  @Property(tries = 300)
  void learningMoreOnlySettlesWhatWasPossible(
      @ForAll("macs") Host host, @ForAll("facts") Set<Fact> hidden, @ForAll("logs") String log) {
    // what contradicts each other implies something else once a part of it is hidden
    Assume.that(
        ADVISOR.recommend(host).notices().stream()
            .noneMatch(notice -> notice.code().equals("contradicting-facts")));
    // a message proves the architecture of the Mac that wrote it, which may be another one
    Assume.that(
        ADVISOR.diagnose(host, log).matches().stream()
            .flatMap(match -> message(match).stream())
            .allMatch(
                message ->
                    message.operatingSystem().isEmpty()
                        && (message.architecture().isEmpty()
                            || message.architecture().equals(host.architecture()))));
    List<Match> before = ADVISOR.diagnose(HiddenFacts.without(host, hidden), log).matches();
    Diagnosis after = ADVISOR.diagnose(host, log);

    assertThat(after.matches())
        .extracting(Match::code)
        .containsExactlyInAnyOrderElementsOf(before.stream().map(Match::code).toList());
    for (Match match : before) {
      if (match.likelihood() != Likelihood.POSSIBLE) {
        assertThat(after.matches())
            .filteredOn(other -> other.code().equals(match.code()))
            .extracting(Match::likelihood)
            .containsExactly(match.likelihood());
      }
    }
  }

  @Property(tries = 200)
  void onlyWhatCanBeDoneIsOffered(@ForAll("macs") Host host, @ForAll("logs") String log) {
    Recommendation recommendation = ADVISOR.recommend(host);
    for (Match match : ADVISOR.diagnose(host, log).matches()) {
      assertThat(match.remedies()).allMatch(remedy -> isOf(remedies(match), remedy));
      assertThat(match.advice()).hasSizeGreaterThanOrEqualTo(match.remedies().size());
      if (match.likelihood() == Likelihood.UNLIKELY) {
        assertThat(match.advice()).isEmpty();
      }
      for (Remedy remedy : match.remedies()) {
        if (remedy instanceof Remedy.SwitchVmm choice) {
          assertThat(recommendation.candidate(choice.vmm()).eligibility())
              .isNotEqualTo(Eligibility.INELIGIBLE);
        } else if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
          assertThat(upgrade.to()).isGreaterThan(host.dockerDesktop().version().orElseThrow());
        }
      }
    }
  }

  @Property(tries = 200)
  void namesOfEnginesTellWhatRan(@ForAll("hosts") Host host, @ForAll("engines") String name) {
    Diagnosis diagnosis = ADVISOR.diagnose(host, "starting \"" + name + "\"...");

    assertThat(diagnosis.engines())
        .singleElement()
        .satisfies(
            engine -> {
              assertThat(engine.name()).isEqualTo(name);
              assertThat(diagnosis.vmm()).contains(engine.vmm());
              assertThat(engine.message()).contains(name, engine.vmm().displayName());
            });
    assertThat(ADVISOR.diagnose(host, "x" + name + " " + name + "x").engines()).isEmpty();
  }

  @Provide
  Arbitrary<String> engines() {
    return Arbitraries.of(ENGINES);
  }

  /** Whether a remedy is one of an issue, or an upgrade to a release after the one it asks for. */
  private static boolean isOf(List<Remedy> remedies, Remedy offered) {
    return remedies.stream()
        .anyMatch(
            remedy ->
                remedy.equals(offered)
                    || (offered instanceof Remedy.UpgradeDockerDesktop later
                        && (remedy instanceof Remedy.AvoidRelease avoid
                            ? !avoid.releases().contains(later.to())
                            : remedy instanceof Remedy.UpgradeDockerDesktop upgrade
                                && upgrade.to().compareTo(later.to()) <= 0)));
  }

  private static Optional<LogMessage> message(Match match) {
    return MESSAGES.stream().filter(message -> message.code().equals(match.code())).findFirst();
  }

  private static List<Remedy> remedies(Match match) {
    return message(match)
        .map(message -> message.advice().stream().flatMap(it -> it.remedy().stream()).toList())
        .orElseGet(() -> issue(match).remedies());
  }

  private static Confidence confidence(Match match) {
    return message(match).map(LogMessage::confidence).orElseGet(() -> issue(match).confidence());
  }

  private static KnownIssue issue(Match match) {
    return (KnownIssue) ADVISOR.catalog().rule(match.code()).orElseThrow();
  }
}
