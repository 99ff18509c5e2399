package dev.vmmadvisor.core;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.decision.CustomRuleEvaluator;
import dev.vmmadvisor.core.decision.GuardedConstraints;
import dev.vmmadvisor.core.decision.TimeLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: recommends the virtual machine manager that Docker Desktop for Mac should use on
 * a host, with the reasons.
 *
 * <p>{@link #recommend(Host)} uses the built-in catalog. {@link #builder()} creates an {@link
 * Advisor} with another catalog, language or constraints. Everything except the builder is safe to
 * share between threads.
 *
 * {@snippet :
 * System.out.println(VmmAdvisor.recommend(host));
 *
 * Layer layer = Catalogs.readLayer(Path.of("acme.json"));
 * Advisor advisor = VmmAdvisor.builder()
 *     .catalog(Catalogs.builtIn().withLayer(layer, LocalDate.now()))
 *     .locale(Locale.SIMPLIFIED_CHINESE)
 *     .build();
 * System.out.println(advisor.recommend(host, Goal.STABILITY));
 * }
 */
public final class VmmAdvisor {

  private VmmAdvisor() {}

  /**
   * {@return the recommendation for a host by the built-in catalog, with the balanced goal}
   *
   * <p>It exists for every host. Unknown facts make its certainty {@code depends}. If no VMM can
   * run, it has no best VMM and states the reasons.
   *
   * @param host the known facts; may be empty
   */
  public static Recommendation recommend(Host host) {
    Objects.requireNonNull(host, "host");
    return BuiltIn.ADVISOR.recommend(host);
  }

  /** {@return a builder of an advisor; without further settings it uses the built-in catalog} */
  public static Builder builder() {
    return new Builder();
  }

  private static final class BuiltIn {
    static final Advisor ADVISOR = builder().build();
  }

  /** Builds advisors. Not safe to share between threads; the advisors are. */
  public static final class Builder {
    private @Nullable Catalog catalog;
    private Locale locale = Locale.ENGLISH;
    private final List<Constraint> constraints = new ArrayList<>();
    private @Nullable TimeLimiter timeLimiter; // null for no limit

    private Builder() {}

    /**
     * Sets the catalog. The default is the built-in one.
     *
     * @param catalog the catalog
     * @return this builder
     */
    public Builder catalog(Catalog catalog) {
      Objects.requireNonNull(catalog, "catalog");
      this.catalog = catalog;
      return this;
    }

    /**
     * Sets the language of the texts. Nothing else in an answer depends on it. The default is
     * English, whatever the locale of the JVM is.
     *
     * @param locale the language: Simplified Chinese for {@code zh}, {@code zh-CN}, {@code zh-SG}
     *     and {@code zh-Hans}, English for all others
     * @return this builder
     */
    public Builder locale(Locale locale) {
      Objects.requireNonNull(locale, "locale");
      this.locale = locale;
      return this;
    }

    /**
     * Adds a constraint in code. The order of constraints does not matter. If a constraint with the
     * severity {@code blocker} fails, its VMMs are undetermined; see {@link Constraint}.
     *
     * @param constraint the constraint
     * @return this builder
     */
    public Builder constraint(Constraint constraint) {
      Objects.requireNonNull(constraint, "constraint");
      constraints.add(constraint);
      return this;
    }

    /**
     * Adds the constraints that {@link ServiceLoader} finds on the class path or the module path,
     * as services {@code dev.vmmadvisor.api.catalog.Constraint}. By default none are loaded.
     *
     * @return this builder
     * @throws ServiceConfigurationError if one of them cannot be created
     */
    public Builder constraintsOfServices() {
      ServiceLoader.load(Constraint.class).forEach(constraints::add);
      return this;
    }

    /**
     * Limits the time of one call of a constraint in code. A constraint that takes longer fails;
     * see {@link Constraint}. By default there is no limit. With a limit, each call runs in a new
     * thread, which is interrupted when the time is over.
     *
     * @param budget the time
     * @return this builder
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder constraintBudget(Duration budget) {
      Objects.requireNonNull(budget, "budget");
      timeLimiter = TimeLimiter.of(budget);
      return this;
    }

    /**
     * {@return a new advisor}
     *
     * @throws IllegalArgumentException if the catalog has no profile of one of the VMMs, if the
     *     description of a constraint is invalid, or if a code is duplicated; the message names it
     */
    public Advisor build() {
      Catalog used = catalog == null ? Catalogs.builtIn() : catalog;
      CustomRuleEvaluator rules =
          constraints.isEmpty()
              ? CustomRuleEvaluator.NONE
              : GuardedConstraints.of(
                  used, constraints, timeLimiter == null ? TimeLimiter.unlimited() : timeLimiter);
      return new CatalogAdvisor(used, rules, locale);
    }
  }
}
