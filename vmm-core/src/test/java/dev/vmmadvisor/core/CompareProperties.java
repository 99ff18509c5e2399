package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Explanation;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.HostFacts;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is told by holding things against each other is the same from both sides. */
class CompareProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Advisor CHINESE =
      VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build();

  /** Hosts of all kinds, those of which much is known as often as those of which little is. */
  @Provide
  Arbitrary<Host> hosts() {
    return Arbitraries.oneOf(HostArbitraries.hosts(), HostArbitraries.macs());
  }

  @Property(tries = 300)
  void whatIsGainedIsLostOnTheWayBack(
      @ForAll("hosts") Host host, @ForAll Goal goal, @ForAll Vmm from, @ForAll Vmm to) {
    Recommendation recommendation = ADVISOR.recommend(host, goal);
    Comparison there = recommendation.compare(from, to);
    Comparison back = recommendation.compare(to, from);

    assertThat(withoutMessages(there.gains())).isEqualTo(withoutMessages(back.losses()));
    assertThat(withoutMessages(there.losses())).isEqualTo(withoutMessages(back.gains()));
    assertThat(there.better()).isEqualTo(back.better());
    assertThat(there.decidedBy()).isEqualTo(back.decidedBy());
    if (from == to) {
      assertThat(there.gains()).isEmpty();
      assertThat(there.decidedBy()).isEmpty();
    }
  }

  @Property(tries = 300)
  void theLedgerAgreesWithTheRanking(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation recommendation = ADVISOR.recommend(host, goal);
    List<Candidate> candidates = recommendation.candidates();
    for (int i = 1; i < candidates.size(); i++) {
      Candidate better = candidates.get(i - 1);
      Candidate worse = candidates.get(i);
      Comparison comparison = recommendation.compare(worse.vmm(), better.vmm());

      assertThat(comparison.better()).isEqualTo(better.vmm());
      assertThat(comparison.decidedBy()).contains(worse.decidedBy());
      boolean isMac = host.operatingSystem().filter(it -> !it.equals(Host.MACOS)).isEmpty();
      if (isMac && worse.decidedBy().compareTo(Criterion.SPEED) < 0 && goal != Goal.BALANCED) {
        assertThat(comparison.gains())
            .as("something counts for what decides")
            .anyMatch(
                entry ->
                    entry.criterion().equals(Optional.of(worse.decidedBy()))
                        || worse.phase().isEmpty()
                        || better.phase().isEmpty());
      }
    }
  }

  @Property(tries = 300)
  void aLineIsAFindingOfTheOneAndNotOfTheOther(
      @ForAll("hosts") Host host, @ForAll Vmm from, @ForAll Vmm to) {
    Recommendation recommendation = ADVISOR.recommend(host);
    Candidate left = recommendation.candidate(from);
    Candidate right = recommendation.candidate(to);
    List<Comparison.Entry> losses = recommendation.compare(from, to).losses();
    List<Finding> expected =
        right.findings().stream()
            .filter(CompareProperties::isOfTheVmm)
            .filter(finding -> left.finding(finding.code()).isEmpty())
            .filter(
                finding ->
                    finding.outcome() == Outcome.VIOLATED || finding.outcome() == Outcome.UNKNOWN)
            .toList();

    assertThat(losses.stream().filter(entry -> right.finding(entry.code()).isPresent()))
        .extracting(Comparison.Entry::code)
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(Finding::code).toList());
    for (Comparison.Entry entry : losses) {
      right
          .finding(entry.code())
          .ifPresent(
              finding -> {
                assertThat(entry.certain()).isEqualTo(finding.outcome() == Outcome.VIOLATED);
                assertThat(entry.severity()).isEqualTo(finding.severity());
                assertThat(entry.sources()).isEqualTo(finding.sources());
              });
    }
    assertThat(losses)
        .extracting(entry -> entry.criterion().map(Criterion::ordinal).orElse(99))
        .isSorted();
  }

  private static boolean isOfTheVmm(Finding finding) {
    return finding.kind() != RuleKind.SETTING || !finding.countsFor().isEmpty();
  }

  @Property(tries = 300)
  void aClaimIsCertainOnlyWhereItApplies(
      @ForAll("hosts") Host host, @ForAll Vmm from, @ForAll Vmm to) {
    Recommendation recommendation = ADVISOR.recommend(host);
    List<String> applying =
        recommendation.candidate(to).performance().stream().map(PerformanceClaim::code).toList();

    assertThat(recommendation.compare(from, to).gains())
        .filteredOn(entry -> entry.criterion().equals(Optional.of(Criterion.SPEED)))
        .allSatisfy(
            entry -> assertThat(applying.contains(entry.code())).isEqualTo(entry.certain()));
  }

  @Property(tries = 200)
  void aDifferenceIsTheSameFromBothSides(
      @ForAll("hosts") Host one,
      @ForAll("hosts") Host other,
      @ForAll Goal goal,
      @ForAll Goal otherGoal) {
    Recommendation before = ADVISOR.recommend(one, goal);
    Recommendation after = ADVISOR.recommend(other, otherGoal);
    List<Difference.Change> there = before.diff(after).changes();
    List<Difference.Change> back = after.diff(before).changes();

    assertThat(there.stream().map(CompareProperties::mirrored))
        .isEqualTo(back.stream().map(CompareProperties::withoutMessage).toList());
    assertThat(there).allMatch(change -> !change.before().equals(change.after()));
    assertThat(there).extracting(Difference.Change::kind).isSorted();
    assertThat(there.stream().filter(change -> change.kind() == Difference.Kind.HOST))
        .extracting(Difference.Change::subject)
        .isEqualTo(
            Arrays.stream(Fact.values())
                .filter(fact -> fact != Fact.CHIP_GENERATION)
                .filter(fact -> !fact.valueIn(one).equals(fact.valueIn(other)))
                .map(Fact::path)
                .toList());
    assertTold(before.diff(after));
  }

  /** Two hosts that differ in few facts, or in as many as two hosts do. */
  @Provide
  Arbitrary<List<Host>> pairs() {
    Arbitrary<Set<Fact>> few =
        Arbitraries.of(Fact.class).filter(fact -> fact != Fact.CHIP_GENERATION).set().ofMaxSize(5);
    Arbitrary<Set<Fact>> some =
        Arbitraries.oneOf(few, few, Arbitraries.just(EnumSet.allOf(Fact.class)));
    return Combinators.combine(hosts(), hosts(), some)
        .as((one, other, facts) -> List.of(told(one), mixture(told(one), told(other), facts)));
  }

  /** A host that says itself that it is a Mac, if it is known to be one. */
  private static Host told(Host host) {
    return mixture(host, host, Set.of(Fact.OPERATING_SYSTEM));
  }

  /** The first host with some facts of the second. */
  private static Host mixture(Host one, Host other, Set<Fact> ofOther) {
    Host mixture = one;
    for (Fact fact : ofOther) {
      if (fact != Fact.CHIP_GENERATION) {
        Optional<?> value = fact.valueIn(other);
        mixture =
            value.isPresent()
                ? HostFacts.with(mixture, fact, value.get())
                : HostFacts.without(mixture, fact);
      }
    }
    return mixture;
  }

  /** What of a recommendation its difference to another explains. */
  private static String answer(Recommendation recommendation) {
    return recommendation.best()
        + " "
        + recommendation.certainty()
        + Arrays.stream(Vmm.values())
            .map(recommendation::candidate)
            .map(candidate -> " " + candidate.rank() + " " + candidate.eligibility())
            .toList();
  }

  /** The answer before with some changes made. */
  private static String with(Difference difference, List<Difference.Change> changes) {
    Set<String> subjects = new HashSet<>();
    changes.forEach(change -> subjects.add(change.subject()));
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (Fact fact : Fact.values()) {
      if (subjects.contains(fact.path())) {
        facts.add(fact);
      }
    }
    Recommendation goal = subjects.contains("goal") ? difference.after() : difference.before();
    return answer(
        ADVISOR.recommend(
            mixture(difference.before().host(), difference.after().host(), facts), goal.goal()));
  }

  @Property(tries = 400)
  void becauseNamesTheChangesThatChangeTheAnswer(
      @ForAll("pairs") List<Host> hosts, @ForAll Goal goal, @ForAll Goal otherGoal) {
    Recommendation before = ADVISOR.recommend(hosts.get(0), goal);
    Recommendation after = ADVISOR.recommend(hosts.get(1), otherGoal);
    Difference difference = before.diff(after);
    List<Difference.Change> asked =
        difference.changes().stream()
            .filter(
                change ->
                    change.kind() == Difference.Kind.HOST || change.kind() == Difference.Kind.GOAL)
            .toList();

    assertThat(difference.because().isEmpty()).isEqualTo(answer(before).equals(answer(after)));
    assertThat(difference.complete())
        .isEqualTo(asked.size() <= 6 || answer(before).equals(answer(after)));
    Set<Difference.Change> named = new HashSet<>(difference.alsoChanged());
    for (List<Difference.Change> set : difference.because()) {
      assertThat(with(difference, set)).as("without all others").isEqualTo(answer(after));
      for (Difference.Change change : set) {
        List<Difference.Change> fewer = new ArrayList<>(set);
        fewer.remove(change);
        assertThat(with(difference, fewer)).as("without " + change).isNotEqualTo(answer(after));
      }
      assertThat(difference.alsoChanged()).doesNotContainAnyElementsOf(set);
      named.addAll(set);
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(asked);
    if (difference.complete() && !difference.because().isEmpty()) {
      for (Difference.Change change : difference.alsoChanged()) {
        assertThat(with(difference, List.of(change)))
            .as("a change that is enough is a cause")
            .isNotEqualTo(answer(after));
      }
    }
    assertTold(difference);
  }

  @Property(tries = 200)
  void nothingDiffersBetweenTheSame(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation recommendation = ADVISOR.recommend(host, goal);
    Difference difference =
        recommendation.diff(ADVISOR.recommend(VmmJson.readHost(VmmJson.write(host)), goal));

    assertThat(difference.isEmpty()).isTrue();
    assertThat(difference.text()).isEqualTo("Nothing has changed.\n");
  }

  @Property(tries = 200)
  void everyVmmIsExplainedToEveryHost(@ForAll("hosts") Host host, @ForAll Vmm vmm) {
    Explanation explanation = ADVISOR.explain(host, vmm);

    assertThat(explanation.vmm()).isEqualTo(vmm);
    assertThat(explanation.candidate()).isEqualTo(ADVISOR.recommend(host).candidate(vmm));
    assertThat(explanation.plan()).isEqualTo(ADVISOR.recommend(host).planTo(vmm));
    assertThat(explanation.description()).isNotBlank();
    assertThat(explanation.why()).isNotBlank();
    assertTold(explanation);
  }

  private static void assertTold(Answer answer) {
    assertThat(answer.text())
        .isNotBlank()
        .doesNotContain("null", "Optional")
        .doesNotContainPattern("\\{\\w*\\}");
    assertThat(answer.markdown())
        .startsWith("# ")
        .doesNotContain("null", "Optional")
        .doesNotContainPattern("\\{\\w*\\}");
  }

  @Property(tries = 100)
  void everyLanguageTellsTheSame(
      @ForAll("hosts") Host host, @ForAll("hosts") Host other, @ForAll Vmm from, @ForAll Vmm to)
      throws JsonProcessingException {
    Recommendation english = ADVISOR.recommend(host);
    Recommendation chinese = CHINESE.recommend(host);

    assertAlike(english.compare(from, to), chinese.compare(from, to));
    assertAlike(english.diff(ADVISOR.recommend(other)), chinese.diff(CHINESE.recommend(other)));
    assertAlike(ADVISOR.explain(host, to), CHINESE.explain(host, to));
  }

  private static void assertAlike(Answer english, Answer chinese) throws JsonProcessingException {
    assertThat(withoutTexts(chinese)).isEqualTo(withoutTexts(english));
    assertTold(chinese);
    assertThat(chinese.text()).containsPattern("[\\u4E00-\\u9FFF]");
    assertThat(lists(chinese)).isEqualTo(lists(english));
  }

  /** What each line of the Markdown is: a heading, an item, a paragraph. */
  private static List<String> lists(Answer answer) {
    return answer
        .markdown()
        .lines()
        .map(line -> line.replaceFirst("\\A( *(?:#+|-|[0-9]+\\.)?).*", "$1"))
        .toList();
  }

  private static JsonNode withoutTexts(Answer answer) throws JsonProcessingException {
    JsonNode document = new ObjectMapper().readTree(VmmJson.write(answer));
    for (String text :
        List.of("message", "text", "why", "circumstances", "instruction", "atRisk", "undo")) {
      for (JsonNode parent : document.findParents(text)) {
        ((ObjectNode) parent).remove(text);
      }
    }
    return document;
  }

  @Property(tries = 100)
  void everyDocumentIsValid(
      @ForAll("hosts") Host host, @ForAll("hosts") Host other, @ForAll Vmm from, @ForAll Vmm to) {
    Recommendation recommendation = ADVISOR.recommend(host);

    assertThat(SchemaFile.COMPARISON.problems(VmmJson.write(recommendation.compare(from, to))))
        .isEmpty();
    assertThat(
            SchemaFile.DIFFERENCE.problems(
                VmmJson.write(recommendation.diff(ADVISOR.recommend(other)))))
        .isEmpty();
    assertThat(SchemaFile.EXPLANATION.problems(VmmJson.write(ADVISOR.explain(host, to)))).isEmpty();
  }

  private static List<Comparison.Entry> withoutMessages(List<Comparison.Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                new Comparison.Entry(
                    entry.code(),
                    entry.criterion(),
                    entry.severity(),
                    entry.certain(),
                    entry.factor(),
                    entry.circumstances(),
                    entry.releases(),
                    "",
                    entry.sources()))
        .toList();
  }

  private static Difference.Change mirrored(Difference.Change change) {
    Optional<String> before = change.after();
    Optional<String> after = change.before();
    return new Difference.Change(change.kind(), change.subject(), before, after, "");
  }

  private static Difference.Change withoutMessage(Difference.Change change) {
    return new Difference.Change(
        change.kind(), change.subject(), change.before(), change.after(), "");
  }
}
