package dev.vmmadvisor.core;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static dev.vmmadvisor.api.Vmm.HYPERKIT;
import static dev.vmmadvisor.api.Vmm.QEMU;
import static dev.vmmadvisor.core.SchemaFile.ids;
import static dev.vmmadvisor.core.SchemaFile.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Explanation;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons, differences and explanations by example. */
@Tag("golden")
class CompareTest {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  private static Host with(Host host, UnaryOperator<DockerDesktop.Builder> change) {
    return Host.builder()
        .from(host)
        .dockerDesktop(change.apply(DockerDesktop.builder().from(host.dockerDesktop())).build())
        .build();
  }

  private static Host onRelease(String release) {
    return with(SampleHosts.appleSilicon(), it -> it.version(Version.parse(release)));
  }

  private static Host withTraits(Host host, String... traits) {
    return Host.builder()
        .from(host)
        .workload(Workload.builder().from(host.workload()).traits(List.of(traits)).build())
        .build();
  }

  private static Comparison.Entry entry(List<Comparison.Entry> entries, String code) {
    return entries.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void dockerVmmCostsEndpointSecurityItsViewOfFileAccess() {
    Host host =
        with(
            withTraits(SampleHosts.appleSilicon(), "endpoint-security"),
            it -> it.fileSharing(FileSharing.GRPC_FUSE));
    Comparison comparison =
        ADVISOR.recommend(host).compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);

    assertThat(comparison.better()).isEqualTo(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(comparison.decidedBy()).contains(Criterion.FITNESS);
    Comparison.Entry loss = entry(comparison.losses(), "docker-vmm-no-grpc-fuse");
    assertThat(loss).isEqualTo(comparison.losses().get(0));
    assertThat(loss.criterion()).contains(Criterion.FITNESS);
    assertThat(loss.certain()).isTrue();
    assertThat(loss.sources()).isNotEmpty();
    assertThat(comparison.text())
        .startsWith("Prefer the Apple Virtualization framework to Docker VMM.")
        .containsSubsequence("Lost by going", "Security tools on the Mac", "gRPC FUSE");
  }

  @Test
  void aSettingThatCanBeSetOtherwiseIsNoGainOfAnotherVmm() {
    Host host = withTraits(SampleHosts.appleSilicon(), "endpoint-security");
    Recommendation recommendation = ADVISOR.recommend(host);

    assertThat(recommendation.candidate(APPLE_VIRTUALIZATION_FRAMEWORK).findings())
        .anyMatch(finding -> finding.code().equals("virtiofs-hides-file-access"));
    assertThat(recommendation.compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM).gains())
        .noneMatch(entry -> entry.code().equals("virtiofs-hides-file-access"));
  }

  @Test
  void theFiguresComeWithTheirCircumstancesReleasesAndSources() {
    Comparison comparison =
        ADVISOR.recommend(onRelease("4.44.0")).compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);

