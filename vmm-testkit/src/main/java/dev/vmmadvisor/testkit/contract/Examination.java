package dev.vmmadvisor.testkit.contract;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.HostFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One verification of the contract. Not safe to share between threads. */
final class Examination {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  private static final int THREADS = 4;

  private final Supplier<? extends Constraint> constraints;
  private final List<Host> moreHosts;
  private final Asking asking;
  private final Map<Clause, Mistake> mistakes = new EnumMap<>(Clause.class);
  private final List<String> remarks = new ArrayList<>();
  private final Set<Vmm> vmms = EnumSet.noneOf(Vmm.class);
  private final Set<Fact> declared = EnumSet.noneOf(Fact.class);
  private String name = "the constraint";

  Examination(Supplier<? extends Constraint> constraints, List<Host> moreHosts, Asking asking) {
    this.constraints = constraints;
    this.moreHosts = moreHosts;
    this.asking = asking;
  }

  String name() {
    return name;
  }

  List<Mistake> mistakes() {
    return List.copyOf(mistakes.values());
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  void run() {
    Constraint constraint = constraints.get();
    if (constraint == null) {
      add(Clause.DESCRIBES_ITSELF, "there is no constraint, but null");
      return;
    }
    name = constraint.getClass().getName();
    describe(constraint);
    if (!mistakes.isEmpty()) {
      return; // the hosts and VMMs to evaluate are unknown
    }
    evaluate(constraint);
  }

  private void describe(Constraint constraint) {
    Object code = said("code", constraint::code);
    Object about = said("VMMs", constraint::vmms);
    Object facts = said("facts", constraint::facts);
    Object severity = said("severity", constraint::severity);
    if (code instanceof String text) {
      name = text;
      if (!CODE.matcher(text).matches()) {
        add(
            Clause.DESCRIBES_ITSELF,
            "the code " + text + " is not accepted; accepted: a lower-case, hyphenated word");
      }
    }
    if (about instanceof Set<?> set) {
      set.forEach(each -> vmms.add((Vmm) each));
      if (set.isEmpty()) {
        add(Clause.DESCRIBES_ITSELF, "it is about no VMM; accepted: at least one");
      }
    }
    if (facts instanceof Set<?> set) {
      set.forEach(each -> declared.add((Fact) each));
    }
    if (mistakes.isEmpty() && !(severity instanceof Severity)) {
      add(Clause.DESCRIBES_ITSELF, "its severity is null; accepted: a severity");
    }
  }

  /**
   * Returns a declared property; reports a violation if it cannot be read or differs between two
   * calls.
   */
  private @Nullable Object said(String what, Supplier<@Nullable Object> question) {
    try {
      Object first = copied(question.get());
      Object second = copied(question.get());
      if (first == null) {
        add(Clause.DESCRIBES_ITSELF, "its " + what + " cannot be read: null");
      } else if (!first.equals(second)) {
        add(
            Clause.DESCRIBES_ITSELF,
            "it says otherwise when asked again for its "
                + what
                + ": "
                + first
                + ", then "
                + second);
      }
      return first;
    } catch (RuntimeException e) {
      add(Clause.DESCRIBES_ITSELF, "its " + what + " cannot be read: " + e);
      return null;
    }
  }

  private static @Nullable Object copied(@Nullable Object said) {
    return said instanceof Set<?> set ? Set.copyOf(set) : said;
  }

  private void evaluate(Constraint constraint) {
    List<Host> hosts = ContractHosts.of(declared, moreHosts);
    Set<Host> all = new LinkedHashSet<>();
    Map<Host, List<Host>> partials = new LinkedHashMap<>();
    for (Host host : hosts) {
      List<Host> less = ContractHosts.partials(host, declared);
      all.addAll(less);
      all.add(host);
      partials.put(host, less);
    }
    List<Answer.Question> questions = new ArrayList<>();
    for (Host host : all) {
      vmms.forEach(vmm -> questions.add(new Answer.Question(host, vmm)));
    }
    Map<Answer.Question, Answer> answers = askTwice(constraint, questions);
    if (answers.size() < questions.size()) {
      return; // every further evaluation could reach the time limit
    }
    answers.forEach((question, answer) -> check(constraint, question, answer));
    if (answers.entrySet().stream().anyMatch(this::isOutside)) {
      remarks.add(
          "it returns unknown for hosts of which every fact that it declares is known, so it"
              + " depends on something else");
    }
    checkReads(constraint, answers);
    checkOrder(questions, answers);
    checkThreads(questions, answers);
    if (!mistakes.containsKey(Clause.REPEATS_ITSELF)) {
      partials.forEach((host, less) -> checkRefinements(constraint, less, host, answers));
    }
  }

  /**
   * Evaluates each question twice; returns fewer answers than questions if one exceeded the time
   * limit.
   */
  private Map<Answer.Question, Answer> askTwice(
      Constraint constraint, List<Answer.Question> questions) {
    List<Answer.Question> twice = new ArrayList<>();
    questions.forEach(question -> twice.addAll(List.of(question, question)));
    List<Answer> asked = asking.ask(constraint, twice);
    Map<Answer.Question, Answer> answers = new LinkedHashMap<>();
    for (int i = 0; i + 1 < asked.size(); i += 2) {
      answers.put(twice.get(i), asked.get(i));
      checkSame("when asked again", twice.get(i), asked.get(i), asked.get(i + 1));
    }
    if (asked.size() < twice.size()) {
      stopped("", twice, asked);
    }
    return answers;
  }

  private void check(Constraint constraint, Answer.Question question, Answer answer) {
    Vmm vmm = question.vmm();
    if (answer.thrown() != null) {
      String thrown = described(answer.thrown());
      Class<?> type = answer.thrown().getClass();
      addSmallest(
          Clause.NEVER_THROWS,
          "it throws " + thrown + forVmm(vmm),
          constraint,
          question,
          it -> it.thrown() != null && it.thrown().getClass() == type);
    } else if (answer.verdict() == null) {
      addSmallest(
          Clause.NEVER_NULL,
          "it returns null" + forVmm(vmm),
          constraint,
          question,
          it -> it.thrown() == null && it.verdict() == null);
    } else if (answer.verdict() instanceof Verdict.Violated violated) {
      checkBounds(constraint, question, violated);
      checkRemedies(question, violated);
    }
  }

  private boolean isOutside(Map.Entry<Answer.Question, Answer> asked) {
    return asked.getValue().verdict() instanceof Verdict.Unknown
        && !ContractHosts.isUndetermined(declared, asked.getKey().host());
  }

  private void checkBounds(
      Constraint constraint, Answer.Question question, Verdict.Violated violated) {
    outOfBounds(violated)
        .ifPresent(
            text ->
                addSmallest(
                    Clause.KEEPS_WITHIN_BOUNDS,
                    text + forVmm(question.vmm()),
                    constraint,
                    question,
                    it ->
                        it.verdict() instanceof Verdict.Violated again
                            && outOfBounds(again).isPresent()));
  }

  private static Optional<String> outOfBounds(Verdict.Violated violated) {
    return violated.text().length() > Answer.MAX_TEXT
        ? Optional.of("its text is longer than " + Answer.MAX_TEXT + " characters")
        : Optional.empty();
  }

  private void checkRemedies(Answer.Question question, Verdict.Violated violated) {
    for (Remedy remedy : violated.remedies()) {
      if (remedy instanceof Remedy.SwitchVmm change && change.vmm() == question.vmm()) {
        add(
            Clause.NAMES_SOUND_REMEDIES,
            "it is violated for "
                + question.vmm()
                + " and names as a remedy to switch to "
                + change.vmm(),
            question.host());
      }
      try {
        remedy.applyTo(question.host());
      } catch (RuntimeException e) {
        add(
            Clause.NAMES_SOUND_REMEDIES,
            "its remedy " + remedy + " cannot be carried out: " + described(e),
            question.host());
      }
    }
  }

  private void checkReads(Constraint constraint, Map<Answer.Question, Answer> answers) {
    Set<Fact> undeclared = EnumSet.noneOf(Fact.class);
    Set<Fact> unread = EnumSet.noneOf(Fact.class);
    unread.addAll(declared);
    answers.values().forEach(answer -> undeclared.addAll(answer.read()));
    unread.removeAll(undeclared);
    undeclared.removeAll(ContractHosts.readable(declared));
    if (!undeclared.isEmpty()) {
      Answer.Question question =
          answers.entrySet().stream()
              .filter(each -> !Collections.disjoint(each.getValue().read(), undeclared))
              .findFirst()
              .orElseThrow()
              .getKey();
      addSmallest(
          Clause.READS_DECLARED_FACTS,
          "it reads what it does not declare: " + paths(undeclared) + forVmm(question.vmm()),
          constraint,
          question,
          it -> !Collections.disjoint(it.read(), undeclared));
    }
    if (!unread.isEmpty()) {
      remarks.add("it declares what it was not seen to read: " + paths(unread));
    }
  }

  private void checkOrder(List<Answer.Question> questions, Map<Answer.Question, Answer> answers) {
    List<Answer.Question> reversed = new ArrayList<>(questions);
    Collections.reverse(reversed);
    compare(
        "when asked about hosts in another order",
        reversed,
        asking.ask(constraints.get(), reversed),
        answers);
  }

  private void checkThreads(List<Answer.Question> questions, Map<Answer.Question, Answer> answers) {
    List<List<Answer.Question>> rotations = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      List<Answer.Question> turned = new ArrayList<>(questions);
      Collections.rotate(turned, i * questions.size() / THREADS);
      rotations.add(turned);
    }
    List<List<Answer>> asked = asking.askTogether(constraints.get(), rotations);
    for (int i = 0; i < THREADS; i++) {
      compare("when several threads ask", rotations.get(i), asked.get(i), answers);
    }
  }

