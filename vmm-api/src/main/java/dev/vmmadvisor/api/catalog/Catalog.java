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
 * What is known about the VMMs of Docker Desktop for Mac, as data.
 *
 * <p>The library has one built in, so most users never name it; others are read from documents, or
 * made by {@link #withLayer}. Nothing is claimed of what a catalog does not state.
 */
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

  /** {@return the day up to which its sources were read} */
  public abstract LocalDate asOf();

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

  /** {@return what it knows of each file sharing implementation} */
  public abstract List<FileSharingProfile> fileSharing();

  /** {@return the releases it knows of, oldest first; perhaps none} */
  public abstract List<Release> releases();

  /** {@return what else it knows about Docker Desktop} */
  public abstract List<Statement> statements();

  /** {@return where its sources disagree} */
  public abstract List<SourceConflict> disagreements();

  /** {@return the rules that layers have waived} */
  public abstract List<Waiver> waivers();

  /**
   * {@return the waivers that expired before the day for which a layer was put on this catalog;
   * their rules count again, and each answer has a notice about each}
   */
  public abstract List<Waiver> expiredWaivers();

  /**
   * {@return the layers on top of the first catalog, lowest first, each with its id and version}
   */
  public abstract List<String> layers();

  /** {@return which macOS the Macs of an architecture can run} */
  public abstract List<MacOsSupport> macOsSupport();

  /** {@return where in Docker Desktop's settings remedies are carried out} */
  public abstract List<SettingsLocation> guides();

  /** {@return the messages that it explains} */
  public abstract List<LogMessage> messages();

  /**
   * {@return fragments of messages that come with many causes or products, so that none of them may
   * be a signature by itself}
   */
  public abstract List<String> genericFragments();

  /** {@return its rules, in the order in which findings are listed} */
  public abstract List<Rule> rules();

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
   * {@return this catalog with a layer on top}
   *
   * @param layer the layer; its codes must be new unless it says that it overrides them
   * @param today the day for which it is asked; waivers that expired before it, of this layer or of
   *     those below, do not count and are listed in {@link #expiredWaivers()}
   * @throws CatalogException if the layer does not fit on this catalog; it names all problems
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

  /** {@return the values of those facts at which something changes} */
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

  /** Builds catalogs. Not safe to share between threads. */
  public static class Builder extends ImmutableCatalog.Builder {
    Builder() {}
  }
}
