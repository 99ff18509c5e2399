package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.CustomRule;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.List;

/** The constraints in code that hosts are held against. Safe to share between threads. */
public interface CustomRuleEvaluator {

  /** None. */
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

  /** How a constraint turned out. */
  enum Result {
    /** The VMM meets it. */
    SATISFIED,
    /** It does not. */
    VIOLATED,
    /** That depends on a fact that is not known, or on something outside of the host. */
    UNKNOWN,
    /** It is not about such a host. */
    NOT_APPLICABLE,
    /** It failed: a hard one leaves its VMM undetermined, any other decides nothing. */
    ERROR
  }

  /**
   * How a constraint turned out for a VMM of a host.
   *
   * @param result how
   * @param text why, or what the mistake was; may be empty
   * @param remedies what would help where it is violated
   */
  record Judgement(Result result, String text, List<Remedy> remedies) {}

  /** What the constraints say of themselves, in the order of their codes. */
  List<CustomRule> rules();

  /**
   * Asks one of them.
   *
   * @param rule which one
   * @param vmm one of its VMMs
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