  private void compare(
      String when,
      List<Answer.Question> questions,
      List<Answer> asked,
      Map<Answer.Question, Answer> answers) {
    for (int i = 0; i < asked.size(); i++) {
      Answer before = answers.get(questions.get(i));
      if (before != null) {
        checkSame(when, questions.get(i), before, asked.get(i));
      }
    }
    if (asked.size() < questions.size()) {
      stopped(" " + when, questions, asked);
    }
  }

  private void checkSame(String when, Answer.Question question, Answer first, Answer second) {
    if (!first.isLike(second)) {
      String change =
          first.kind().equals(second.kind())
              ? "in the words or remedies of " + first.kind()
              : first.kind() + ", then " + second.kind();
      add(
          Clause.REPEATS_ITSELF,
          "it answers differently " + when + ": " + change + forVmm(question.vmm()),
          question.host());
    }
  }

  private void checkRefinements(
      Constraint constraint, List<Host> less, Host host, Map<Answer.Question, Answer> answers) {
    for (Host partial : less) {
      for (Vmm vmm : vmms) {
        Answer before = answers.get(new Answer.Question(partial, vmm));
        Answer after = answers.get(new Answer.Question(host, vmm));
        if (mistakes.containsKey(Clause.STAYS_WHEN_MORE_IS_KNOWN)
            || before == null
            || after == null
            || !changesVerdict(before, after)) {
          continue;
        }
        List<Host> smallest =
            smallest(
                List.of(partial, host),
                hosts ->
                    changesVerdict(
                        ask(constraint, hosts.get(0), vmm), ask(constraint, hosts.get(1), vmm)));
        add(
            Clause.STAYS_WHEN_MORE_IS_KNOWN,
            "its verdict does not stay when more becomes known: "
                + before.kind()
                + ", then "
                + after.kind()
                + forVmm(vmm),
            smallest.toArray(Host[]::new));
      }
    }
  }

