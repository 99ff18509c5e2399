package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is asked about hosts, and what it would lead to. Docker VMM is the best of the small
 * catalogs unless one of its constraints is violated; then it is the framework.
 */
class MissingFactAnalyzerTest {

  private static final String YES = "docker-vmm";
  private static final String NO = "apple-virtualization-framework";

  static List<Arguments> facts() {
    return List.of(
        Arguments.of(
            "{}",
            "{'fact': 'dockerDesktop.memoryMiB', 'atLeast': 4096}",
            "",
            "dockerDesktop.memoryMiB: (,4096) NO, [4096,) YES"),
        Arguments.of(
            "{}",
            "{'fact': 'dockerDesktop.memoryMiB', 'atLeast': 4096}",
            "{'fact': 'dockerDesktop.memoryMiB', 'atLeast': 2048, 'below': 8192}",
            "dockerDesktop.memoryMiB: (,4096) NO, [4096,8192) YES, [8192,) NO"),
        Arguments.of(
            "{}",
            "{'fact': 'macOsVersion', 'within': '[13,15]'}",
            "{'fact': 'macOsVersion', 'atLeast': '12'}",
            "macOsVersion: (,13) NO, [13,15] YES, (15,) NO"),
        Arguments.of(
            "{'macOsVersion': '10.16'}",
            "{'fact': 'macOsVersion', 'atLeast': '10.15'}",
            "{'fact': 'macOsVersion', 'within': '[10.15,12)'}",
            "macOsVersion: [10.15,12) YES, [12,) NO"),
        Arguments.of(
            "{'macOsVersion': '12.3'}", "{'fact': 'macOsVersion', 'atLeast': '12'}", "", ""),
        Arguments.of(
            "{}",
            "{'fact': 'architecture', 'equals': 'arm64'}",
            "",
            "architecture: arm64 YES, x86_64 NO"),
        Arguments.of(
            "{}",
            "{'not': {'fact': 'dockerDesktop.vmm', 'equals': 'qemu'}}",
            "",
            "dockerDesktop.vmm: docker-vmm YES, apple-virtualization-framework YES, qemu NO,"
                + " hyperkit YES"),
        Arguments.of(
            "{}",
            "{'fact': 'dockerDesktop.fileSharing', 'equals': 'osxfs'}",
            "",
            "dockerDesktop.fileSharing: virtiofs NO, grpc-fuse NO, osxfs YES"),
        Arguments.of(
            "{}",
            "{'fact': 'operatingSystem', 'oneOf': ['macos', 'darwin']}",
            "",
            "operatingSystem: macos YES, darwin YES, not macos, not darwin NO"),
        Arguments.of(
            "{}",
            "{'fact': 'rosettaInstalled', 'equals': true}",
            "",
            "rosettaInstalled: false NO, true YES"),
        Arguments.of("{}", "{'fact': 'chip', 'known': true}", "", "chip: known YES"),
        Arguments.of(
            "{}",
            "{'fact': 'workload.traits', 'contains': ['one', 'two']}",
            "",
            "workload.traits: not one, not two NO, one YES, two YES"),
        Arguments.of(
            "{'workload': {'traits': ['three']}}",
            "{'fact': 'workload.traits', 'contains': 'one'}",
            "",
            ""),
        Arguments.of(
            "{}",
            "{'not': {'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'bind-mount'}}}",
            "",
            "workload.databases: not mongodb YES, mongodb on bind-mount NO"),
        Arguments.of(
            "{}",
            "{'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'bind-mount'}}",
            "{'not': {'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'named-volume'}}}",
            "workload.databases: not mongodb NO, mongodb on bind-mount YES, mongodb on named-volume"
                + " NO, mongodb on bind-mount and named-volume NO"),
        Arguments.of(
            "{'workload': {'databases': [{'engine': 'mongodb'}]}}",
            "{'not': {'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'bind-mount'}}}",
            "",
            "workload.databases: mongodb on named-volume YES, mongodb on bind-mount NO"),
        Arguments.of(
            "{'workload': {'databases': [{'engine': 'mysql', 'storage': 'named-volume'},"
                + " {'engine': 'redis'}, {'engine': 'mongodb', 'storage': 'named-volume'}]}}",
            "{'not': {'fact': 'workload.databases', 'contains': {'storage': 'bind-mount'}}}",
            "{'not': {'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'bind-mount'}}}",
            "workload.databases: another database on named-volume YES, another database on"
                + " bind-mount and named-volume NO"),
        Arguments.of(
            "{'workload': {'databases': [{'engine': 'redis'}, {'engine': 'mysql'}]}}",
            "{'fact': 'workload.databases', 'contains': {'storage': 'bind-mount'}}",
            "{'fact': 'workload.databases', 'contains': {'storage': 'named-volume'}}",
            "workload.databases: another database on named-volume NO, another database on"
                + " bind-mount NO, another database on bind-mount and named-volume YES"),
        Arguments.of(
            "{'workload': {'databases': [{'engine': 'mongodb'}]}}",
            "{'all': [{'any': [{'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'named-volume'}}]}]}",
            "{'fact': 'workload.databases', 'contains': {}}",
            "workload.databases: mongodb on named-volume YES, mongodb on bind-mount NO"),
        Arguments.of(
            "{'workload': {'databases': [{'engine': 'mongodb'}, {'engine': 'redis', 'storage':"
                + " 'bind-mount'}]}}",
            "{'not': {'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'named-volume'}}}",
            "{'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'bind-mount'}}",
            "workload.databases: mongodb on named-volume NO, mongodb on bind-mount YES"),
        Arguments.of(
            "{'workload': {'databases': [{'engine': 'redis'}, {'engine': 'mongodb', 'storage':"
                + " 'bind-mount'}]}}",
            "{'not': {'fact': 'workload.databases', 'contains': {'storage': 'named-volume'}}}",
            "{'fact': 'workload.databases', 'contains': {'engines': ['mongodb'],"
                + " 'storage': 'bind-mount'}}",
            "workload.databases: another database on named-volume NO, another database on"
                + " bind-mount YES"),
        Arguments.of(
            "{'chip': 'Intel Core i7'}", "{'fact': 'chipGeneration', 'atLeast': 2}", "", ""),
        Arguments.of(
            "{'architecture': 'arm64'}",
            "{'fact': 'chipGeneration', 'atLeast': 2}",
            "",
            "chipGeneration: (,2) NO, [2,) YES"),
        Arguments.of(
            "{}",
            "{'fact': 'workload.databases', 'contains': {}}",
            "{'not': {'fact': 'workload.databases', 'contains': {'engines': ['mongodb']}}}",
            "workload.databases: not mongodb, not another database NO, mongodb on bind-mount NO,"
                + " another database on bind-mount YES"),
        Arguments.of(
            "{}",
            "{'all': [{'fact': 'rosettaInstalled', 'equals': true},"
                + " {'fact': 'dockerDesktop.cpus', 'atLeast': 4}]}",
            "{'fact': 'architecture', 'equals': 'arm64'}",
            "architecture: arm64 NO, x86_64 NO; rosettaInstalled: false NO, true NO;"
                + " dockerDesktop.cpus: (,) NO"),
        Arguments.of(
            "{}",
            "{'fact': 'architecture', 'equals': 'arm64'}",
            "{'fact': 'dockerDesktop.fileSharing', 'equals': 'virtiofs'}",
            "dockerDesktop.fileSharing: virtiofs NO, grpc-fuse NO, osxfs NO;"
                + " architecture: arm64 NO, x86_64 NO"));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void aMissingFactTellsWhereEachOfItsValuesLeads(
      String host, String requires, String other, String missing) throws IOException {
    assertThat(missing(host, constraint("first", requires) + constraint("second", other)))
        .isEqualTo(missing.replace("YES", YES).replace("NO", NO));
  }

  private static String constraint(String code, String requires) {
    return requires.isEmpty()
        ? ""
        : """
        , {"code": "%s", "vmms": ["docker-vmm"], "requires": %s,
         "text": "Something.", "confidence": "high", "sources": ["s:1"]}
        """
            .formatted(code, requires);
  }

  /** The missing facts of a host, each with its classes of values and where they lead. */
  private static String missing(String host, String constraints) throws IOException {
    CompiledCatalog knowledge = CompiledCatalog.of(catalog(constraints));
    BitParallelEvaluator reader = new BitParallelEvaluator(knowledge);
    Host read = VmmJson.readHost(json(host));
    Evaluation matrix = reader.evaluate(read, CustomRuleResults.NONE);
    Ranking ranking = Ranking.of(knowledge.candidates(), Goal.BALANCED, matrix);
    return new CertaintyAnalyzer(knowledge)
        .of(read, Goal.BALANCED, CustomRuleResults.NONE, matrix, ranking).missingFacts().stream()
            .map(MissingFactAnalyzerTest::text)
            .collect(Collectors.joining("; "));
  }

  private static String text(MissingFact missing) {
    return missing.fact().path()
        + ": "
        + missing.outcomes().entrySet().stream()
            .map(entry -> entry.getKey().notation() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Catalog catalog(String constraints) throws IOException {
    String source = "\"text\": \"Text.\", \"confidence\": \"high\", \"sources\": [\"s:1\"]";
    String json =
        """
        {"id": "small", "version": "1", "asOf": "2026-09-21",
         "oldestRelease": "4.1.0", "newestRelease": "4.9.0",
         "sources": [{"id": "s:1", "kind": "manual", "document": "Manual", "read": "2026-09-21"}],
         "vmms": [
           {"vmm": "docker-vmm", "text": "A VMM.", "sources": ["s:1"], "lifecycle": [
             {"code": "one", "phase": "generally-available", SOURCE}]},
           {"vmm": "apple-virtualization-framework", "text": "A VMM.", "sources": ["s:1"],
            "lifecycle": [{"code": "two", "phase": "legacy", SOURCE}]},
           {"vmm": "qemu", "text": "A VMM.", "sources": ["s:1"], "lifecycle": [
             {"code": "three", "phase": "deprecated", SOURCE}]},
           {"vmm": "hyperkit", "text": "A VMM.", "sources": ["s:1"], "lifecycle": [
             {"code": "four", "phase": "deprecated", SOURCE}]}],
         "constraints": [%s]}
        """
            .formatted(json(constraints).replaceFirst("^\\s*,", ""))
            .replace("SOURCE", source);
    return Catalogs.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
