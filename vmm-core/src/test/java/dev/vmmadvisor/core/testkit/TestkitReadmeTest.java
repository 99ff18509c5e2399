package dev.vmmadvisor.core.testkit;

import static dev.vmmadvisor.testkit.assertions.VmmAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.testkit.HostFacts;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.cases.Case;
import dev.vmmadvisor.testkit.cases.Cases;
import dev.vmmadvisor.testkit.contract.ConstraintContract;
import dev.vmmadvisor.testkit.jqwik.VmmDomain;
import dev.vmmadvisor.testkit.junit.CaseTests;
import dev.vmmadvisor.testkit.junit.ConstraintContractTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README of the testkit says. */
class TestkitReadmeTest {

  private final Advisor advisor = VmmAdvisor.builder().build();

  @Test
  void aWrongConstraintIsNamedWithASmallHost() {
    Constraint ours =
        Constraint.of(
            "our-vm-memory",
            Set.of(Vmm.DOCKER_VMM),
            Set.of(Fact.VM_MEMORY, Fact.CPUS),
            (host, vmm) ->
                host.dockerDesktop().memoryMiB().orElse(0) >= 8192
                    ? Verdict.satisfied()
                    : Verdict.violated(
                        "We give Docker VMM 8 GiB.", new Remedy.RaiseVmMemory(8192)));

    assertThatThrownBy(() -> ConstraintContract.check(ours))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            our-vm-memory does not keep to the contract of constraints:
            - its verdict does not stay when more becomes known: violated, then satisfied (for \
            docker-vmm); host: {}, then {"dockerDesktop":{"memoryMiB":8192}}
              (it declares what it was not seen to read: dockerDesktop.cpus)\
            """);
  }

  private static final class OurConstraint implements Constraint {
    @Override
    public String code() {
      return "our-vm-memory";
    }

    @Override
    public Set<Fact> facts() {
      return Set.of(Fact.VM_MEMORY);
    }

    @Override
    public Verdict evaluate(Host host, Vmm vmm) {
      return host.dockerDesktop()
          .memoryMiB()
          .map(
              memory ->
                  memory >= 8192
                      ? Verdict.satisfied()
                      : Verdict.violated("We give 8 GiB.", new Remedy.RaiseVmMemory(8192)))
          .orElse(Verdict.unknown());
    }
  }

  @Nested
  class OurConstraintTest extends ConstraintContractTest {
    @Override
    protected Constraint constraint() {
      return new OurConstraint();
    }
  }

  @Test
  void adviceIsAssertedInOneSentence() {
    Host mac = SampleHosts.appleSiliconWithMongoDbOnBindMount();

    assertThat(advisor.recommend(mac))
        .recommends(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
        .becauseOf("harm")
        .isCertain()
        .ruledOut(Vmm.QEMU)
        .hasNoErrors();
    assertThat(advisor.recommend(HostFacts.without(mac, Fact.DATABASES))).dependsOn(Fact.DATABASES);
  }

  private static List<Case> cases(String certainty) throws IOException {
    String document =
        """
        {"cases": [{
          "name": "a Windows PC",
          "host": {"operatingSystem": "windows"},
          "expected": {"best": "none", "certainty": "%s"}
        }]}
        """
            .formatted(certainty);
    return Cases.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void casesTellHowTheyDiffer() throws IOException {
    List<String> differences = new ArrayList<>();
    for (Case each : cases("certain")) {
      differences.add(each.name() + ": " + each.differences(advisor));
    }

    assertThat(differences).containsExactly("a Windows PC: [certainty: expected certain, is none]");
  }

  @TestFactory
  Stream<DynamicTest> casesAreTests() throws IOException {
    return CaseTests.of(cases("none"), advisor);
  }

  @Property(tries = 20)
  @Domain(VmmDomain.class)
  @Domain(DomainContext.Global.class)
  void everyHostGetsAnAnswer(@ForAll Host host, @ForAll Goal goal) {
    assertThat(advisor.recommend(host, goal).candidates()).hasSize(Vmm.values().length);
  }
}
