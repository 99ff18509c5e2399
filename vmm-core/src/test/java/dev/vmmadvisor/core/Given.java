package dev.vmmadvisor.core;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.inventory.Inventory;
import dev.vmmadvisor.testkit.SampleHosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the examples in the Javadoc take for given; each is compiled as a part of this. */
public class Given {

  /** An advisor. */
  protected final Advisor advisor = VmmAdvisor.builder().build();

  /** A host. */
  protected final Host host = SampleHosts.appleSilicon();

  /** The advice for it. */
  protected final Recommendation advice = advisor.recommend(host);

  /** An inventory. */
  protected final Inventory inventory = new Inventory(List.of(), List.of());

  /** A folder. */
  protected final Path folder = Path.of("folder");

  /** Makes it. */
  protected Given() {}

  /** A constraint of the user's own. */
  public static final class TwelveGigabytes implements Constraint {

    /** Makes it. */
    public TwelveGigabytes() {}

    @Override
    public String code() {
      return "docker-vmm-twelve-gigabytes";
    }

    @Override
    public Set<Fact> facts() {
      return Set.of(Fact.VM_MEMORY);
    }

    @Override
    public Verdict evaluate(Host host, Vmm vmm) {
      return Verdict.unknown();
    }
  }
}
