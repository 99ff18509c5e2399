package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.CurrentVmm;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.detect.DetectionState;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A recommendation as a page of about a screenful. */
final class RecommendationDocument {

  private static final int MAX_FINDINGS = 3;
  private static final int MAX_MISSING_FACTS = 5;
  private static final int MAX_OUTCOMES = 3;

  /** What counts in the ranking comes before what does not, and then the graver first. */
  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing((Finding finding) -> finding.countsFor().isEmpty())
          .thenComparing(Finding::severity, Comparator.reverseOrder());

  private final Recommendation recommendation;
  private final Messages words;
  private final FactFormatter facts;
  private final RemedyFormatter remedies;
  private final ChangeFormatter changes;
  private final FindingFormatter findings;
  private final ReasonFormatter reasons;
  private final List<Finding> shared;
  private final DetectionState state;
  private final Document page = new Document();

  RecommendationDocument(
      Recommendation recommendation,
      Messages words,
      RemedyFormatter remedies,
      FindingFormatter findings,
      ReasonFormatter reasons) {
    this.recommendation = recommendation;
    this.words = words;
    this.facts = new FactFormatter(words);
    this.remedies = remedies;
    this.changes = new ChangeFormatter(words, remedies);
    this.findings = findings;
    this.reasons = reasons;
    this.shared = shared(recommendation);
    this.state = DetectionState.of(recommendation.host());
  }

  Document page() {
    if (DocumentSections.isNothingKnown(recommendation.host())) {
      return nothingKnown();
    }
    addLead();
    page.paragraph(why(), reasons.why(recommendation));
    DocumentSections.addSecurity(page, recommendation.security(), words);
    addCandidates();
    if (state != DetectionState.ANOTHER_ENGINE) {
      addPlan();
    }
    addMissingFacts();
    addShared();
    addOfBest();
    if (state != DetectionState.ANOTHER_ENGINE) {
      addPresentChoice();
    }
    addNotices();
    return DocumentSections.addFooter(page, recommendation, words);
  }

  /** The reasons are those of the present release; after an upgrade another VMM can be the best. */
  private String why() {
    Optional<Version> release = recommendation.host().dockerDesktop().version();
    Optional<Vmm> after = recommendation.plan().vmm();
    return recommendation.security().upgradeTo().isPresent()
            && after.isPresent()
            && release.isPresent()
            && !after.equals(recommendation.best())
        ? words.text("why.until-upgrade", "release", release.get())
        : words.text("why");
  }

  /** What is ranked without any fact is no advice, so the page has only what to find out. */
  private Document nothingKnown() {
    String found = DocumentSections.state(state, recommendation.host(), words);
    page.lead(found, words.sentences(found, DocumentSections.toSupply(words)));
    addMissingFacts();
    addNotices();
    return DocumentSections.addFooter(page, recommendation, words);
  }

  private void addNotices() {
    DocumentSections.addNotices(
        page, DocumentSections.without(state, recommendation.notices()), words);
  }

  private void addLead() {
    String whatToDo =
        state == DetectionState.NOT_A_MAC
            ? ""
            : recommendation
                .best()
                .filter(best -> state.isWithoutDockerDesktop() && !isLocked())
                .filter(best -> recommendation.security().upgradeTo().isEmpty())
                .map(best -> instead(state, best, recommendation, words, remedies))
                .orElseGet(
                    () ->
                        words.sentences(
                            whatToDo(),
                            DocumentSections.noSafeRelease(recommendation.security(), words)));
    String lower = lowerMemory();
    if (!lower.isEmpty()) {
      page.lead(
          words.sentences(lower, whatToDo),
          words.sentences(lower, whatToDo, orStay(), certainty(recommendation, words)));
    } else if (state.isWithoutDockerDesktop()) {
      String found = DocumentSections.state(state, recommendation.host(), words);
      page.lead(found, words.sentences(found, whatToDo, certainty(recommendation, words)));
    } else {
      page.lead(whatToDo, words.sentences(whatToDo, orStay(), certainty(recommendation, words)));
    }
  }