    Comparison.Entry cold = entry(comparison.gains(), "docker-vmm-cold-cache");
    assertThat(cold.factor()).contains(2);
    assertThat(cold.circumstances())
        .containsExactly("cold cache", "large shared file tree", "find");
    assertThat(cold.releases().toString()).isEqualTo("[4.35.0,4.86.0)");
    assertThat(cold.criterion()).contains(Criterion.SPEED);
    assertThat(cold.sources()).contains("docker-manual:vmm#cold-cache");
    assertThat(cold.message()).contains("Claimed by its source, not measured here: up to 2x");
    Comparison.Entry warm = entry(comparison.gains(), "docker-vmm-warm-cache");
    assertThat(warm.factor()).contains(25);
    assertThat(warm.circumstances()).contains("warm cache");
    assertThat(comparison.text())
        .contains("up to 25x", "warm cache", "docker-manual:vmm#warm-cache", "4.86.0");
  }

  @Test
  void theFiguresOfTheOldEngineAreNotClaimedForTheNewOne() {
    Comparison comparison =
        ADVISOR.recommend(onRelease("4.90.0")).compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);

    assertThat(comparison.gains()).noneMatch(entry -> entry.factor().isPresent());
    assertThat(entry(comparison.gains(), "docker-vmm-new-engine").message())
        .contains("no figure", "4.86.0 or later");
    assertThat(comparison.text()).doesNotContain("25x", "2x");
  }

  @Test
  void aMeasurementThatTheVmmIsSlowerIsLostByGoingToIt() {
    Comparison comparison =
        ADVISOR.recommend(onRelease("4.90.0")).compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);

    Comparison.Entry slower = entry(comparison.losses(), "docker-vmm-benchmark-small-files");
    assertThat(slower.criterion()).isEmpty(); // it changes no ranking
    assertThat(slower.circumstances()).contains("Docker Desktop 4.86.0", "one Mac");
    assertThat(slower.message()).contains("28.5 percent longer", "one Mac, VirtioFS");
    assertThat(comparison.gains())
        .extracting(Comparison.Entry::code)
        .doesNotContain("docker-vmm-benchmark-small-files");
  }

  @Test
  void aClaimThatMayApplyIsNotCertain() {
    Comparison comparison =
        ADVISOR
            .recommend(SampleHosts.unknown())
            .compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);

    assertThat(entry(comparison.gains(), "docker-vmm-warm-cache").certain()).isFalse();
    assertThat(entry(comparison.gains(), "docker-vmm-warm-cache").message())
        .startsWith("Possible: ");
    assertThat(comparison.losses())
        .allMatch(entry -> entry.certain() || entry.message().startsWith("Possible: "));
    assertThat(comparison.text().replace("\n", " ")).contains("What is not known can change this.");
  }

  @Test
  void whatRulesTheOtherOutIsTheGravestLoss() {
    Host host = with(SampleHosts.appleSilicon(), it -> it.memoryMiB(2048));
    Comparison comparison =
        ADVISOR.recommend(host).compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);

    Comparison.Entry first = comparison.losses().get(0);
    assertThat(first.code()).isEqualTo("docker-vmm-memory-minimum");
    assertThat(first.severity()).isEqualTo(Severity.BLOCKER);
    assertThat(first.criterion()).contains(Criterion.ELIGIBILITY);
    assertThat(comparison.text().replace('\n', ' '))
        .contains("What decides: whether they can run here.");
  }

  @Test
  void aPhaseIsALineAndADeprecationIsAFinding() {
    Recommendation recommendation = ADVISOR.recommend(SampleHosts.appleSiliconOnQemu());

    Comparison.Entry beta =
        entry(
            recommendation.compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM).losses(),
            "docker-vmm-beta");
    assertThat(beta.criterion()).contains(Criterion.MATURITY);
    assertThat(beta.message())
        .isEqualTo(
            "Docker VMM is in beta; the Apple Virtualization framework is generally available.");
    List<Comparison.Entry> gains =
        recommendation.compare(QEMU, APPLE_VIRTUALIZATION_FRAMEWORK).gains();
    assertThat(entry(gains, "qemu-deprecated").criterion()).contains(Criterion.MATURITY);
    assertThat(entry(gains, "qemu-deprecated").message()).startsWith("Left behind: ");
    assertThat(gains).noneMatch(entry -> entry.code().equals("qemu-legacy"));
  }

  @Test
  void whatBothHaveIsNeitherGainedNorLost() {
    Comparison comparison =
        ADVISOR.recommend(SampleHosts.windows()).compare(QEMU, APPLE_VIRTUALIZATION_FRAMEWORK);

    assertThat(comparison.gains()).noneMatch(entry -> entry.code().equals("operating-system"));
    assertThat(comparison.losses()).noneMatch(entry -> entry.code().equals("operating-system"));
    assertThat(comparison.text())
        .startsWith("Neither QEMU nor the Apple Virtualization framework can run on this host.");
  }

  @Test
  void aVmmComparedWithItselfIsTheSame() {
    Comparison comparison = ADVISOR.recommend(SampleHosts.appleSilicon()).compare(QEMU, QEMU);

    assertThat(comparison.gains()).isEmpty();
    assertThat(comparison.losses()).isEmpty();
    assertThat(comparison.decidedBy()).isEmpty();
    assertThat(comparison.text()).startsWith("Both are QEMU: nothing is gained or lost.\n");
  }

  @Test
  void anUpgradeIsTheCauseOfAnotherBest() {
    Difference difference =
        ADVISOR
            .recommend(with(onRelease("4.43.2"), it -> it))
            .diff(ADVISOR.recommend(onRelease("4.44.0")));

    assertThat(difference.changes().get(0))
        .isEqualTo(
            new Difference.Change(
                Difference.Kind.HOST,
                "dockerDesktop.version",
                Optional.of("4.43.2"),
                Optional.of("4.44.0"),
                "Docker Desktop version changed from 4.43.2 to 4.44.0"));
    assertThat(difference.changes())
        .extracting(Difference.Change::kind, Difference.Change::subject)
        .contains(
            tuple(Difference.Kind.BEST, "best"),
            tuple(Difference.Kind.ELIGIBILITY, "qemu"),
            tuple(Difference.Kind.FINDING, "qemu/qemu-removed"));
    assertThat(difference.text().replace("\n", " "))
        .startsWith(
            "The best is now Docker VMM, was the Apple Virtualization framework, because Docker"
                + " Desktop version changed from 4.43.2 to 4.44.0.");
  }

  @Test
  void whatHasNoEffectIsAlsoChanged() {
    Host before = with(onRelease("4.43.2"), it -> it.cpus(4));
    Host after = with(onRelease("4.44.0"), it -> it.cpus(8));
    Difference difference = ADVISOR.recommend(before).diff(ADVISOR.recommend(after));

    assertThat(difference.because()).hasSize(1);
    assertThat(difference.because().get(0))
        .extracting(Difference.Change::subject)
        .containsExactly("dockerDesktop.version");
    assertThat(difference.alsoChanged())
        .extracting(Difference.Change::subject)
        .containsExactly("dockerDesktop.cpus");
    assertThat(difference.complete()).isTrue();
    assertThat(difference.text().replace("\n", " "))
        .startsWith(
            "The best is now Docker VMM, was the Apple Virtualization framework, because Docker"
                + " Desktop version changed from 4.43.2 to 4.44.0.")
        .contains("Also changed:", "CPUs of the Linux VM");
    assertThat(VmmJson.writeLine(difference))
        .contains("\"because\":[[\"dockerDesktop.version\"]]")
        .contains("\"alsoChanged\":[\"dockerDesktop.cpus\"]")
        .contains("\"complete\":true");
  }

  @Test
  void changesThatLeadToTheSameAloneAreNamedApart() {
    Host before = SampleHosts.appleSilicon();
    Constraint either =
        Constraint.of(
            "either",
            Set.of(DOCKER_VMM),
            Set.of(Fact.CPUS, Fact.MEMORY),
            (host, vmm) ->
                host.dockerDesktop().cpus().equals(Optional.of(3))
                        || host.memoryMiB().equals(Optional.of(65536))
                    ? Verdict.violated("Either.")
                    : Verdict.satisfied());
    Advisor advisor = VmmAdvisor.builder().constraint(either).build();
    Host after = Host.builder().from(with(before, it -> it.cpus(3))).memoryMiB(65536).build();
    Difference difference = advisor.recommend(before).diff(advisor.recommend(after));

    assertThat(difference.because())
        .extracting(set -> set.stream().map(Difference.Change::subject).toList())
        .containsExactly(List.of("memoryMiB"), List.of("dockerDesktop.cpus"));
    assertThat(difference.alsoChanged()).isEmpty();
    assertThat(difference.text()).contains("This alone leads to the same answer:");
  }

  @Test
  void ofManyChangesOneSetIsSearchedForAndThePageSaysSo() {
    Difference difference =
        ADVISOR
            .recommend(SampleHosts.unknown())
            .diff(ADVISOR.recommend(SampleHosts.appleSilicon()));

    assertThat(difference.complete()).isFalse();
    assertThat(difference.because()).hasSize(1);
    assertThat(difference.alsoChanged()).isNotEmpty();
    assertThat(difference.text()).contains("So much has changed that other changes were not tried");
  }

  @Test
  void constraintsInCodeAreAChangeOfTheAdvisorIfTheyMatter() {
    Host host = SampleHosts.appleSilicon();
    Constraint banned =
        Constraint.of(
            "banned", Set.of(DOCKER_VMM), Set.of(), (any, vmm) -> Verdict.violated("Not here."));
    Recommendation before = ADVISOR.recommend(host);
    Difference difference =
        before.diff(VmmAdvisor.builder().constraint(banned).build().recommend(host));
    Difference same = before.diff(VmmAdvisor.builder().build().recommend(host));

    assertThat(difference.because()).hasSize(1);
    assertThat(difference.because().get(0))
        .extracting(Difference.Change::kind)
        .containsExactly(Difference.Kind.CATALOG);
    assertThat(difference.text().replace("\n", " "))
        .contains("because the rules of the advisor changed");
    assertThat(same.isEmpty()).isTrue();
    assertThat(same.because()).isEmpty();
  }

  @Test
  void anAdvisorThatAnswersOtherwiseNowIsGivenNoCause() {
    AtomicInteger calls = new AtomicInteger();
    Constraint byChance =
        Constraint.of(
            "by-chance",
            Set.of(DOCKER_VMM),
            Set.of(),
            (any, vmm) ->
                calls.incrementAndGet() == 2 ? Verdict.violated("No.") : Verdict.satisfied());
    Advisor advisor = VmmAdvisor.builder().constraint(byChance).build();
    Host host = SampleHosts.appleSilicon();
    Difference difference = advisor.recommend(host).diff(advisor.recommend(host));

    assertThat(difference.isEmpty()).isFalse();
    assertThat(difference.because()).isEmpty();
    assertThat(difference.complete()).isFalse();
    assertThat(difference.text()).doesNotContain("because");
  }

  @Test
  void listsAndDatabasesAreWrittenOut() {
    Host host = SampleHosts.appleSilicon();
    Host other =
        Host.builder()
            .from(host)
            .workload(
                Workload.builder()
                    .imageArchitectures(List.of("arm64", "amd64"))
                    .databases(
                        List.of(
                            Database.of("mongodb", Storage.BIND_MOUNT),
                            Database.builder().engine("mysql").build()))
                    .build())
            .build();

    assertThat(ADVISOR.recommend(host).diff(ADVISOR.recommend(other)).changes())
        .filteredOn(change -> change.kind() == Difference.Kind.HOST)
        .extracting(Difference.Change::subject, Difference.Change::before, Difference.Change::after)
        .containsExactly(
            tuple(
                "workload.imageArchitectures",
                Optional.of("[arm64]"),
                Optional.of("[arm64, amd64]")),
            tuple(
                "workload.databases",
                Optional.of("[]"),
                Optional.of("[mongodb on bind-mount, mysql]")),
            tuple("workload.mounts", Optional.of("[]"), Optional.empty()),
            tuple("workload.traits", Optional.of("[]"), Optional.empty()));
  }

  @Test
  void anotherGoalIsACause() {
    Host host = SampleHosts.appleSilicon();
    Difference difference = ADVISOR.recommend(host).diff(ADVISOR.recommend(host, Goal.STABILITY));

    assertThat(difference.changes().get(0).kind()).isEqualTo(Difference.Kind.GOAL);
    assertThat(difference.text().replace("\n", " "))
        .startsWith(
            "The best is now the Apple Virtualization framework, was Docker VMM, because the goal"
                + " changed from balanced to stability.");
  }

  @Test
  void aLayerIsAnotherCatalogAndItsRulesAreNew() throws IOException {
    String layer =
        """
        {"id": "acme", "version": "7", "sources": [
          {"id": "acme:1", "kind": "manual", "document": "Ours", "read": "2026-09-21"}],
         "constraints": [{"code": "acme-no-beta", "vmms": ["docker-vmm"], "text": "No betas here.",
          "confidence": "high", "sources": ["acme:1"],
          "requires": {"fact": "operatingSystem", "equals": "none"}}]}
        """;
    Advisor acme =
        VmmAdvisor.builder()
            .catalog(
                ADVISOR
                    .catalog()
                    .withLayer(
                        VmmJson.readLayer(
                            new ByteArrayInputStream(layer.getBytes(StandardCharsets.UTF_8))),
                        LocalDate.of(2026, 9, 21)))
            .build();
    Host host = SampleHosts.appleSilicon();
    Difference difference = ADVISOR.recommend(host).diff(acme.recommend(host));
    Difference back = acme.recommend(host).diff(ADVISOR.recommend(host));

    assertThat(difference.changes().get(0).kind()).isEqualTo(Difference.Kind.CATALOG);
    assertThat(difference.changes().get(0).after().orElseThrow()).contains("acme 7");
    assertThat(difference.changes())
        .filteredOn(change -> change.kind() == Difference.Kind.FINDING)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.subject()).isEqualTo("docker-vmm/acme-no-beta");
              assertThat(change.before()).isEmpty();
              assertThat(change.after()).contains("violated");
              assertThat(change.message()).contains("new with Docker VMM");
            });
    assertThat(back.text()).contains("No betas here.");
  }

  @Test
  void nothingHasChangedForTheBest() {
    Host host = SampleHosts.appleSilicon();
    Difference difference =
        ADVISOR.recommend(host).diff(ADVISOR.recommend(with(host, it -> it.cpus(4))));

    assertThat(difference.text())
        .startsWith(
            """
            The best is still Docker VMM, and the ranking has not changed.

            Also changed:
            - CPUs of the Linux VM changed from 8 to 4
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apple-silicon | DOCKER_VMM | Upgrade Docker Desktop to 4.88.0 or later first, then use"
            + " Docker VMM.",
        "apple-silicon | APPLE_VIRTUALIZATION_FRAMEWORK | The Apple Virtualization framework can"
            + " stay in use; Docker VMM is better here.",
        "apple-silicon | QEMU | QEMU is not possible on this host.",
        "apple-silicon-on-qemu | DOCKER_VMM | Docker VMM can run here; the Apple Virtualization"
            + " framework is better.",
        "apple-silicon-with-amd64-images | APPLE_VIRTUALIZATION_FRAMEWORK | Upgrade Docker Desktop"
            + " to 4.86.0 or later first; the Apple Virtualization framework remains the best"
            + " choice.",
        "unknown | DOCKER_VMM | Nothing is known about this Mac. To get advice, supply at least"
            + " these facts: architecture, macOS",
        "windows | HYPERKIT | This host runs windows, and this advice is for Docker Desktop for Mac"
            + " only. HyperKit is not possible",
      })
  void anExplanationSaysFirstWhatToDo(String sample, Vmm vmm, String line) {
    Host host = Objects.requireNonNull(SampleHosts.all().get(sample));

    assertThat(ADVISOR.explain(host, vmm).text().replace('\n', ' ')).startsWith(line);
  }

  @Test
  void anExplanationTellsWhatTheVmmIsMadeOf() {
    assertThat(ADVISOR.explain(onRelease("4.44.0"), DOCKER_VMM).engines())
        .containsExactly("libkrun");
    Explanation newer = ADVISOR.explain(onRelease("4.90.0"), DOCKER_VMM);
    assertThat(newer.engines()).containsExactly("Docker's own engine");
    assertThat(newer.text().replace("\n", " ")).contains("another product under the same name");
    assertThat(ADVISOR.explain(SampleHosts.unknown(), DOCKER_VMM).engines()).hasSize(2);
    assertThat(ADVISOR.explain(onRelease("4.44.0"), HYPERKIT).engines()).isEmpty();
  }

  @Test
  void anExplanationLeadsThere() {
    Host host = with(SampleHosts.appleSilicon(), it -> it.memoryMiB(2048));
    Explanation explanation = ADVISOR.explain(host, DOCKER_VMM);

    assertThat(explanation.plan().steps()).hasSize(3); // the first is to leave a vulnerable release
    assertThat(explanation.text().replaceAll("\n *", " "))
        .startsWith("Docker VMM is possible here after 3 steps.")
        .containsSubsequence(
            "What speaks for it:",
            "up to 2x",
            "What else speaks against it here:",
            "[warning]",
            "It would be the best with this: raise the memory of the Linux VM to at least 4096 MiB",
            "3 steps to Docker VMM, in this order:",
            "Upgrade Docker Desktop to 4.88.0 or later.");
  }

  @Test
  void whatIsLockedIsSaid() {
    Host host =
        with(
            onRelease("4.90.0"),
            it -> it.vmm(APPLE_VIRTUALIZATION_FRAMEWORK).lockedSettings(List.of("vmm")));

    assertThat(ADVISOR.explain(host, DOCKER_VMM).text())
        .startsWith("Docker VMM is not ruled out here, but it cannot be selected.")
        .containsSubsequence("Obstacles:", "an administrator has locked");
    assertThat(ADVISOR.recommend(host).headline())
        .startsWith("Keep the Apple Virtualization framework: an administrator has locked");
    assertThat(ADVISOR.recommend(host).text())
        .containsSubsequence("Obstacles:", "an administrator has locked");
  }

  @Test
  void aRecommendationSaysWhatToDo() {
    Host host =
        with(
            SampleHosts.appleSiliconWithAmd64Images(),
            it -> it.rosettaEnabled(false).memoryMiB(2048));

    assertThat(ADVISOR.recommend(host).text().replaceAll("\n *", " "))
        .containsSubsequence(
            "3. Docker VMM: not possible.",
            "It would be possible with this: raise the memory",
            "What to do:",
            "1. ",
            "witch Rosetta on");
  }

  @ParameterizedTest
  @CsvSource({
    "compare, txt",
    "diff, txt",
    "explain, txt",
    "compare, md",
    "diff, md",
    "explain, md"
  })
  void pagesAreAsExpected(String what, String form) throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Advisor advisor = VmmAdvisor.builder().locale(locale).build();
      Host host = withTraits(SampleHosts.appleSilicon(), "endpoint-security");
      Answer answer =
          switch (what) {
            case "compare" ->
                advisor.recommend(host).compare(APPLE_VIRTUALIZATION_FRAMEWORK, DOCKER_VMM);
            case "diff" ->
                advisor.recommend(SampleHosts.appleSilicon()).diff(advisor.recommend(host));
            default -> advisor.explain(host, DOCKER_VMM);
          };
      Golden.assertMatches(
          "compare/" + what + (locale.equals(Locale.ENGLISH) ? "." : ".zh-CN.") + form,
          form.equals("md") ? answer.markdown() : answer.text());
    }
  }

  @Test
  void enumsOfTheSchemasAreThoseOfTheLibrary() {
    assertThat(words(SchemaFile.COMPARISON.node().at("/$defs/entry/properties/criterion/enum")))
        .isEqualTo(words(SchemaFile.COMPARISON.node().at("/properties/decidedBy/enum")))
        .isEqualTo(ids(Criterion.values()));
    assertThat(words(SchemaFile.COMPARISON.node().at("/$defs/entry/properties/severity/enum")))
        .isEqualTo(ids(Severity.values()));
    assertThat(words(SchemaFile.DIFFERENCE.node().at("/$defs/change/properties/kind/enum")))
        .isEqualTo(ids(Difference.Kind.values()));
    for (String shared : List.of("candidate", "plan", "vmm", "fact")) {
      assertThat(SchemaFile.EXPLANATION.node().at("/$defs/" + shared))
          .isEqualTo(SchemaFile.RECOMMENDATION.node().at("/$defs/" + shared));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"fromVmm\":\"docker-vmm\",' | ''",
        "'\"certain\":true' | '\"certain\":1'",
        "'\"factor\":25' | '\"factor\":\"25x\"'",
        "'\"criterion\":\"speed\"' | '\"criterion\":\"haste\"'",
        "'\"releases\":\"[4.35.0,4.86.0)\"' | '\"releases\":\"4.35.0\"'",
      })
  void schemaRefusesBrokenComparisons(String part, String broken) {
    String answer =
        VmmJson.writeLine(
            ADVISOR
                .recommend(SampleHosts.appleSilicon())
                .compare(DOCKER_VMM, APPLE_VIRTUALIZATION_FRAMEWORK));
    String document = answer.replace(part, broken);

    assertThat(document).isNotEqualTo(answer);
    assertThat(SchemaFile.COMPARISON.problems(document)).isNotEmpty();
  }
}
