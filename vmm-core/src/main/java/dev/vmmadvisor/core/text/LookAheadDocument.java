package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.LookAhead.Installs;
import dev.vmmadvisor.api.advice.LookAhead.Kind;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A look-ahead as a page of about a screenful. */
final class LookAheadDocument {

  private final LookAhead ahead;
  private final Messages words;
  private final FindingFormatter findings;
  private final String target;
  private final Optional<Vmm> inUse;
  private final DetectionState state;
  private final Document page = new Document();

  LookAheadDocument(LookAhead ahead, Messages words, FindingFormatter findings) {
    this.ahead = ahead;
    this.words = words;
    this.findings = findings;
    this.target = UpgradeFormatter.name(ahead.target(), words);
    this.inUse = ahead.host().dockerDesktop().vmm();
    this.state = DetectionState.of(ahead.host());
  }

  Document page() {
    page.lead(
        words.sentences(
            DocumentSections.state(state, ahead.host(), words), words.sentences(whatToDo())));
    DocumentSections.addSecurity(page, ahead.security(), words);
    addSteps();
    addChanges("heading.ahead.ends", Set.of(Kind.DOES_NOT_INSTALL, Kind.UNAVAILABLE));
    addChanges("heading.ahead.worse", Set.of(Kind.NEW_ISSUE, Kind.SETTING));
    addChanges(
        "heading.ahead.differs", Set.of(Kind.DEPRECATED, Kind.ENGINE_CHANGED, Kind.PHASE_CHANGED));
    addChanges("heading.ahead.begins", Set.of(Kind.AVAILABLE));
    addChanges("heading.ahead.better", Set.of(Kind.FIXED));
    addRest();
    addBest();
    DocumentSections.addNotices(page, DocumentSections.without(state, ahead.notices()), words);
    DocumentSections.addKnownAsOf(page, ahead.catalog(), words);
    return page;
  }

  /** The sentences of the first line. */
  private List<String> whatToDo() {
    if (state == DetectionState.NOT_A_MAC) {
      return List.of();
    }
    if (ahead.target().fact() == Fact.MACOS_VERSION) {
      List<String> sentences = new ArrayList<>();
      ahead
          .securityBefore()
          .upgradeTo()
          .filter(safe -> ahead.installs() != Installs.NO)
          .ifPresent(safe -> sentences.add(words.text("lead.upgrade", "to", safe)));
      sentences.addAll(aboutTarget());
      if (ahead.securityBefore().isVulnerable()
          && ahead.securityBefore().upgradeTo().isEmpty()
          && ahead.installs() != Installs.NO) {
        ahead
            .security()
            .upgradeTo()
            .ifPresent(
                safe ->
                    sentences.add(words.text("ahead.safe-release", "target", target, "to", safe)));
      }
      return sentences;
    }
    return aboutTarget();
  }

  /** What to do about the target. */
  private List<String> aboutTarget() {
    List<String> sentences = new ArrayList<>();
    boolean isStuck = leaving().isPresent() && !isLeft(ahead);
    boolean ofApp = ahead.target().fact() == Fact.DOCKER_DESKTOP_VERSION && !isStuck;
    inUse
        .or(ahead::bestAfter)
        .map(vmm -> DocumentSections.fix(vmm, ahead.notices(), words))
        .filter(fix -> !fix.isEmpty())
        .ifPresent(sentences::add);
    Optional<Version> safe = ahead.security().upgradeTo().filter(release -> ofApp);
    if (safe.isPresent()) {
      sentences.add(
          words.text(
              isOlder() ? "ahead.vulnerable.older" : "ahead.vulnerable",
              "target",
              target,
              "to",
              safe.get()));
    } else if (ahead.avoid() && !isStuck) {
      sentences.add(words.text(isOlder() ? "ahead.avoid.older" : "ahead.avoid", "target", target));
      reason().ifPresent(sentences::add);
    } else if (ofApp && endsVulnerability(ahead) && ahead.installs() != Installs.NO) {
      sentences.add(
          words.text(
              "ahead.ends-vulnerability",
              "target",
              target,
              "release",
              ahead.securityBefore().release().map(Version::toString).orElse("")));
    }
    if (ahead.installs() == Installs.NO) {
      sentences.add(doesNotInstall());
    }
    leaving().ifPresent(sentences::add);
    if (isBeyondCatalog()) {
      sentences.add(words.text("ahead.macos-beyond", "target", target));
    } else if (ahead.installs() == Installs.UNKNOWN && !ahead.avoid()) {
      sentences.add(
          words.text(
              ahead.target().fact() == Fact.MACOS_VERSION ? "ahead.check-mac" : "ahead.look-up",
              "target",
              target));
    }
    return sentences.isEmpty() ? List.of(free()) : sentences;
  }

