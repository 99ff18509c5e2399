package com.acme.versions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.fleet.Fleet;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents of every answer about the sample hosts, and documents that contain these. */
final class Answers {

  private final Sections sections;
  private final ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module());
  private final Advisor advisor = VmmAdvisor.builder().build();

  Answers(Sections sections) {
    this.sections = sections;
  }

  void print() {
    Recommendation before = advisor.recommend(SampleHosts.intelOnHyperKit());
    SampleHosts.all().forEach((name, host) -> print(name, host, before));
    answer("fleet report", Fleet.of(advisor).report(SampleHosts.all().values().stream()));
  }

  private void print(String name, Host host, Recommendation before) {
    sections.add("host of " + name, () -> VmmJson.write(host) + VmmJson.writeLine(host));
    Recommendation advice = advisor.recommend(host);
    answer("recommendation for " + name, advice);
    answer("plan for " + name, advice.plan());
    answer("comparison for " + name, advice.compare(Vmm.QEMU, Vmm.DOCKER_VMM));
    answer("difference to " + name, before.diff(advice));
    answer("validation of " + name, advisor.validate(host));
    answer("timeline of " + name, advisor.timeline(host));
    UpgradeTarget target = UpgradeTarget.dockerDesktop(Version.parse("4.60.0"));
    answer("look-ahead for " + name, advisor.lookAhead(host, target));
    answer("explanation for " + name, advisor.explain(host, Vmm.HYPERKIT));
    String log = "com.docker.virtualization: process terminated unexpectedly";
    answer("diagnosis for " + name, advisor.diagnose(host, log));

    sections.add(
        "document of ours with " + name,
        () -> {
          Map<String, Object> ours = new LinkedHashMap<>();
          ours.put("host", host);
          ours.put("advice", advice);
          return mapper.writeValueAsString(ours);
        });
    sections.add(
        "host in a document of ours, " + name,
        () -> {
          String ours = mapper.writeValueAsString(Map.of("host", host));
          return mapper.readValue(ours, new TypeReference<Map<String, Host>>() {});
        });
  }

  private void answer(String name, Answer answer) {
    sections.add(name, () -> VmmJson.write(answer));
    sections.add(name + ", on a line", () -> VmmJson.writeLine(answer));
  }
}
