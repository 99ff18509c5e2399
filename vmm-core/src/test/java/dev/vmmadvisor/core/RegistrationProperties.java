package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How constraints in code are taken up: in any order, and no code twice. */
class RegistrationProperties {

  /** Six constraints; one of them fails. */
  private static final List<Constraint> SIX =
      List.of(
          always("c-satisfied", Verdict.satisfied()),
          always("a-violated", Verdict.violated("No.", new Remedy.RaiseVmMemory(8192))),
          always("e-unknown", Verdict.unknown()),
          Constraint.of(
              "f-failed",
              Set.of(Vmm.DOCKER_VMM),
              Set.of(),
              (host, vmm) -> {
                throw new IllegalStateException("no config");
              }),
          always("b-not-applicable", Verdict.notApplicable()),
          Constraint.of(
              "d-memory",
              Set.of(Vmm.values()),
              Set.of(Fact.VM_MEMORY),
              (host, vmm) ->
                  host.dockerDesktop()
                      .memoryMiB()
                      .map(mib -> mib >= 6144 ? Verdict.satisfied() : Verdict.violated("Little."))
                      .orElse(Verdict.unknown())));

  private static Constraint always(String code, Verdict verdict) {
    return Constraint.of(code, Set.of(Vmm.DOCKER_VMM), Set.of(), (host, vmm) -> verdict);
  }

  private static VmmAdvisor.Builder builder(List<Constraint> constraints) {
    VmmAdvisor.Builder builder = VmmAdvisor.builder();
    constraints.forEach(builder::constraint);
    return builder;
  }

  @Property(tries = 60)
  void everyOrderGivesTheSameAnswer(
      @ForAll("orders") List<Constraint> order, @ForAll("hosts") Host host) {
    assertThat(VmmJson.write(builder(order).build().recommend(host)))
        .isEqualTo(VmmJson.write(builder(SIX).build().recommend(host)));
  }

  @Property(tries = 60)
  void everyOrderGivesTheSameError(@ForAll("wrongOrders") List<Constraint> order) {
    assertThat(catchThrowable(() -> builder(order).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the code docker-vmm-memory-minimum is that of one of Constraint.of and of a rule of"
                + " the catalog docker-desktop-mac; the code said-twice is that of "
                + One.class.getName()
                + " and of "
                + Other.class.getName()
                + " and of one of Constraint.of");
  }

  @Provide
  Arbitrary<List<Constraint>> orders() {
    return Arbitraries.shuffle(SIX);
  }

  @Provide
  Arbitrary<List<Constraint>> wrongOrders() {
    return Arbitraries.shuffle(
        new One(),
        new Other(),
        always("said-twice", Verdict.satisfied()),
        always("docker-vmm-memory-minimum", Verdict.satisfied()),
        always("said-once", Verdict.satisfied()));
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  /** A service. */
  public static class One implements Constraint {
    @Override
    public String code() {
      return "said-twice";
    }

    @Override
    public Set<Fact> facts() {
      return Set.of();
    }

    @Override
    public Verdict evaluate(Host host, Vmm vmm) {
      return Verdict.satisfied();
    }
  }

  /** Another one with the same code. */
  public static final class Other extends One {}
}