  /** Whether the target is a macOS that the catalog says it does not cover. */
  private boolean isBeyondCatalog() {
    return ahead.target().fact() == Fact.MACOS_VERSION
        && !isOlder()
        && ahead.notices().stream()
            .anyMatch(notice -> notice.code().equals("macos-beyond-catalog"));
  }

  /** Whether the target ends a vulnerability that the host has now. */
  static boolean endsVulnerability(LookAhead ahead) {
    Set<String> before = vulnerable(ahead.securityBefore());
    Set<String> after = vulnerable(ahead.security());
    return before.size() > after.size() && before.containsAll(after);
  }

  /** The codes of the vulnerabilities that certainly affect a host and are fixed later. */
  private static Set<String> vulnerable(SecurityStatus status) {
    Set<String> codes = new LinkedHashSet<>();
    for (SecurityStatus.Entry entry : status.vulnerabilities()) {
      if (entry.certain() && entry.fixedIn().isPresent()) {
        codes.add(entry.code());
      }
    }
    return codes;
  }

  /** The first line where nothing is in the way. */
  private String free() {
    if (ahead.target().fact() == Fact.DOCKER_DESKTOP_VERSION
        && ahead.target().version().compareTo(ahead.catalog().newestRelease()) > 0) {
      return words.text(
          "ahead.beyond", "target", target, "newest", ahead.catalog().newestRelease());
    }
    List<LookAhead.Change> mine = changes().stream().filter(this::isOfUse).toList();
    List<LookAhead.Change> shown = mine.stream().filter(it -> isTold(ahead, it)).toList();
    if (shown.isEmpty()) {
      return words.text(mine.isEmpty() ? "ahead.nothing" : "ahead.little", "target", target);
    }
    if (shown.stream()
        .anyMatch(
            change ->
                change.kind() == Kind.NEW_ISSUE
                    && isDocumented(change)
                    && change.severity().compareTo(Severity.SERIOUS) >= 0)) {
      return words.text("ahead.serious", "target", target);
    }
    return shown.size() == 1
        ? words.text("ahead.some", "target", target)
        : words.text("ahead.some.more", "target", target, "number", shown.size());
  }

  /** Whether a change is documented; one that is only reported is shown and advises nothing. */
  private boolean isDocumented(LookAhead.Change change) {
    Rule rule = findings.rule(change.code());
    return rule == null || rule.confidence() == Confidence.HIGH;
  }

  private boolean isOlder() {
    Optional<Version> present =
        ahead.target().fact() == Fact.MACOS_VERSION
            ? ahead.host().macOsVersion()
            : ahead.host().dockerDesktop().version();
    return present.filter(version -> version.compareTo(ahead.target().version()) > 0).isPresent();
  }

  /** Why to avoid the target: first what is about the VMM in use. */
  private Optional<String> reason() {
    Optional<Version> release = ahead.target().applyTo(ahead.host()).dockerDesktop().version();
    return ahead.changes().stream()
        .filter(this::isDocumented)
        .filter(
            change ->
                remedies(change).stream()
                    .anyMatch(
                        remedy ->
                            remedy instanceof Remedy.AvoidRelease avoid
                                && release.filter(avoid.releases()::contains).isPresent()))
        .min(Comparator.comparingInt(change -> isOfUse(change) ? 0 : 1))
        .map(LookAhead.Change::code)
        .map(findings::rule)
        .map(findings::statement);
  }

  /** The remedies of the rule behind a change, as the catalog has them. */
  private List<Remedy> remedies(LookAhead.Change change) {
    Rule rule = findings.rule(change.code());
    return rule == null ? List.of() : rule.remedies();
  }

  private String doesNotInstall() {
    Host host = ahead.host();
    if (ahead.target().fact() == Fact.MACOS_VERSION) {
      return words.text(
          "ahead.not-on-macos",
          "target",
          target,
          "app",
          UpgradeFormatter.app(host.dockerDesktop().version(), words));
    }
    String present = host.macOsVersion().map(Version::toString).orElse("");
    Optional<Version> first = macOsFirst(ahead);
    return first.isPresent()
        ? words.text(
            "ahead.macos-first", "macOs", first.get(), "target", target, "present", present)
        : words.text("ahead.not-installable", "target", target, "present", present);
  }