  private static boolean changesVerdict(Answer before, Answer after) {
    return before.isSettled() && after.verdict() != null && !before.kind().equals(after.kind());
  }

  /** Reports why there are fewer answers than questions. */
  private void stopped(String when, List<Answer.Question> questions, List<Answer> asked) {
    Answer last = asked.isEmpty() ? null : asked.get(asked.size() - 1);
    if (last != null && last.thrown() != null && last.isFatal()) {
      Answer.Question question = questions.get(asked.size() - 1);
      add(
          Clause.NEVER_THROWS,
          "it throws " + described(last.thrown()) + when + forVmm(question.vmm()),
          question.host());
    } else {
      Answer.Question question = questions.get(asked.size());
      add(
          Clause.ENDS,
          "it takes longer than " + asking.limit() + when + forVmm(question.vmm()),
          question.host());
    }
  }

  private void add(Clause clause, String text, Host... hosts) {
    mistakes.putIfAbsent(clause, new Mistake(clause, text, List.of(hosts)));
  }

  private void addSmallest(
      Clause clause,
      String text,
      Constraint constraint,
      Answer.Question question,
      Predicate<Answer> isWrong) {
    if (!mistakes.containsKey(clause)) {
      List<Host> smallest =
          smallest(
              List.of(question.host()),
              hosts -> isWrong.test(ask(constraint, hosts.get(0), question.vmm())));
      add(clause, text, smallest.toArray(Host[]::new));
    }
  }

  /** Returns the hosts without the facts that are not needed to show the violation. */
  private static List<Host> smallest(List<Host> hosts, Predicate<List<Host>> isWrong) {
    List<Host> smallest = hosts;
    for (Fact fact : HostFacts.known(hosts.get(hosts.size() - 1))) {
      List<Host> smaller = smallest.stream().map(host -> HostFacts.without(host, fact)).toList();
      if (Set.copyOf(smaller).size() == smaller.size() && isWrong.test(smaller)) {
        smallest = smaller;
      }
    }
    return smallest;
  }

  private Answer ask(Constraint constraint, Host host, Vmm vmm) {
    List<Answer> answers = asking.ask(constraint, List.of(new Answer.Question(host, vmm)));
    return answers.isEmpty() ? new Answer(null, null, Set.of()) : answers.get(0);
  }

  private static String forVmm(Vmm vmm) {
    return " (for " + vmm + ")";
  }

  private static String paths(Set<Fact> facts) {
    return facts.stream().map(Fact::path).collect(Collectors.joining(", "));
  }

  private static String described(Throwable e) {
    try {
      String text = e.toString();
      return text.length() > Answer.MAX_TEXT ? text.substring(0, Answer.MAX_TEXT) + "..." : text;
    } catch (RuntimeException again) {
      return e.getClass().getName();
    }
  }
}
