package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.CustomRule;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates constraints in code and isolates their failures. A failure becomes the result {@link
 * Result#ERROR} of that constraint. A constraint fails if it throws, returns null, reads an
 * undeclared fact, names an impossible remedy, or exceeds the time limit. Thread-safe if the
 * constraints are.
 */
public final class GuardedConstraints implements CustomRuleEvaluator {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  private static final int MAX_TEXT = 1000;

  private final Map<CustomRule, Constraint> constraints;
  private final TimeLimiter timeLimiter;

  private GuardedConstraints(Map<CustomRule, Constraint> constraints, TimeLimiter timeLimiter) {
    this.constraints = constraints;
    this.timeLimiter = timeLimiter;
  }

  /**
   * Validates and registers constraints.
   *
   * @param catalog the catalog, whose codes are reserved
   * @param constraints the constraints; their order does not matter
   * @param timeLimiter the time limit of each call
   * @throws IllegalArgumentException if the description of a constraint is invalid or a code is
   *     duplicated; the message names all problems
   */
  public static GuardedConstraints of(
      Catalog catalog, Collection<Constraint> constraints, TimeLimiter timeLimiter) {
    List<String> problems = new ArrayList<>();
    Map<String, List<Registered>> byCode = new TreeMap<>();
    for (Constraint constraint : constraints) {
      CustomRule rule = rule(constraint, problems);
      if (rule != null) {
        byCode
            .computeIfAbsent(rule.code(), code -> new ArrayList<>())
            .add(new Registered(rule, constraint));
      }
    }
    Set<String> catalogCodes =
        catalog.rules().stream().map(Rule::code).collect(Collectors.toUnmodifiableSet());
    byCode.forEach(
        (code, owners) -> {
          List<String> origins = new ArrayList<>();
          owners.forEach(owner -> origins.add(origin(owner.constraint())));
          Collections.sort(origins); // independent of the order of registration
          if (catalogCodes.contains(code)) {
            origins.add("a rule of the catalog " + catalog.id());
          }
          if (origins.size() > 1) {
            problems.add("the code " + code + " is that of " + String.join(" and of ", origins));
          }
        });
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().sorted().collect(Collectors.joining("; ")));
    }
    Map<CustomRule, Constraint> accepted = new LinkedHashMap<>();
    byCode.values().stream()
        .flatMap(List::stream)
        .forEach(one -> accepted.put(one.rule(), one.constraint()));
    return new GuardedConstraints(accepted, timeLimiter);
  }

  /** A constraint with its description. */
  private record Registered(CustomRule rule, Constraint constraint) {}

  /** The description of a constraint; null if it is invalid, with a problem added. */
  private static @Nullable CustomRule rule(Constraint constraint, List<String> problems) {
    try {
      String code = constraint.code();
      if (code == null || !CODE.matcher(code).matches()) {
        problems.add(
            origin(constraint)
                + ": the code "
                + code
                + " is not accepted; accepted: a lower-case, hyphenated word");
        return null;
      }
      Set<Vmm> vmms = EnumSet.copyOf(constraint.vmms());
      Set<Fact> facts = EnumSet.noneOf(Fact.class);
      facts.addAll(constraint.facts());
      Severity severity = Objects.requireNonNull(constraint.severity(), "severity");
      return new CustomRule(code, List.copyOf(vmms), List.copyOf(facts), severity);
    } catch (RuntimeException e) {
      problems.add(
          origin(constraint)
              + ": what it says of itself cannot be read: "
              + e
              + "; accepted: a code, at least one VMM, facts, a severity");
      return null;
    }
  }

  private static String origin(Constraint constraint) {
    String name = constraint.getClass().getName();
    return name.startsWith(Constraint.class.getName() + "$") ? "one of Constraint.of" : name;
  }

  @Override
  public List<CustomRule> rules() {
    return List.copyOf(constraints.keySet());
  }

  @Override
  public Judgement judge(CustomRule rule, Vmm vmm, Host host) {
    Constraint constraint = constraints.get(rule);
    if (constraint == null) {
      throw new IllegalArgumentException("there is no constraint " + rule.code());
    }
    Set<Fact> read = EnumSet.noneOf(Fact.class);
    Object answer = timeLimiter.call(() -> constraint.evaluate(host.watched(read::add), vmm));
    if (answer instanceof TimeLimiter.Failure failure) {
      return error(failure.text());
    }
    return judgement((Verdict) answer, rule, read, host);
  }

  private static Judgement judgement(Verdict verdict, CustomRule rule, Set<Fact> read, Host host) {
    Set<Fact> undeclared = EnumSet.noneOf(Fact.class);
    undeclared.addAll(read);
    undeclared.removeAll(declared(rule));
    if (!undeclared.isEmpty()) {
      return error(
          "it reads what it does not declare: "
              + undeclared.stream().map(Fact::path).collect(Collectors.joining(", ")));
    }
    if (verdict instanceof Verdict.Satisfied) {
      return new Judgement(Result.SATISFIED, "", List.of());
    }
    if (verdict instanceof Verdict.NotApplicable) {
      return new Judgement(Result.NOT_APPLICABLE, "", List.of());
    }
    if (verdict instanceof Verdict.Violated violated) {
      for (Remedy remedy : violated.remedies()) {
        Optional<String> mistake = mistake(remedy, host);
        if (mistake.isPresent()) {
          return error("a remedy of it cannot be carried out: " + mistake.get());
        }
      }
      return new Judgement(Result.VIOLATED, cut(violated.text()), violated.remedies());
    }
    return new Judgement(Result.UNKNOWN, "", List.of());
  }

  /** The error of an impossible remedy, such as an invalid memory size; empty if it is possible. */
  private static Optional<String> mistake(Remedy remedy, Host host) {
    try {
      remedy.applyTo(host);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(remedy + ": " + e.getMessage());
    }
  }

  /** The declared facts, and those that are derived from them. */
  private static Set<Fact> declared(CustomRule rule) {
    Set<Fact> declared = EnumSet.noneOf(Fact.class);
    declared.addAll(rule.facts());
    if (declared.contains(Fact.OPERATING_SYSTEM)) {
      declared.add(Fact.MACOS_VERSION);
    }
    if (declared.contains(Fact.CHIP)) {
      declared.add(Fact.CHIP_GENERATION);
    }
    return declared;
  }

  private static Judgement error(String text) {
    return new Judgement(Result.ERROR, cut(text), List.of());
  }

  private static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "..." : text;
  }
}
