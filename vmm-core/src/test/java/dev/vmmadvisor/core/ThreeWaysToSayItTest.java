package dev.vmmadvisor.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The same condition as a rule of a layer, as a lambda and as a class: the answers are the same,
 * but for the words and the kind of one finding.
 */
class ThreeWaysToSayItTest {

  private static final String CODE = "said-by-us";
  private static final String TEXT = "We ask for it.";

  /** Conditions of our own, each as data and in code. */
  @SuppressWarnings("ImmutableEnumChecker") // what is in it is not changed
  enum Said {
    MEMORY(
        """
        {"fact": "dockerDesktop.memoryMiB", "atLeast": 12288}\
        """,
        EnumSet.of(Fact.VM_MEMORY),
        host -> host.dockerDesktop().memoryMiB().map(mib -> mib >= 12288),
        """
        [{"action": "raise-vm-memory", "toMiB": 12288}]\
        """,
        List.of(new Remedy.RaiseVmMemory(12288))),
    MACOS(
        """
        {"not": {"fact": "macOsVersion", "below": "14"}}\
        """,
        EnumSet.of(Fact.MACOS_VERSION),
        host ->
            host.macOsVersion()
                .filter(not(Version::isMacOsCompatibilityVersion))
                .map(version -> version.compareTo(Version.parse("14")) >= 0),
        """
        [{"action": "upgrade-macos", "to": "14"}]\
        """,
        List.of(new Remedy.UpgradeMacOs(Version.parse("14")))),
    IMAGES(
        """
        {"not": {"fact": "workload.imageArchitectures", "contains": "amd64"}}\
        """,
        EnumSet.of(Fact.IMAGE_ARCHITECTURES),
        host -> host.workload().imageArchitectures().map(words -> !words.contains("amd64")),
        "[]",
        List.of()),
    CPUS(
        """
        {"fact": "dockerDesktop.cpus", "atLeast": 4}\
        """,
        EnumSet.of(Fact.CPUS),
        host -> host.dockerDesktop().cpus().map(cpus -> cpus >= 4),
        "[]",
        List.of()),
    MEMORY_OR_FEW_CPUS(
        """
        {"any": [{"fact": "dockerDesktop.memoryMiB", "atLeast": 6144},
                 {"not": {"fact": "dockerDesktop.cpus", "atLeast": 4}}]}\
        """,
        EnumSet.of(Fact.VM_MEMORY, Fact.CPUS),
        host ->
            either(
                host.dockerDesktop().memoryMiB().map(mib -> mib >= 6144),
                host.dockerDesktop().cpus().map(cpus -> cpus < 4)),
        """
        [{"action": "raise-vm-memory", "toMiB": 6144}]\
        """,
        List.of(new Remedy.RaiseVmMemory(6144)));

    private final String data;
    private final Set<Fact> facts;
    private final Function<Host, Optional<Boolean>> code;
    private final String remediesAsData;
    private final List<Remedy> remedies;

    Said(
        String data,
        Set<Fact> facts,
        Function<Host, Optional<Boolean>> code,
        String remediesAsData,
        List<Remedy> remedies) {
      this.data = data;
      this.facts = facts;
      this.code = code;
      this.remediesAsData = remediesAsData;
      this.remedies = remedies;
    }

    private static Optional<Boolean> either(Optional<Boolean> one, Optional<Boolean> other) {
      if (one.orElse(false) || other.orElse(false)) {
        return Optional.of(true);
      }
      return one.isEmpty() || other.isEmpty() ? Optional.empty() : Optional.of(false);
    }

    Verdict verdict(Host host) {
      return code.apply(host)
          .map(met -> met ? Verdict.satisfied() : new Verdict.Violated(TEXT, remedies))
          .orElse(Verdict.unknown());
    }

    /** As a rule of a layer. */
    Advisor asData(Set<Vmm> vmms, Severity severity) {
      String layer =
          """
          {"id": "ours", "version": "1",
           "sources": [{"id": "ours:1", "kind": "manual", "document": "D", "read": "2026-09-21"}],
           "constraints": [{"code": "%s", "vmms": [%s], "requires": %s, "severity": "%s",
             "text": "%s", "confidence": "high", "sources": ["ours:1"], "remedies": %s}]}
          """
              .formatted(
                  CODE,
                  vmms.stream().map(vmm -> '"' + vmm.id() + '"').collect(Collectors.joining(",")),
                  data,
                  severity,
                  TEXT,
                  remediesAsData);
      return VmmAdvisor.builder()
          .catalog(Catalogs.builtIn().withLayer(read(layer), LocalDate.of(2026, 11, 23)))
          .build();
    }

