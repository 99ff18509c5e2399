package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.host.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Additions and corrections to a catalog, such as the rules of a company.
 *
 * <p>A rule, message or VMM profile replaces the one below with the same code or VMM only if {@link
 * #overrides()} names it; otherwise it is an error. See {@link Catalog#withLayer}.
 */
@Value.Immutable
public abstract class Layer {

  // Package-private: subclasses would break when attributes are added.
  Layer() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the id of this layer, such as {@code acme}} */
  public abstract String id();

  /** {@return the version of its content} */
  public abstract String version();

  /** {@return the day up to which its sources were read, or empty} */
  public abstract Optional<LocalDate> asOf();

  /**
   * {@return the codes of the rules and messages, and the ids of the VMMs, that this layer
   * replaces}
   */
  public abstract List<String> overrides();

  /** {@return further defined words for facts whose values are free words} */
  public abstract Map<Fact, List<String>> words();

  /** {@return further sources; a layer can also cite the sources of the catalog below} */
  public abstract List<Source> sources();

  /** {@return profiles that are new or replace those below} */
  public abstract List<VmmProfile> vmms();

  /** {@return further releases; the newest can become the newest release of the catalog} */
  public abstract List<Release> releases();

  /** {@return further statements about Docker Desktop} */
  public abstract List<Statement> statements();

  /** {@return the messages that it explains} */
  public abstract List<LogMessage> messages();

  /** {@return rules that are new or replace those below} */
  public abstract List<Rule> rules();

  /** {@return the rules whose violation is accepted} */
  public abstract List<Waiver> waivers();

  /** {@return the VMMs that are forbidden} */
  public abstract List<ForbiddenVmm> forbidden();

  /** {@return the rules whose severity changes} */
  public abstract List<SeverityChange> severities();

  /** Builds layers. Not safe to share between threads. */
  public static class Builder extends ImmutableLayer.Builder {
    Builder() {}
  }
}
