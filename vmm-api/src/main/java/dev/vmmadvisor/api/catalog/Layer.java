package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.host.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is put on top of a catalog: more knowledge, corrections, and a company's own rules.
 *
 * <p>A rule with the code of a rule below, or the profile of a VMM, takes its place only if {@link
 * #overrides()} names that code or the id of that VMM; otherwise it is an error. See {@link
 * Catalog#withLayer}.
 */
@Value.Immutable
public abstract class Layer {

  // Not for extension: new attributes must not break anyone.
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

  /** {@return the codes of rules, and ids of VMMs, below that this layer replaces} */
  public abstract List<String> overrides();

  /** {@return more words that are known, for facts that are made of open words} */
  public abstract Map<Fact, List<String>> words();

  /** {@return more sources; what is cited can also be a source of the catalog below} */
  public abstract List<Source> sources();

  /** {@return profiles that replace those below} */
  public abstract List<VmmProfile> vmms();

  /** {@return more releases; the newest counts as the newest release of the catalog} */
  public abstract List<Release> releases();

  /** {@return more that is known about Docker Desktop} */
  public abstract List<Statement> statements();

  /** {@return the messages that it explains} */
  public abstract List<LogMessage> messages();

  /** {@return more rules, and rules that replace those below} */
  public abstract List<Rule> rules();

  /** {@return rules below to live with} */
  public abstract List<Waiver> waivers();

  /** {@return VMMs that are not allowed} */
  public abstract List<ForbiddenVmm> forbidden();

  /** {@return rules below to take more or less seriously} */
  public abstract List<SeverityChange> severities();

  /** Builds layers. Not safe to share between threads. */
  public static class Builder extends ImmutableLayer.Builder {
    Builder() {}
  }
}
