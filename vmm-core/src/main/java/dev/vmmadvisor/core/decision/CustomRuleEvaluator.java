package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.CustomRule;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.List;

/** Evaluates the constraints in code. Safe to share between threads. */
public interface CustomRuleEvaluator {

  /** The evaluator without constraints. */
  CustomRuleEvaluator NONE =
      new CustomRuleEvaluator() {
        @Override
        public List<CustomRule> rules() {
          return List.of();
        }

        @Override
        public Judgement judge(CustomRule rule, Vmm vmm, Host host) {
          throw new IllegalArgumentException("there is no constraint " + rule.code());
        }
      };

  /** The result of a constraint. */
  enum Result {
    /** The VMM meets it. */
    SATISFIED,
    /** The VMM does not meet it. */
    VIOLATED,
    /** It depends on an unknown fact, or on something outside of the host. */
    UNKNOWN,
    /** It does not apply to the host. */
    NOT_APPLICABLE,
    /** It failed. A hard constraint makes its VMM undetermined; any other does not count. */
    ERROR
  }

  /**
   * The result of a constraint for a VMM and a host.
   *
   * @param result the result
   * @param text the explanation or the error message; may be empty
   * @param remedies the remedies of a violation
   */
  record Judgement(Result result, String text, List<Remedy> remedies) {}

  /** The descriptions of the constraints, in the order of their codes. */
  List<CustomRule> rules();

  /**
   * Evaluates a constraint.
   *
   * @param rule the constraint
   * @param vmm a VMM that it is about
   * @param host the host
   */
  Judgement judge(CustomRule rule, Vmm vmm, Host host);

  /**
   * Whether more can be learned about a fact of a host.
   *
   * @param fact the fact
   * @param host the host
   */
  static boolean isOpen(Fact fact, Host host) {
    if (fact.valueIn(host).isEmpty()) {
      return !ComparisonTable.lacks(fact, host);
    }
    return switch (fact) {
      case DATABASES ->
          host.workload().databases().orElseThrow().stream()
              .anyMatch(database -> database.storage().isEmpty());
      case MACOS_VERSION -> host.macOsVersion().orElseThrow().isMacOsCompatibilityVersion();
      default -> false;
    };
  }
}
