package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What is known about the VMMs of Docker Desktop for Mac, as data. */
@Value.Immutable
public abstract class Catalog {

  // Not for extension: new attributes must not break anyone.
  Catalog() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the id of this catalog, such as {@code docker-desktop-mac}} */
  public abstract String id();

  /** {@return the version of its content} */
  public abstract String version();

  /** {@return the day up to which its sources were read, as {@code yyyy-mm-dd}} */
  public abstract String asOf();

  /** {@return the oldest release of Docker Desktop it knows of} */
  public abstract Version oldestRelease();

  /** {@return the newest release of Docker Desktop it knows of} */
  public abstract Version newestRelease();

  /**
   * {@return for facts that are made of open words, the words that this catalog knows; a word of a
   * host that is not among them becomes a notice}
   */
  public abstract Map<Fact, List<String>> words();

  /** {@return the sources that its statements cite by id} */
  public abstract List<Source> sources();

  /** {@return what it knows of each VMM; one profile for each} */
  public abstract List<VmmProfile> vmms();

  /** {@return where in Docker Desktop's settings remedies are carried out} */
  public abstract List<Guide> guides();

  /** {@return its rules, in the order in which findings are listed} */
  public abstract List<Rule> rules();

  /**
   * {@return the profile of a VMM, or empty if this catalog has none}
   *
   * @param vmm the VMM
   */
  public Optional<VmmProfile> vmm(Vmm vmm) {
    return vmms().stream().filter(profile -> profile.vmm() == vmm).findFirst();
  }

  /**
   * {@return the rule with a code, or empty if there is none}
   *
   * @param code the code
   */
  public Optional<Rule> rule(String code) {
    return rules().stream().filter(rule -> rule.code().equals(code)).findFirst();
  }

  /** Builds catalogs. Not safe to share between threads. */
  public static class Builder extends ImmutableCatalog.Builder {
    Builder() {}
  }
}