  /** To lower the memory of the VM where the Mac has less; empty if that is not so. */
  private String lowerMemory() {
    return recommendation.notices().stream()
        .filter(notice -> notice.code().equals("vm-memory-above-physical"))
        .findFirst()
        .map(
            notice ->
                words.text(
                    "lead.lower-memory",
                    "physical",
                    String.valueOf(notice.parameters().get("physicalMiB"))))
        .orElse("");
  }

  /** What to do for Docker Desktop where it is not installed, or another engine is in use. */
  static String instead(
      DetectionState state,
      Vmm best,
      Recommendation recommendation,
      Messages words,
      RemedyFormatter remedies) {
    String name = words.the(best);
    if (state == DetectionState.ANOTHER_ENGINE) {
      return words.text("lead.with-docker-desktop", "vmm", name);
    }
    return remedies
        .place("switch-vmm", Optional.of(recommendation.catalog().newestRelease()))
        .map(place -> words.text("lead.install.place", "vmm", name, "place", place))
        .orElseGet(() -> words.text("lead.install", "vmm", name));
  }

  private String whatToDo() {
    if (recommendation.best().isEmpty()) {
      return words.text("lead.none");
    }
    Vmm best = recommendation.best().get();
    Optional<Version> upgradeTo = recommendation.security().upgradeTo();
    Optional<Vmm> current = recommendation.host().dockerDesktop().vmm();
    boolean locked = isLocked();
    String fix = fix(best);
    if (!fix.isEmpty()) { // nobody knows whether it can be used
      return words.sentences(
          upgradeTo.map(to -> words.text("lead.upgrade", "to", to)).orElse(""), fix);
    }
    if (upgradeTo.isPresent()) {
      return locked ? upgradeLocked(upgradeTo.get(), current) : upgrade(upgradeTo.get(), best);
    }
    if (locked && !current.equals(Optional.of(best))) {
      return locked(current, best);
    }
    String name = words.the(best);
    if (current.isEmpty()) {
      return words.text("lead.use", "vmm", name);
    }
    if (current.get() == best) {
      return words.text("lead.stay", "vmm", name);
    }
    String from = words.the(current.get());
    return remedies
        .place("switch-vmm", recommendation.host().dockerDesktop().version())
        .map(place -> words.text("lead.switch.place", "from", from, "vmm", name, "place", place))
        .orElseGet(() -> words.text("lead.switch", "from", from, "vmm", name));
  }

  /** What to do first where hard constraints failed for the best, or for the VMM of the plan. */
  private String fix(Vmm best) {
    String fix = DocumentSections.fix(recommendation.candidate(best), words);
    Plan plan = recommendation.plan();
    return fix.isEmpty()
        ? DocumentSections.fix(plan.vmm().orElse(best), plan.notices(), words)
        : fix;
  }

  private boolean isLocked() {
    return recommendation.host().dockerDesktop().lockedSettings().orElse(List.of()).contains("vmm");
  }

  /** To upgrade to a release without a known vulnerability, and what to use before or after. */
  private String upgrade(Version to, Vmm best) {
    Optional<Vmm> current = recommendation.host().dockerDesktop().vmm();
    Plan plan = recommendation.plan();
    Vmm after = plan.vmm().orElse(best);
    if (current.isEmpty()) {
      return words.text("lead.upgrade.use", "to", to, "vmm", words.the(after));
    }
    if (current.get() == after) {
      return recommendation.security().dependsOnChoice() && best != current.get()
          ? words.text("lead.upgrade.until", "to", to, "vmm", words.the(best))
          : words.text(
              best == after ? "lead.upgrade.stay" : "lead.upgrade.then",
              "to",
              to,
              "vmm",
              words.the(after));
    }
    if (!plan.possible()) {
      return words.text("lead.upgrade", "to", to);
    }
    boolean switchFirst =
        plan.steps().get(0).remedies().stream()
            .noneMatch(remedy -> remedy instanceof Remedy.UpgradeDockerDesktop);
    return words.text(
        switchFirst ? "lead.switch.upgrade" : "lead.upgrade.switch",
        "to",
        to,
        "from",
        words.the(current.get()),
        "vmm",
        words.the(after));
  }

