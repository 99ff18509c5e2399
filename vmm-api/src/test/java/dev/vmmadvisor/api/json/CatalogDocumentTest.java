package dev.vmmadvisor.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogDocumentTest {

  private static final String WHOLE =
      """
      {
        "id": "sample",
        "version": "1",
        "asOf": "2026-09-21",
        "oldestRelease": "4.0.0",
        "newestRelease": "4.92.0",
        "words": {"workload.databases": ["mongodb", "mysql"], "workload.mounts": []},
        "sources": [
          {"id": "s:1", "kind": "manual", "document": "The manual", "section": "VMM",
           "read": "2026-09-20"},
          {"id": "s:2", "kind": "issue", "document": "A report", "read": "2026-09-21"}
        ],
        "vmms": [
          {
            "vmm": "docker-vmm",
            "text": "Docker's own.",
            "sources": ["s:1"],
            "lifecycle": [
              {"code": "in-beta", "phase": "beta", "releases": "[4.35.0,)", "text": "A beta.", "confidence": "high",
               "sources": ["s:1"]},
              {"code": "before", "phase": "experimental", "text": "Before.", "confidence": "low", "sources": ["s:2"]}
            ],
            "logNames": ["linux/one", "linux/two"],
            "performance": [
              {"code": "fast", "releases": "[4.35.0,)", "when": {"fact": "architecture",
               "equals": "arm64"}, "text": "Fast.", "comparedWith": "qemu", "factor": 2,
               "circumstances": ["cold cache"], "confidence": "medium", "sources": ["s:1", "s:2"]},
              {"code": "quick", "text": "Quick.", "confidence": "low", "sources": ["s:2"]}
            ],
            "defaultWhen": {"fact": "dockerDesktop.version", "atLeast": "4.86.0"}
          },
          {"vmm": "qemu", "text": "Legacy.", "sources": ["s:1"], "lifecycle": []}
        ],
        "constraints": [
          {"code": "memory", "vmms": ["docker-vmm"], "releases": "[4.35.0,)",
           "when": {"fact": "operatingSystem", "oneOf": ["macos", "darwin"]},
           "requires": {"fact": "dockerDesktop.memoryMiB", "atLeast": 4096}, "impliedByUse": true,
           "severity": "warning", "text": "Needs memory.", "confidence": "high",
           "sources": ["s:1"],
           "remedies": [
             {"action": "raise-vm-memory", "toMiB": 4096},
             {"action": "upgrade-docker-desktop", "to": "4.36.0"},
             {"action": "upgrade-macos", "to": "13"},
             {"action": "move-database-to-named-volume", "engines": ["mongodb"]},
             {"action": "switch-rosetta", "on": false},
             {"action": "select-file-sharing", "fileSharing": "virtiofs"},
             {"action": "switch-vmm", "vmm": "qemu"}
           ]},
          {"code": "plain", "vmms": ["qemu"], "requires": {"any": []}, "text": "Never.",
           "confidence": "low", "sources": ["s:2"]}
        ],
        "deprecations": [
          {"code": "gone", "vmms": ["qemu"], "releases": "[4.44.0,)", "phase": "removed",
           "replacements": ["docker-vmm"], "text": "Gone.", "confidence": "high",
           "sources": ["s:1"]},
          {"code": "going", "vmms": ["qemu"], "phase": "deprecated", "replacements": [],
           "text": "Going.", "confidence": "high", "sources": ["s:1"]}
        ],
        "knownIssues": [
          {"code": "breaks", "vmms": ["docker-vmm", "qemu"], "severity": "serious",
           "trigger": {"fact": "workload.databases", "contains": {"engines": ["mongodb"],
           "storage": "bind-mount"}}, "unmetNeed": true, "text": "Breaks.", "confidence": "medium",
           "sources": ["s:2"]},
          {"code": "annoys", "vmms": ["qemu"], "text": "Annoys.", "confidence": "low",
           "sources": ["s:2"]}
        ],
        "settings": [
          {"code": "no-effect", "vmms": ["docker-vmm"],
           "present": {"fact": "dockerDesktop.rosettaEnabled", "equals": true},
           "text": "No effect.", "confidence": "high", "sources": ["s:1"]}
        ]
      }
      """;

  @Test
  void everythingIsRead() {
    Catalog catalog = read(WHOLE);

    assertThat(catalog)
        .isEqualTo(
            Catalog.builder()
                .id("sample")
                .version("1")
                .asOf(LocalDate.of(2026, 9, 21))
                .oldestRelease(Version.parse("4.0.0"))
                .newestRelease(Version.parse("4.92.0"))
                .words(Map.of(Fact.DATABASES, List.of("mongodb", "mysql"), Fact.MOUNTS, List.of()))
                .sources(
                    List.of(
                        new Source(
                            "s:1",
                            SourceKind.MANUAL,
                            "The manual",
                            "VMM",
                            LocalDate.of(2026, 9, 20)),
                        new Source(
                            "s:2", SourceKind.ISSUE, "A report", "", LocalDate.of(2026, 9, 21))))
                .vmms(List.of(dockerVmm(), qemu()))
                .rules(
                    List.of(
                        memory(),
                        ConstraintRule.builder()
                            .code("plain")
                            .addVmms(Vmm.QEMU)
                            .requires(new Condition.Any(List.of()))
                            .text("Never.")
                            .confidence(Confidence.LOW)
                            .addSources("s:2")
                            .build(),
                        Deprecation.builder()
                            .code("gone")
                            .addVmms(Vmm.QEMU)
                            .releases(VersionRange.parse("[4.44.0,)"))
                            .phase(Phase.REMOVED)
                            .severity(Severity.BLOCKER)
                            .addReplacements(Vmm.DOCKER_VMM)
                            .text("Gone.")
                            .confidence(Confidence.HIGH)
                            .addSources("s:1")
                            .build(),
                        Deprecation.builder()
                            .code("going")
                            .addVmms(Vmm.QEMU)
                            .phase(Phase.DEPRECATED)
                            .text("Going.")
                            .confidence(Confidence.HIGH)
                            .addSources("s:1")
                            .build(),
                        KnownIssue.builder()
                            .code("breaks")
                            .addVmms(Vmm.DOCKER_VMM, Vmm.QEMU)
                            .severity(Severity.SERIOUS)
                            .trigger(
                                new Condition.RunsDatabase(
                                    List.of("mongodb"), List.of(Storage.BIND_MOUNT)))
                            .unmetNeed(true)
                            .text("Breaks.")
                            .confidence(Confidence.MEDIUM)
                            .addSources("s:2")
                            .build(),
                        KnownIssue.builder()
                            .code("annoys")
                            .addVmms(Vmm.QEMU)
                            .text("Annoys.")
                            .confidence(Confidence.LOW)
                            .addSources("s:2")
                            .build(),
                        SettingRule.builder()
                            .code("no-effect")
                            .addVmms(Vmm.DOCKER_VMM)
                            .present(new Condition.Is(Fact.ROSETTA_ENABLED, true))
                            .text("No effect.")
                            .confidence(Confidence.HIGH)
                            .addSources("s:1")
                            .build()))
                .build());
  }

  @Test
  void ruleAndProfileAreFound() {
    Catalog catalog = read(WHOLE);

    assertThat(catalog.rule("memory")).hasValue(memory());
    assertThat(catalog.rule("fast")).isEmpty();
    assertThat(catalog.vmm(Vmm.QEMU)).hasValue(qemu());
    assertThat(catalog.vmm(Vmm.HYPERKIT)).isEmpty();
  }

  private static VmmProfile dockerVmm() {
    return VmmProfile.builder()
        .vmm(Vmm.DOCKER_VMM)
        .text("Docker's own.")
        .addSources("s:1")
        .addLifecycle(
            new Lifecycle(
                "in-beta",
                Phase.BETA,
                VersionRange.parse("[4.35.0,)"),
                "A beta.",
                Confidence.HIGH,
                List.of("s:1")),
            new Lifecycle(
                "before",
                Phase.EXPERIMENTAL,
                VersionRange.ALL,
                "Before.",
                Confidence.LOW,
                List.of("s:2")))
        .addLogNames("linux/one", "linux/two")
        .addPerformance(
            PerformanceClaim.builder()
                .code("fast")
                .releases(VersionRange.parse("[4.35.0,)"))
                .when(new Condition.OneOf(Fact.ARCHITECTURE, List.of("arm64")))
                .text("Fast.")
                .comparedWith(Vmm.QEMU)
                .factor(2)
                .addCircumstances("cold cache")
                .confidence(Confidence.MEDIUM)
                .addSources("s:1", "s:2")
                .build(),
            PerformanceClaim.builder()
                .code("quick")
                .text("Quick.")
                .confidence(Confidence.LOW)
                .addSources("s:2")
                .build())
        .defaultWhen(
            new Condition.Within(
                Fact.DOCKER_DESKTOP_VERSION, VersionRange.atLeast(Version.parse("4.86.0"))))
        .build();
  }

  private static VmmProfile qemu() {
    return VmmProfile.builder().vmm(Vmm.QEMU).text("Legacy.").addSources("s:1").build();
  }

  private static ConstraintRule memory() {
    return ConstraintRule.builder()
        .code("memory")
        .addVmms(Vmm.DOCKER_VMM)
        .releases(VersionRange.parse("[4.35.0,)"))
        .when(new Condition.OneOf(Fact.OPERATING_SYSTEM, List.of("macos", "darwin")))
        .requires(new Condition.AtLeast(Fact.VM_MEMORY, 4096))
        .impliedByUse(true)
        .severity(Severity.WARNING)
        .text("Needs memory.")
        .confidence(Confidence.HIGH)
        .addSources("s:1")
        .addRemedies(
            new Remedy.RaiseVmMemory(4096),
            new Remedy.UpgradeDockerDesktop(Version.parse("4.36.0")),
            new Remedy.UpgradeMacOs(Version.parse("13")),
            new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb")),
            new Remedy.SwitchRosetta(false),
            new Remedy.SelectFileSharing(FileSharing.VIRTIOFS),
            new Remedy.SwitchVmm(Vmm.QEMU))
        .build();
  }

  @Test
  void everyComparisonIsRead() {
    Version bound = Version.parse("4.44");

    assertCondition(
        "{'fact': 'macOsVersion', 'equals': '4.44'}",
        new Condition.Within(Fact.MACOS_VERSION, VersionRange.parse("[4.44,4.44]")));
    assertCondition(
        "{'fact': 'macOsVersion', 'below': '4.44'}",
        new Condition.Within(Fact.MACOS_VERSION, VersionRange.below(bound)));
    assertCondition(
        "{'fact': 'macOsVersion', 'within': '(4,5]'}",
        new Condition.Within(Fact.MACOS_VERSION, VersionRange.parse("(4,5]")));
    assertCondition(
        "{'fact': 'memoryMiB', 'below': 4096}",
        new Condition.Not(new Condition.AtLeast(Fact.MEMORY, 4096)));
    assertCondition(
        "{'fact': 'memoryMiB', 'atLeast': 1, 'below': 2}",
        new Condition.All(
            List.of(
                new Condition.AtLeast(Fact.MEMORY, 1),
                new Condition.Not(new Condition.AtLeast(Fact.MEMORY, 2)))));
    assertCondition(
        "{'equals': false, 'fact': 'virtualMachine'}",
        new Condition.Is(Fact.VIRTUAL_MACHINE, false));
    assertCondition(
        "{'fact': 'workload.traits', 'contains': 'a'}",
        new Condition.Contains(Fact.TRAITS, List.of("a")));
    assertCondition(
        "{'fact': 'workload.traits', 'contains': ['a', 'b']}",
        new Condition.Contains(Fact.TRAITS, List.of("a", "b")));
    assertCondition(
        "{'fact': 'workload.databases', 'contains': {}}",
        new Condition.RunsDatabase(List.of(), List.of()));
    assertCondition(
        "{'all': [{'not': {'any': []}}, {'all': []}]}",
        new Condition.All(
            List.of(
                new Condition.Not(new Condition.Any(List.of())), new Condition.All(List.of()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'fact': 'chip', 'atLeast': 'a'}|.atLeast|does not fit the fact 'chip'; accepted: 'known'"
            + " with true or false, 'equals' with a word, 'oneOf' with a list of words; a word is a"
            + " name such as 'Apple M3 Pro'",
        "{'fact': 'chip', 'oneOf': []}|.oneOf|does not fit the fact 'chip'; accepted: 'known' with"
            + " true or false, 'equals' with a word, 'oneOf' with a list of words; a word is a name"
            + " such as 'Apple M3 Pro'",
        "{'fact': 'architecture', 'equals': 'aarch64'}|.equals|does not fit the fact"
            + " 'architecture'; accepted: 'known' with true or false, 'equals' with a word, 'oneOf'"
            + " with a list of words; a word is 'arm64', 'x86_64'",
        "{'fact': 'virtualMachine', 'equals': 'no'}|.equals|does not fit the fact 'virtualMachine';"
            + " accepted: 'known' with true or false, 'equals' with true or false",
        "{'fact': 'virtualMachine', 'oneOf': true}|.oneOf|does not fit the fact 'virtualMachine';"
            + " accepted: 'known' with true or false, 'equals' with true or false",
        "{'fact': 'memoryMiB', 'oneOf': ['1']}|.oneOf|does not fit the fact 'memoryMiB'; accepted:"
            + " 'known' with true or false, 'equals', 'atLeast' or 'below' with a whole number",
        "{'fact': 'memoryMiB', 'atLeast': '1'}|.atLeast|does not fit the fact 'memoryMiB';"
            + " accepted: 'known' with true or false, 'equals', 'atLeast' or 'below' with a whole"
            + " number",
        "{'fact': 'memoryMiB', 'atLeast': 1.5}|.atLeast|1.5 is not accepted; accepted: a whole"
            + " number",
        "{'fact': 'macOsVersion', 'atLeast': 'x'}|.atLeast|does not fit the fact 'macOsVersion';"
            + " accepted: 'known' with true or false, 'equals', 'atLeast' or 'below' with a version"
            + " such as '4.44.0', 'within' with a range such as '[4.35.0,4.86.0)'",
        "{'fact': 'macOsVersion', 'within': '[5,4]'}|.within|does not fit the fact 'macOsVersion';"
            + " accepted: 'known' with true or false, 'equals', 'atLeast' or 'below' with a version"
            + " such as '4.44.0', 'within' with a range such as '[4.35.0,4.86.0)'",
        "{'fact': 'macOsVersion', 'equals': 13}|.equals|does not fit the fact 'macOsVersion';"
            + " accepted: 'known' with true or false, 'equals', 'atLeast' or 'below' with a version"
            + " such as '4.44.0', 'within' with a range such as '[4.35.0,4.86.0)'",
        "{'fact': 'workload.traits', 'equals': 'a'}|.equals|does not fit the fact"
            + " 'workload.traits'; accepted: 'known' with true or false, 'contains' with a word or"
            + " a list of words; a word is a lower-case, hyphenated word such as 'file-watching'",
        "{'fact': 'workload.traits', 'contains': ['A']}|.contains|does not fit the fact"
            + " 'workload.traits'; accepted: 'known' with true or false, 'contains' with a word or"
            + " a list of words; a word is a lower-case, hyphenated word such as 'file-watching'",
        "{'fact': 'workload.databases', 'contains': 'mysql'}|.contains|does not fit the fact"
            + " 'workload.databases'; accepted: 'known' with true or false, 'contains' with"
            + " {'engines': [...], 'storage': ...}",
        "{'fact': 'workload.databases', 'contains': {'engines': ['A']}}|.contains.engines[0]|'A' is"
            + " not accepted; accepted: a lower-case, hyphenated word such as 'mongodb'",
        "{'fact': 'workload.databases', 'contains': {'engine': 'a'}}|.contains.engine|this field is"
            + " not known",
        "{'fact': 'memoryMiB', 'above': 1}|.above|this field is not known",
        "{'all': [{}]}|.all[0]|is not a condition; accepted: one of 'all', 'any', 'not', or a"
            + " 'fact' with at least one comparison",
        "{'all': [null]}|.all[0]|null is not accepted in a list",
        "{'all': {}}|.all|an object is not accepted; accepted: a list",
        "{'not': []}|.not|a list is not accepted; accepted: an object",
        "{'not': null}||is not a condition; accepted: one of 'all', 'any', 'not', or a 'fact' with"
            + " at least one comparison",
        "{'all': [], 'any': []}||is not a condition; accepted: one of 'all', 'any', 'not', or a"
            + " 'fact' with at least one comparison",
        "{'all': [], 'fact': 'chip', 'equals': 'a'}||is not a condition; accepted: one of 'all',"
            + " 'any', 'not', or a 'fact' with at least one comparison",
        "{'fact': 'chip'}||is not a condition; accepted: one of 'all', 'any', 'not', or a 'fact'"
            + " with at least one comparison",
        "{'equals': 'a'}||is not a condition; accepted: one of 'all', 'any', 'not', or a 'fact'"
            + " with at least one comparison",
        "true||true is not accepted; accepted: an object",
        "null||is missing",
      })
  void conditionThatIsNoneIsNamedWithItsPath(
      String condition, @Nullable String path, String message) {
    assertThat(problemsOf(constraint("'requires': " + condition)))
        .containsExactly(
            new Problem(
                "$.constraints[0].requires" + (path == null ? "" : path),
                1,
                message.replace('\'', '"')));
  }

  @Test
  void factThatIsNotKnownIsNamed() {
    List<Problem> problems =
        problemsOf(constraint("'requires': {'fact': 'dockerDesktop.vm', 'equals': 'qemu'}"));

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).path()).isEqualTo("$.constraints[0].requires.fact");
    assertThat(problems.get(0).message())
        .startsWith("\"dockerDesktop.vm\" is not accepted; accepted: \"operatingSystem\", ")
        .endsWith(", \"workload.traits\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'flavour': 1|.flavour|this field is not known",
        "'code': 'Memory'|.code|'Memory' is not accepted; accepted: a lower-case, hyphenated word",
        "'code': null|.code|is missing",
        "'vmms': []|.vmms|at least one VMM has to be named",
        "'vmms': ['x']|.vmms[0]|'x' is not accepted; accepted: 'docker-vmm',"
            + " 'apple-virtualization-framework', 'qemu', 'hyperkit'",
        "'releases': '[2,1]'|.releases|'[2,1]' is not accepted; accepted: a range that is not"
            + " empty, such as '[4.35.0,4.86.0)'",
        "'releases': '(4.44,4.44)'|.releases|'(4.44,4.44)' is not accepted; accepted: a range that"
            + " is not empty, such as '[4.35.0,4.86.0)'",
        "'releases': '4.44'|.releases|'4.44' is not accepted; accepted: a range that is not empty,"
            + " such as '[4.35.0,4.86.0)'",
        "'severity': 'fatal'|.severity|'fatal' is not accepted; accepted: 'info', 'warning',"
            + " 'serious', 'blocker'",
        "'text': ' '|.text|' ' is not accepted; accepted: a text that is not blank",
        "'confidence': 1|.confidence|1 is not accepted; accepted: 'high', 'medium', 'low'",
        "'sources': []|.sources|at least one source has to be cited",
        "'sources': [' ']|.sources[0]|' ' is not accepted; accepted: a text that is not blank",
        "'sources': ['x']|.sources|'x' is not the id of one of $.sources",
        "'remedies': [{'toMiB': 1}]|.remedies[0].action|is missing",
        "'remedies': [{'action': 'pray'}]|.remedies[0].action|'pray' is not accepted; accepted:"
            + " 'raise-vm-memory', 'lower-vm-memory', 'upgrade-docker-desktop', 'avoid-release',"
            + " 'upgrade-macos', 'move-database-to-named-volume', 'add-shared-folder',"
            + " 'switch-rosetta', 'select-file-sharing', 'switch-vmm'",
        "'remedies': [{'action': 'raise-vm-memory'}]|.remedies[0].toMiB|is missing",
        "'remedies': [{'action': 'raise-vm-memory', 'toMiB': 0}]|.remedies[0].toMiB|0 is not"
            + " accepted; accepted: a whole number of MiB from 1 to 16777216",
        "'remedies': [{'action': 'switch-rosetta', 'on': true, 'to': '4'}]|.remedies[0].to|does"
            + " not belong to this action",
        "'remedies': [{'action': 'switch-vmm', 'vmm': 'qemu', 'why': 1}]|.remedies[0].why|this"
            + " field is not known",
      })
  void fieldOfARuleThatIsNotAcceptedIsNamedWithItsPath(String field, String path, String message) {
    String name = field.substring(0, field.indexOf(':'));
    String rule =
        "{'code': 'a', 'vmms': ['qemu'], 'requires': {'all': []}, 'text': 'b', 'confidence':"
            + " 'low', 'sources': ['s:1']}";
    String without = rule.replaceFirst(name + ": ('[^']*'|\\[[^]]*])", "");
    String edited =
        (without.substring(0, without.length() - 1) + ", " + field + "}")
            .replaceAll("(, )+", ", ")
            .replace("{, ", "{");

    assertThat(problemsOf(minimal("'constraints': [" + edited + "]")))
        .containsExactly(new Problem("$.constraints[0]" + path, 1, message.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"constraints", "deprecations", "knownIssues", "settings"})
  void everyFieldThatARuleMustHaveIsMissed(String kind) {
    List<String> common = List.of("code", "vmms", "text", "confidence", "sources");

    assertThat(problemsOf(minimal("'" + kind + "': [{}]")))
        .containsExactlyElementsOf(
            common.stream()
                .map(name -> new Problem("$." + kind + "[0]." + name, 1, "is missing"))
                .toList());
  }

  @Test
  void everyFieldThatACatalogMustHaveIsMissed() {
    assertThat(problemsOf("{}"))
        .extracting(Problem::toString)
        .containsExactly(
            "line 1: $.id: is missing",
            "line 1: $.version: is missing",
            "line 1: $.asOf: is missing",
            "line 1: $.oldestRelease: is missing",
            "line 1: $.newestRelease: is missing",
            "line 1: $.sources: is missing",
            "line 1: $.vmms: is missing");
  }

  @Test
  void codeThatStandsTwiceIsAProblem() {
    assertThat(
            problemsOf(
                minimal(
                    "'knownIssues': ["
                        + "{'code': 'a', 'vmms': ['qemu'], 'text': 'b', 'confidence': 'low',"
                        + " 'sources': ['s:1']},"
                        + "{'code': 'a', 'vmms': ['qemu'], 'text': 'b', 'confidence': 'low',"
                        + " 'sources': ['s:1']}]")))
        .containsExactly(
            new Problem("$.knownIssues[1].code", 1, "\"a\" is the code of another entry"));
  }

  @Test
  void phaseOfADeprecationIsDeprecatedOrRemoved() {
    assertThat(
            problemsOf(
                minimal(
                    "'deprecations': [{'code': 'a', 'vmms': ['qemu'], 'phase': 'beta',"
                        + " 'replacements': [], 'text': 'b', 'confidence': 'low', 'sources':"
                        + " ['s:1']}]")))
        .containsExactly(
            new Problem(
                "$.deprecations[0].phase",
                1,
                "\"beta\" is not accepted; accepted: \"deprecated\", \"removed\""));
  }

  @Test
  void wordsBelongToFactsAndHaveTheirForm() {
    assertThat(problemsOf(minimal("'words': {'mounts': [], 'workload.mounts': ['A']}")))
        .containsExactly(
            new Problem("$.words.mounts", 1, "this field is not known"),
            new Problem(
                "$.words[\"workload.mounts\"][0]",
                1,
                "\"A\" is not accepted; accepted: a lower-case, hyphenated word such as"
                    + " \"external-disk\""));
  }

  @Test
  void sourceThatStandsTwiceIsAProblem() {
    String twice =
        minimal("'words': {}")
            .replace(
                "\"sources\": [",
                "\"sources\": [{\"id\": \"s:1\", \"kind\": \"issue\", \"document\": \"b\","
                    + " \"read\": \"2026-01-02\"}, ");

    assertThat(problemsOf(twice))
        .containsExactly(new Problem("$.sources", 1, "\"s:1\" is duplicated"));
  }

  @Test
  void citationsAreNotHeldAgainstSourcesThatCannotBeRead() {
    assertThat(problemsOf(constraint("'requires': {'all': []}").replace("manual", "rumour")))
        .containsExactly(
            new Problem(
                "$.sources[0].kind",
                1,
                "\"rumour\" is not accepted; accepted: \"manual\", \"release-notes\","
                    + " \"announcement\", \"documentation-change\", \"advisory\", \"write-up\","
                    + " \"issue\", \"observation\""));
  }

  @Test
  void problemsAreReportedAtOnceWithTheirLinesAndHideNothing() {
    String json =
        """
        {
          "id": "sample", "flavour": 1,
          "version": "1",
          "asOf": "yesterday",
          "oldestRelease": "4.0.0",
          "newestRelease": "4.92.0",
          "sources": [],
          "vmms": [],
          "constraints": [
            {"code": "a", "vmms": ["qemu"], "requires": {"fact": "memoryMiB", "within": "1"},
             "text": "a", "confidence": "low",
             "sources": ["x\\ny"]},
            {"code": "b", "vmms": ["qemu"], "requires": {"fact": "memoryMiB", "atLeast": 1},
             "when": {"all": []}, "text": "a", "confidence": "low", "sources": []},
            {"code": "c", "vmms": ["qemu"], "requires": {"not": {"fact": "chip"}},
             "text": "a", "confidence": "low"}
          ]
        }
        """;

    assertThat(problemsOf(json))
        .extracting(Problem::toString)
        .containsExactly(
            "line 2: $.flavour: this field is not known",
            "line 4: $.asOf: \"yesterday\" is not accepted; accepted: a day of the calendar,"
                + " such as \"2026-09-21\"",
            "line 10: $.constraints[0].requires.within: does not fit the fact \"memoryMiB\";"
                + " accepted: \"known\" with true or false, \"equals\", \"atLeast\" or \"below\""
                + " with a whole number",
            "line 14: $.constraints[1].sources: at least one source has to be cited",
            "line 15: $.constraints[2].requires.not: is not a condition; accepted: one of"
                + " \"all\", \"any\", \"not\", or a \"fact\" with at least one comparison",
            "line 16: $.constraints[2].sources: is missing",
            "line 12: $.constraints[0].sources: \"x\\u000ay\" is not the id of one of $.sources");
  }

  private static void assertCondition(String json, Condition condition) {
    assertThat(read(constraint("'requires': " + json)).rules())
        .singleElement()
        .isInstanceOfSatisfying(
            ConstraintRule.class, rule -> assertThat(rule.requires()).isEqualTo(condition));
  }

  /** A catalog with one constraint that has this field; single quotes stand for double ones. */
  private static String constraint(String field) {
    return minimal(
        "'constraints': [{'code': 'a', 'vmms': ['qemu'], 'text': 'b', 'confidence': 'low',"
            + " 'sources': ['s:1'], "
            + field
            + "}]");
  }

  /** A catalog with this field; single quotes stand for double ones. */
  private static String minimal(String field) {
    return ("{'id': 'sample', 'version': '1', 'asOf': '2026-01-02', 'oldestRelease': '4.0',"
            + " 'newestRelease': '4.92', 'sources': [{'id': 's:1', 'kind': 'manual', 'document':"
            + " 'a', 'read': '2026-01-02'}], 'vmms': [], "
            + field
            + "}")
        .replace('\'', '"');
  }

  private static Catalog read(String json) {
    try {
      return VmmJson.readCatalog(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Problem> problemsOf(String json) {
    return catchThrowableOfType(DocumentException.class, () -> read(json)).problems();
  }
}