  /** The macOS to upgrade to before, if that is what to do. */
  static Optional<Version> macOsFirst(LookAhead ahead) {
    return ahead.before().stream()
        .flatMap(step -> step.remedies().stream())
        .filter(remedy -> remedy instanceof Remedy.UpgradeMacOs)
        .map(remedy -> ((Remedy.UpgradeMacOs) remedy).to())
        .findFirst();
  }

  private Optional<String> leaving() {
    return leaving(ahead, words, findings);
  }

  /** That the VMM in use is to be left, if the target takes it. */
  static Optional<String> leaving(LookAhead ahead, Messages words, FindingFormatter findings) {
    Optional<Vmm> inUse = ahead.host().dockerDesktop().vmm();
    boolean installs = ahead.installs() != Installs.NO || macOsFirst(ahead).isPresent();
    if (inUse.isEmpty() || (ahead.avoid() && isLeft(ahead)) || !installs) {
      return Optional.empty();
    }
    return ahead.changes().stream()
        .filter(change -> change.kind() == Kind.UNAVAILABLE && change.certain())
        .filter(change -> change.vmms().contains(inUse.get()))
        .findFirst()
        .map(
            change ->
                words.text(
                    isLeft(ahead)
                        ? findings.rule(change.code()) instanceof Deprecation
                            ? "ahead.leave.removed"
                            : "ahead.leave"
                        : "ahead.leave.stuck",
                    "vmm",
                    words.the(inUse.get()),
                    "target",
                    UpgradeFormatter.name(ahead.target(), words)));
  }

  /** Whether the steps before lead to another VMM. */
  private static boolean isLeft(LookAhead ahead) {
    return ahead.before().stream()
        .flatMap(step -> step.remedies().stream())
        .anyMatch(remedy -> remedy instanceof Remedy.SwitchVmm);
  }

  private void addSteps() {
    if (!ahead.before().isEmpty()) {
      page.heading(
          words.text(
              ahead.before().size() == 1 ? "heading.ahead.first" : "heading.ahead.first.more"));
      PlanDocument.addSteps(page, ahead.before(), words);
    }
  }

  /** The changes without the vulnerabilities that affect every VMM, which are one line. */
  private List<LookAhead.Change> changes() {
    return ahead.changes().stream()
        .filter(change -> !findings.isGeneralVulnerability(change.code()))
        .toList();
  }

  /** Whether a change is about the VMM in use, or about all if that is not known. */
  private boolean isOfUse(LookAhead.Change change) {
    return inUse.or(ahead::bestBefore).map(change.vmms()::contains).orElse(true);
  }

  /** Whether a change is reported on the page; the others are counted. */
  static boolean isTold(LookAhead ahead, LookAhead.Change change) {
    Set<Vmm> shown = new LinkedHashSet<>();
    ahead.host().dockerDesktop().vmm().or(ahead::bestBefore).ifPresent(shown::add);
    ahead.bestAfter().ifPresent(shown::add);
    boolean concerns =
        change.kind() == Kind.AVAILABLE
            || shown.isEmpty()
            || change.vmms().stream().anyMatch(shown::contains);
    boolean matters =
        change.severity() != Severity.INFO
            || change.kind() == Kind.AVAILABLE
            || change.kind() == Kind.PHASE_CHANGED;
    return concerns && matters;
  }

  private void addChanges(String heading, Set<Kind> kinds) {
    List<LookAhead.Change> shown =
        changes().stream()
            .filter(change -> kinds.contains(change.kind()) && isTold(ahead, change))
            .sorted(Comparator.comparing(LookAhead.Change::severity).reversed())
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    page.heading(words.text(heading));
    for (LookAhead.Change change : shown) {
      page.item(change.severity(), words.text("severity." + change.severity()), message(change));
    }
  }

  /** A change in words; one that is not about the VMM in use says what it is about. */
  private String message(LookAhead.Change change) {
    boolean named =
        switch (change.kind()) {
          case NEW_ISSUE, FIXED, SETTING -> inUse.isEmpty() || isOfUse(change);
          default -> true;
        };
    return named
        ? change.message()
        : Document.joined(
            words.text(
                "definition", "term", words.all(change.vmms().stream().map(words::name).toList())),
            change.message());
  }

  private void addRest() {
    long rest = changes().stream().filter(change -> !isTold(ahead, change)).count();
    if (rest > 0) {
      page.paragraph(
          rest == 1 ? words.text("ahead.rest") : words.text("ahead.rest.more", "number", rest));
    }
  }

  private void addBest() {
    if (!ahead.bestBefore().equals(ahead.bestAfter()) && ahead.bestAfter().isPresent()) {
      page.paragraph(words.text("ahead.best"), words.name(ahead.bestAfter().get()));
    }
  }
}
