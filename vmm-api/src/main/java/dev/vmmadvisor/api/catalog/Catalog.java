package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The facts and rules about the VMMs of Docker Desktop for Mac, as data.
 *
 * <p>The library has a built-in catalog, which most programs use. Others are read from documents or
 * made by {@link #withLayer}. The library makes no assumption about what a catalog does not state.
 *
 * <p>Immutable and safe to share between threads.
 */
@Value.Immutable
public abstract class Catalog {

  // Package-private: subclasses would break when attributes are added.
  Catalog() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the id of this catalog, such as {@code docker-desktop-mac}} */
  public abstract String id();

  /** {@return the version of its content} */
  public abstract String version();

  /** {@return the day up to which its sources were read} */
  public abstract LocalDate asOf();

  /** {@return the oldest release of Docker Desktop that it covers} */
  public abstract Version oldestRelease();

  /** {@return the newest release of Docker Desktop that it covers} */
  public abstract Version newestRelease();

  /**
   * {@return for each fact whose values are free words, the words that this catalog defines; any
   * other word in a host is reported as a notice}
   */
  public abstract Map<Fact, List<String>> words();

  /** {@return the sources that its statements cite by id} */
  public abstract List<Source> sources();

  /** {@return the profiles of the VMMs, at most one for each} */
  public abstract List<VmmProfile> vmms();

  /** {@return the profiles of the file sharing implementations} */
  public abstract List<FileSharingProfile> fileSharing();

  /** {@return the releases with their dates, oldest first; may be empty} */
  public abstract List<Release> releases();

  /** {@return further statements about Docker Desktop} */
  public abstract List<Statement> statements();

  /** {@return where its sources disagree} */
  public abstract List<SourceConflict> disagreements();

  /** {@return the rules that layers have waived} */
  public abstract List<Waiver> waivers();

  /**
   * {@return the waivers that expired before the day given to {@link #withLayer}; their rules apply
   * again, and every answer has a notice for each of them}
   */
  public abstract List<Waiver> expiredWaivers();

  /**
   * {@return the layers added to the base catalog, lowest first, each as its id, a space and its
   * version}
   */
  public abstract List<String> layers();

  /** {@return which macOS the Macs of an architecture can run} */
  public abstract List<MacOsSupport> macOsSupport();

  /** {@return where in Docker Desktop's settings each kind of remedy is applied} */
  public abstract List<SettingsLocation> guides();

  /** {@return the messages that it explains} */
  public abstract List<LogMessage> messages();

  /**
   * {@return fragments of messages that have many causes or occur in many products, so that none of
   * them may be a signature by itself}
   */
  public abstract List<String> genericFragments();

  /** {@return its rules, in the order in which findings are listed} */
  public abstract List<Rule> rules();

  /** {@return the rules that are known issues, in their order} */
  public List<KnownIssue> knownIssues() {
    return rules(KnownIssue.class);
  }

  /** {@return the rules that are vulnerabilities, in their order} */
  public List<Vulnerability> vulnerabilities() {
    return rules(Vulnerability.class);
  }

  /** {@return the rules that are constraints in data, in their order} */
  public List<ConstraintRule> constraints() {
    return rules(ConstraintRule.class);
  }

  private <T extends Rule> List<T> rules(Class<T> type) {
    return rules().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * {@return the source with an id, or empty if this catalog has none}
   *
   * @param id the id, as in {@code Finding.sources()}
   */
  public Optional<Source> source(String id) {
    Objects.requireNonNull(id, "id");
    return sources().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /**
   * {@return the profile of a VMM, or empty if this catalog has none}
   *
   * @param vmm the VMM
   */
  public Optional<VmmProfile> vmm(Vmm vmm) {
    Objects.requireNonNull(vmm, "vmm");
    for (VmmProfile profile : vmms()) {
      if (profile.vmm() == vmm) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the rule with a code, or empty if there is none}
   *
   * @param code the code
   */
  public Optional<Rule> rule(String code) {
    Objects.requireNonNull(code, "code");
    return rules().stream().filter(rule -> rule.code().equals(code)).findFirst();
  }

  /**
   * {@return a new catalog: this one with a layer added}
   *
   * @param layer the layer; its codes must be new unless it says that it overrides them
   * @param today the current day; waivers of this or a lower layer that expired before it have no
   *     effect and are listed in {@link #expiredWaivers()}
   * @throws CatalogException if the layer contradicts this catalog; it lists all problems
   */
  public Catalog withLayer(Layer layer, LocalDate today) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(today, "today");
    return new LayerMerger(this, layer, today).result();
  }

  /** {@return the facts that any condition of this catalog reads, in the order of {@link Fact}} */
  public Set<Fact> facts() {
    return boundaries().facts();
  }

  /** {@return the values of those facts at which conditions change} */
  public Boundaries boundaries() {
    return Boundaries.of(this);
  }

  /**
   * {@return the waiver of a rule, or empty if it is not waived}
   *
   * @param code the code of the rule
   */
  public Optional<Waiver> waiver(String code) {
    Objects.requireNonNull(code, "code");
    for (Waiver waiver : waivers()) {
      if (waiver.code().equals(code)) {
        return Optional.of(waiver);
      }
    }
    return Optional.empty();
  }

  /** {@return the id and the version, such as {@code docker-desktop-mac 0.2.0}} */
  @Override
  public String toString() {
    return id() + " " + version();
  }

  /** Builds catalogs. Not safe to share between threads. */
  public static class Builder extends ImmutableCatalog.Builder {
    Builder() {}
  }
}