  private String upgradeLocked(Version to, Optional<Vmm> current) {
    if (current.isEmpty()) {
      return words.text("lead.upgrade", "to", to);
    }
    // another VMM is planned only if the one that is locked cannot be used after the upgrade
    Optional<Vmm> other = recommendation.plan().vmm().filter(vmm -> vmm != current.get());
    return other.isPresent()
        ? words.text(
            "lead.upgrade.locked.ends",
            "to",
            to,
            "current",
            words.the(current.get()),
            "vmm",
            words.the(other.get()))
        : words.text("lead.upgrade.locked", "to", to, "current", words.the(current.get()));
  }

  /** That only an administrator can select the best, and what is best within the lock. */
  private String locked(Optional<Vmm> current, Vmm best) {
    if (current.isEmpty()) {
      return words.text("lead.locked.unknown", "vmm", words.the(best));
    }
    Candidate inUse = recommendation.candidate(current.get());
    boolean possible = inUse.eligibility() != Eligibility.INELIGIBLE;
    if (possible && !inUse.failures().isEmpty()) {
      return DocumentSections.fix(inUse, words);
    }
    return words.text(
        possible ? "lead.locked" : "lead.locked.ineligible",
        "current",
        words.the(current.get()),
        "vmm",
        words.the(best));
  }

  /** The way to stay with the VMM in use, if there is one that makes it the best. */
  private String orStay() {
    Optional<Vmm> current = recommendation.host().dockerDesktop().vmm();
    if (recommendation.best().isEmpty()
        || current.isEmpty()
        || recommendation.security().upgradeTo().isPresent()) {
      return "";
    }
    Candidate inUse = recommendation.candidate(current.get());
    return inUse.repairs().stream()
        .filter(repair -> repair.first() && inUse.failures().isEmpty())
        .findFirst()
        .map(repair -> changes.stay(current.get(), repair, recommendation.host()))
        .orElse("");
  }

  /** How certain the answer is, as an aside behind its first line. */
  static String certainty(Recommendation recommendation, Messages words) {
    String key = "certainty." + recommendation.certainty();
    if (recommendation.certainty() != Certainty.DEPENDS) {
      return words.text(key);
    }
    int missing = recommendation.missingFacts().size();
    Set<String> failed = hard(recommendation, Outcome.ERROR);
    String facts =
        missing == 0
            ? ""
            : missing == 1 ? words.text(key) : words.text(key + ".more", "number", missing);
    if (!failed.isEmpty()) {
      boolean isSaid =
          !recommendation.candidate(recommendation.best().orElseThrow()).failures().isEmpty();
      return words.sentences(facts, isSaid ? "" : constraints("certainty.failed", failed, words));
    }
    Set<String> outside = hard(recommendation, Outcome.UNKNOWN);
    if (missing > 0) {
      return facts;
    }
    return outside.isEmpty() // more unknown facts than can be examined
        ? words.text("certainty.limited")
        : constraints("certainty.outside", outside, words);
  }

  private static String constraints(String key, Set<String> codes, Messages words) {
    return words.text(
        codes.size() == 1 ? key : key + ".more", "codes", DocumentSections.codes(codes, words));
  }

  /** The codes of the hard constraints in code that turned out so for some candidate. */
  private static Set<String> hard(Recommendation recommendation, Outcome outcome) {
    Set<String> codes = new TreeSet<>();
    for (Candidate candidate : recommendation.candidates()) {
      for (Finding finding : candidate.findings()) {
        if (finding.kind() == RuleKind.CUSTOM
            && finding.outcome() == outcome
            && finding.countsFor().contains(Criterion.ELIGIBILITY)) {
          codes.add(finding.code());
        }
      }
    }
    return codes;
  }

