package dev.vmmadvisor.testkit.jqwik;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * A jqwik domain that provides the types of this library as parameters.
 *
 * {@snippet :
 * @Domain(VmmDomain.class)
 * @Domain(DomainContext.Global.class)
 * class AdviceProperties {
 *   @Property
 *   void everyHostGetsAnAnswer(@ForAll Host host, @ForAll Goal goal) {
 *     assertThat(advisor.recommend(host, goal).candidates()).hasSize(Vmm.values().length);
 *   }
 * }
 * }
 *
 * <p>It provides {@link Host}s, {@link Refinement}s, {@link Catalog}s and {@link Version}s. Add
 * {@code @Domain(DomainContext.Global.class)} to use the defaults of jqwik, such as enums and
 * strings. For other hosts, such as complete ones, write a provider method.
 */
public class VmmDomain extends DomainContextBase {

  /** Creates the domain; called by jqwik. */
  public VmmDomain() {}

  /** {@return {@link HostArbitraries#hosts()}} */
  @Provide
  public Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  /** {@return {@link HostArbitraries#refinements()}} */
  @Provide
  public Arbitrary<Refinement> refinements() {
    return HostArbitraries.refinements();
  }

  /** {@return {@link CatalogArbitraries#catalogs()}} */
  @Provide
  public Arbitrary<Catalog> catalogs() {
    return CatalogArbitraries.catalogs();
  }

  /** {@return {@link HostArbitraries#dockerDesktopVersions()}} */
  @Provide
  public Arbitrary<Version> versions() {
    return HostArbitraries.dockerDesktopVersions();
  }
}