    private static Layer read(String layer) {
      try {
        return Catalogs.readLayer(new ByteArrayInputStream(layer.getBytes(UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** As a lambda. */
    Advisor asLambda(Set<Vmm> vmms) {
      return VmmAdvisor.builder()
          .constraint(Constraint.of(CODE, vmms, facts, (host, vmm) -> verdict(host)))
          .build();
    }

    /** As a class. */
    Advisor asClass(Set<Vmm> vmms, Severity severity) {
      return VmmAdvisor.builder().constraint(new OfAClass(this, vmms, severity)).build();
    }
  }

  /** One that says everything of itself. */
  private static final class OfAClass implements Constraint {
    private final Said said;
    private final Set<Vmm> vmms;
    private final Severity severity;

    OfAClass(Said said, Set<Vmm> vmms, Severity severity) {
      this.said = said;
      this.vmms = vmms;
      this.severity = severity;
    }

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public Set<Vmm> vmms() {
      return vmms;
    }

    @Override
    public Set<Fact> facts() {
      return said.facts;
    }

    @Override
    public Severity severity() {
      return severity;
    }

    @Override
    public Verdict evaluate(Host host, Vmm vmm) {
      return said.verdict(host);
    }
  }

  private static final Map<String, Advisor> ADVISORS = new ConcurrentHashMap<>();

  @Property(tries = 200)
  void theAnswersAreTheSame(
      @ForAll("hosts") Host host,
      @ForAll Goal goal,
      @ForAll Said said,
      @ForAll("someVmms") Set<Vmm> vmms,
      @ForAll Severity severity) {
    String key = said + " " + vmms + " ";
    Advisor asData =
        ADVISORS.computeIfAbsent(key + "data " + severity, it -> said.asData(vmms, severity));
    Advisor asClass =
        ADVISORS.computeIfAbsent(key + "class " + severity, it -> said.asClass(vmms, severity));

    assertSame(asData, asClass, host, goal);

    Recommendation ofAClass = asClass.recommend(host, goal);
    if (severity == Severity.BLOCKER) {
      Advisor asLambda = ADVISORS.computeIfAbsent(key + "lambda", it -> said.asLambda(vmms));
      assertThat(VmmJson.write(asLambda.recommend(host, goal)))
          .as("a lambda and a class")
          .isEqualTo(VmmJson.write(ofAClass));
      assertThat(asLambda.recommend(host, goal).text()).isEqualTo(ofAClass.text());
    }
  }

  private static void assertSame(Advisor asData, Advisor inCode, Host host, Goal goal) {
    Assume.that(!ImpliedFacts.hasRange(host)); // which settles data, and code does not read
    Recommendation data = asData.recommend(host, goal);
    Recommendation code = inCode.recommend(host, goal);

    assertThat(code.best()).isEqualTo(data.best());
    assertMissingAlike(data, code);
    assertThat(code.notices()).isEqualTo(data.notices());
    assertThat(code.plan().steps()).isEqualTo(data.plan().steps());
    assertThat(code.candidates()).hasSameSizeAs(data.candidates());
    for (int i = 0; i < data.candidates().size(); i++) {
      Candidate one = data.candidates().get(i);
      Candidate other = code.candidates().get(i);
      assertThat(other.vmm()).isEqualTo(one.vmm());
      assertThat(other.rank()).isEqualTo(one.rank());
      assertThat(other.eligibility()).isEqualTo(one.eligibility());
      assertThat(other.decidedBy()).isEqualTo(one.decidedBy());
      assertThat(other.repairs().stream().map(ThreeWaysToSayItTest::inNoOrder).toList())
          .containsExactlyInAnyOrderElementsOf(
              one.repairs().stream().map(ThreeWaysToSayItTest::inNoOrder).toList());
      assertThat(other.obstacles()).containsExactlyInAnyOrderElementsOf(one.obstacles());
      assertThat(shown(other.findings())).isEqualTo(shown(one.findings()));
      Optional<Finding> dataFinding = ours(one.findings());
      Optional<Finding> codeFinding = ours(other.findings());
      assertThat(codeFinding.isPresent()).isEqualTo(dataFinding.isPresent());
      if (dataFinding.isPresent()) {
        assertAlike(dataFinding.orElseThrow(), codeFinding.orElseThrow());
      }
    }
    assertThat(codes(inCode.validate(host)))
        .containsExactlyInAnyOrderElementsOf(codes(asData.validate(host)));
  }

  /**
   * Where our condition is settled, the same is missing. Where it is not, data tells which values
   * settle it, for all VMMs at once; a constraint in code is asked about one VMM after the other
   * and can turn out either way for each, whatever else depends on the same fact. So it can leave
   * more open, never less, and it names all of its facts that are open.
   */
  private static void assertMissingAlike(Recommendation data, Recommendation code) {
    List<Finding> ours =
        data.candidates().stream().flatMap(each -> ours(each.findings()).stream()).toList();
    if (ours.stream().noneMatch(finding -> finding.outcome() == Outcome.UNKNOWN)) {
      // in an order that depends on how many classes of values the comparisons of all data make
      assertThat(code.missingFacts()).containsExactlyInAnyOrderElementsOf(data.missingFacts());
      assertThat(code.certainty()).isEqualTo(data.certainty());
      return;
    }
    Set<Fact> missing = facts(data);
    List<Fact> read = ours.get(0).facts();
    if (missing.stream().anyMatch(read::contains)) {
      assertThat(facts(code)).containsAnyElementsOf(read);
    }
    assertThat(facts(code)).containsAll(missing);
    if (ours.size() == 1 && read.equals(List.of(Fact.CPUS))) { // of which no other rule tells
      assertThat(facts(code)).isEqualTo(missing);
      assertThat(code.certainty()).isEqualTo(data.certainty());
    }
    if (code.certainty() != Certainty.DEPENDS) {
      assertThat(data.certainty()).isEqualTo(code.certainty());
    }
  }

  private static Set<Fact> facts(Recommendation advice) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    advice.missingFacts().forEach(missing -> facts.add(missing.fact()));
    return facts;
  }

  /** Of one kind but for the kind, the words and the sources. */
  private static void assertAlike(Finding data, Finding code) {
    assertThat(data.kind()).isEqualTo(RuleKind.CONSTRAINT);
    assertThat(code.kind()).isEqualTo(RuleKind.CUSTOM);
    assertThat(code.outcome()).isEqualTo(data.outcome());
    assertThat(code.severity()).isEqualTo(data.severity());
    assertThat(code.countsFor()).isEqualTo(data.countsFor());
    assertThat(code.remedies()).isEqualTo(data.remedies());
    assertThat(code.facts()).isEqualTo(data.facts());
    assertThat(code.waiver()).isEqualTo(data.waiver());
    for (Fact fact : data.facts()) {
      assertThat(code.parameters().get(fact.path())).isEqualTo(data.parameters().get(fact.path()));
    }
    assertThat(code.sources()).isEmpty();
    if (code.parameters().containsKey("text")) {
      assertThat(code.message()).isEqualTo(data.message());
    }
  }

  private static Optional<Finding> ours(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.code().equals(CODE)).findFirst();
  }

  /** The other findings. */
  private static List<Finding> shown(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.code().equals(CODE)).toList();
  }

  private static List<Object> inNoOrder(Repair repair) {
    return List.of(
        repair.remedies(),
        repair.eligibility(),
        repair.first(),
        repair.cost(),
        Set.copyOf(repair.gains()),
        Set.copyOf(repair.losses()),
        repair.message());
  }

  private static List<String> codes(ValidationReport report) {
    return Stream.of(report.errors(), report.warnings(), report.notes())
        .flatMap(List::stream)
        .map(finding -> finding.code() + " " + finding.outcome() + " " + finding.severity())
        .toList();
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Provide
  Arbitrary<Set<Vmm>> someVmms() {
    return Arbitraries.of(
        EnumSet.of(Vmm.DOCKER_VMM),
        EnumSet.of(Vmm.DOCKER_VMM, Vmm.APPLE_VIRTUALIZATION_FRAMEWORK),
        EnumSet.allOf(Vmm.class));
  }
}