  /** What hits the host whichever VMM that is not ruled out it uses. */
  private static List<Finding> shared(Recommendation recommendation) {
    List<Candidate> open =
        recommendation.candidates().stream()
            .filter(candidate -> candidate.eligibility() != Eligibility.INELIGIBLE)
            .toList();
    if (open.size() < 2) {
      return List.of();
    }
    return open.get(0).findings().stream()
        .filter(finding -> finding.kind() == RuleKind.KNOWN_ISSUE && isToMind(finding))
        .filter(
            finding ->
                open.stream()
                    .allMatch(
                        candidate ->
                            candidate
                                .finding(finding.code())
                                .filter(RecommendationDocument::isToMind)
                                .isPresent()))
        .toList();
  }

  private static boolean isToMind(Finding finding) {
    return finding.outcome() == Outcome.VIOLATED
        && finding.severity().compareTo(Severity.WARNING) >= 0;
  }

  private boolean isShared(Finding finding) {
    return shared.stream().anyMatch(each -> each.code().equals(finding.code()));
  }

  private void addShared() {
    if (!shared.isEmpty()) {
      page.heading(words.text("heading.shared"));
      shared.forEach(this::addFinding);
    }
  }

  private void addFinding(Finding finding) {
    page.item(
        finding.severity(),
        words.text("severity." + finding.severity()),
        findings.headlineWithHelp(finding));
  }

  private void addCandidates() {
    for (Candidate candidate : recommendation.candidates()) {
      boolean ineligible =
          candidate.eligibility() == Eligibility.INELIGIBLE && recommendation.best().isPresent();
      page.numbered(candidate.rank(), ineligible ? ineligible(candidate) : title(candidate));
      // the reason of the second is the answer to "why"; so is every reason where there is no best
      if (!ineligible && candidate.rank() > 2 && recommendation.best().isPresent()) {
        page.detail(reasons.whyNot(recommendation, candidate.vmm()));
      }
      candidate.repairs().stream()
          .findFirst()
          .ifPresent(repair -> page.detail(changes.effect(repair, recommendation)));
    }
  }

  /** What to do about the best, unless the first line says all of it. */
  private void addPlan() {
    Plan plan = recommendation.plan();
    if (plan.vmm().isEmpty()) {
      return;
    }
    PlanDocument steps = new PlanDocument(plan, words);
    if (!plan.possible()) {
      steps.addObstacles(page);
    } else if (isOfFirstLine(plan)) {
      List<String> risks = plan.steps().get(0).atRisk();
      if (!risks.isEmpty()) {
        page.paragraph(words.text("step.at-risk"), words.sentences(risks));
      }
    } else if (!plan.steps().isEmpty()) {
      page.heading(words.text("heading.do"));
      steps.addInstructions(page);
    }
  }

  /** Whether a plan is just to switch or to upgrade, as the first line says. */
  private boolean isOfFirstLine(Plan plan) {
    boolean isNamed =
        state == DetectionState.NOT_INSTALLED
            || recommendation.host().dockerDesktop().vmm().isPresent();
    return isNamed
        && plan.steps().size() == 1
        && plan.steps().get(0).remedies().size() == 1
        && (plan.steps().get(0).remedies().get(0) instanceof Remedy.SwitchVmm
            || plan.steps().get(0).remedies().get(0) instanceof Remedy.UpgradeDockerDesktop);
  }

  /** An ineligible VMM with the first reason why it cannot run. */
  private String ineligible(Candidate candidate) {
    String reason =
        candidate.violated().stream()
            .filter(finding -> finding.countsFor().contains(Criterion.ELIGIBILITY))
            .findFirst()
            .map(findings::headlineSentence)
            .orElse("");
    return words.text("candidate.ineligible", "vmm", words.name(candidate.vmm()), "reason", reason);
  }

  private String title(Candidate candidate) {
    String vmm = words.name(candidate.vmm());
    String eligibility = words.text("eligibility." + candidate.eligibility());
    return candidate
        .phase()
        .map(
            phase ->
                words.text(
                    "candidate.phase",
                    "vmm",
                    vmm,
                    "eligibility",
                    eligibility,
                    "phase",
                    words.text("phase." + phase)))
        .orElseGet(() -> words.text("candidate", "vmm", vmm, "eligibility", eligibility));
  }

  private void addMissingFacts() {
    if (recommendation.missingFacts().isEmpty()) {
      return;
    }
    page.heading(words.text("heading.find-out"));
    for (MissingFact missing :
        recommendation.missingFacts().stream().limit(MAX_MISSING_FACTS).toList()) {
      boolean tells = missing.outcomes().values().stream().distinct().count() > 1;
      page.item(
          words.text(
              tells ? "missing" : "missing.together",
              "fact",
              facts.label(missing.fact()),
              "place",
              words.text("find." + missing.fact().path())));
      if (tells) {
        missing.outcomes().entrySet().stream()
            .limit(MAX_OUTCOMES)
            .forEach(
                outcome ->
                    page.subitem(
                        words.text(
                            "definition", "term", facts.values(missing.fact(), outcome.getKey())),
                        name(outcome.getValue())));
      }
    }
  }

  private String name(String best) {
    return Arrays.stream(Vmm.values())
        .filter(vmm -> vmm.id().equals(best))
        .findFirst()
        .map(words::name)
        .orElseGet(() -> words.text("none-of-them"));
  }

  /** What is to be minded with the best, unless it is in use: that is reported below. */
  private void addOfBest() {
    Optional<Vmm> best = recommendation.best();
    if (best.isEmpty() || recommendation.host().dockerDesktop().vmm().equals(best)) {
      return;
    }
    List<Finding> ofBest =
        recommendation.candidate(best.get()).findings().stream()
            .filter(finding -> isToMind(finding) && !isShared(finding))
            .filter(finding -> !findings.isGeneralVulnerability(finding.code()))
            .filter(finding -> !isFixedByUpgrade(finding))
            .toList();
    if (!ofBest.isEmpty()) {
      page.heading(words.text("heading.mind", "vmm", words.the(best.get())));
      addGravest(ofBest);
    }
  }

  /** Whether the upgrade that the first line asks for fixes an issue of the VMM to switch to. */
  private boolean isFixedByUpgrade(Finding finding) {
    return recommendation
        .security()
        .upgradeTo()
        .flatMap(to -> findings.fixedIn(finding).filter(fixed -> fixed.compareTo(to) <= 0))
        .isPresent();
  }

  private void addPresentChoice() {
    Optional<CurrentVmm> current = recommendation.current();
    if (current.isEmpty()) {
      return;
    }
    List<Finding> ofCurrent =
        current.get().findings().stream()
            .filter(finding -> !isShared(finding))
            .filter(finding -> !findings.isGeneralVulnerability(finding.code()))
            .toList();
    if (!ofCurrent.isEmpty()) {
      page.heading(words.text("heading.in-use", "vmm", words.name(current.get().vmm())));
      addGravest(ofCurrent);
    }
  }

  /** The gravest of some findings; the others are only counted, as the page has to stay short. */
  private void addGravest(List<Finding> all) {
    boolean anyGrave = all.stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    List<Finding> gravest =
        all.stream()
            .filter(finding -> !anyGrave || finding.severity() != Severity.INFO)
            .sorted(GRAVEST_FIRST)
            .limit(MAX_FINDINGS)
            .toList();
    gravest.forEach(this::addFinding);
    addNumberOfOthers(all.size() - gravest.size());
  }

  private void addNumberOfOthers(int number) {
    if (number > 0) {
      page.item(
          Severity.INFO,
          words.text("severity.info"),
          number == 1
              ? words.text("in-use.minor")
              : words.text("in-use.minor.more", "number", number));
    }
  }
}
