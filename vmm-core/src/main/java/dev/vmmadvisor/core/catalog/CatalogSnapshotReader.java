package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Advice;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.MacOsSupport;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Release;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Source;
import dev.vmmadvisor.api.catalog.SourceConflict;
import dev.vmmadvisor.api.catalog.SourceKind;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the binary snapshot that {@link CatalogSnapshotWriter} writes. The catalog was validated
 * when it was written, so it is not validated again.
 *
 * <p>The first recommendation of a program waits for it. Therefore lists are read in loops: the
 * first lambda of a JVM is slow to link.
 */
final class CatalogSnapshotReader {

  private static final SourceKind[] SOURCE_KINDS = SourceKind.values();
  private static final Fact[] FACTS = Fact.values();
  private static final Vmm[] VMMS = Vmm.values();
  private static final FileSharing[] FILE_SHARINGS = FileSharing.values();
  private static final Confidence[] CONFIDENCES = Confidence.values();
  private static final Severity[] SEVERITIES = Severity.values();
  private static final Vulnerability.PublishedSeverity[] PUBLISHED_SEVERITIES =
      Vulnerability.PublishedSeverity.values();
  private static final Phase[] PHASES = Phase.values();
  private static final Architecture[] ARCHITECTURES = Architecture.values();
  private static final Storage[] STORAGES = Storage.values();

  private final byte[] bytes;
  private int position;
  private final String[] texts;
  private final @Nullable Version[] versions;
  private final @Nullable VersionRange[] ranges;

  private CatalogSnapshotReader(byte[] bytes) {
    this.bytes = bytes;
    this.texts = new String[number()];
    this.versions = new @Nullable Version[texts.length];
    this.ranges = new @Nullable VersionRange[texts.length];
    for (int i = 0; i < texts.length; i++) {
      int length = number();
      texts[i] = new String(bytes, position, length, StandardCharsets.UTF_8);
      position += length;
    }
  }

  /** The catalog of a snapshot. */
  static Catalog read(byte[] snapshot) {
    return new CatalogSnapshotReader(snapshot).catalog();
  }

  private Catalog catalog() {
    Catalog.Builder catalog = Catalog.builder();
    catalog.id(text()).version(text()).asOf(day());
    catalog.oldestRelease(version()).newestRelease(version());
    for (int left = number(); left > 0; left--) {
      catalog.putWords(FACTS[number()], texts());
    }
    for (int left = number(); left > 0; left--) {
      catalog.addSources(
          new Source(text(), SOURCE_KINDS[number()], text(), text(), day(), optionalText()));
    }
    for (int left = number(); left > 0; left--) {
      catalog.addVmms(profile());
    }
    for (int left = number(); left > 0; left--) {
      catalog.addFileSharing(
          new FileSharingProfile(FILE_SHARINGS[number()], text(), lifecycle(), texts()));
    }
    for (int left = number(); left > 0; left--) {
      catalog.addReleases(new Release(version(), day()));
    }
    for (int left = number(); left > 0; left--) {
      String code = text();
      String subject = text();
      VersionRange macOsVersions = range();
      boolean notice = bool();
      catalog.addStatements(
          new Statement(
              code, subject, range(), macOsVersions, notice, text(), confidence(), texts()));
    }
    for (int left = number(); left > 0; left--) {
      catalog.addDisagreements(
          new SourceConflict(text(), texts(), range(), text(), confidence(), texts()));
    }
    for (int left = number(); left > 0; left--) {
      catalog.addWaivers(waiver());
    }
    for (int left = number(); left > 0; left--) {
      catalog.addExpiredWaivers(waiver());
    }
    catalog.layers(texts());
    for (int left = number(); left > 0; left--) {
      catalog.addMacOsSupport(
          new MacOsSupport(
              text(), ARCHITECTURES[number()], range(), text(), confidence(), texts()));
    }
    for (int left = number(); left > 0; left--) {
      catalog.addGuides(
          new SettingsLocation(text(), range(), text(), text(), confidence(), texts()));
    }
    for (int left = number(); left > 0; left--) {
      catalog.addMessages(message());
    }
    catalog.genericFragments(texts());
    for (int left = number(); left > 0; left--) {
      catalog.addRules(rule());
    }
    return catalog.build();
  }

  private VmmProfile profile() {
    VmmProfile.Builder profile = VmmProfile.builder();
    profile.vmm(VMMS[number()]).text(text()).sources(texts()).lifecycle(lifecycle());
    for (int left = number(); left > 0; left--) {
      profile.addEngines(new Engine(text(), text(), range(), text(), confidence(), texts()));
    }
    profile.logNames(texts());
    for (int left = number(); left > 0; left--) {
      profile.addPerformance(claim());
    }
    return profile.defaultWhen(optionalCondition()).build();
  }

  private Waiver waiver() {
    return new Waiver(text(), text(), text(), day());
  }

  private List<Lifecycle> lifecycle() {
    int size = number();
    List<Lifecycle> lifecycle = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lifecycle.add(
          new Lifecycle(text(), PHASES[number()], range(), text(), confidence(), texts()));
    }
    return lifecycle;
  }

  private PerformanceClaim claim() {
    PerformanceClaim.Builder claim = PerformanceClaim.builder();
    claim.code(text()).releases(range()).when(optionalCondition()).text(text());
    if (bool()) {
      claim.comparedWith(VMMS[number()]);
    }
    if (bool()) {
      claim.factor(number());
    }
    claim.slower(bool());
    return claim.circumstances(texts()).confidence(confidence()).sources(texts()).build();
  }

  private LogMessage message() {
    LogMessage.Builder message = LogMessage.builder();
    message.code(text()).signatures(texts()).together(texts());
    if (bool()) {
      message.vmm(VMMS[number()]);
    }
    message.notVmms(vmms());
    if (bool()) {
      message.architecture(ARCHITECTURES[number()]);
    }
    message.operatingSystem(optionalText()).severity(SEVERITIES[number()]);
    for (int left = number(); left > 0; left--) {
      Optional<String> text = optionalText();
      message.addAdvice(new Advice(text, bool() ? Optional.of(remedy()) : Optional.empty()));
    }
    message.releases(range()).text(text());
    return message.confidence(confidence()).sources(texts()).build();
  }

  private Rule rule() {
    String kind = text();
    KnownIssue.Builder issue = KnownIssue.builder();
    issue.code(text()).vmms(vmms()).releases(range()).when(optionalCondition());
    issue
        .severity(SEVERITIES[number()])
        .headline(text())
        .text(text())
        .confidence(confidence())
        .sources(texts());
    for (int left = number(); left > 0; left--) {
      issue.addRemedies(remedy());
    }
    return switch (kind) {
      case "known-issue" -> knownIssue(issue);
      case "vulnerability" -> vulnerability(issue.build());
      case "constraint" ->
          ConstraintRule.builder()
              .from((Rule) issue.build())
              .requires(condition())
              .declaredOnly(bool())
              .impliedByUse(bool())
              .build();
      case "setting" ->
          SettingRule.builder().from((Rule) issue.build()).present(condition()).build();
      case "deprecation" ->
          Deprecation.builder()
              .from((Rule) issue.build())
              .phase(PHASES[number()])
              .replacements(vmms())
              .build();
      default -> throw new IllegalStateException("no rule: " + kind);
    };
  }

  private KnownIssue knownIssue(KnownIssue.Builder issue) {
    issue.trigger(optionalCondition());
    if (bool()) {
      issue.fixedIn(version());
    }
    issue.fixConfirmed(bool());
    if (bool()) {
      issue.workaround(text());
    }
    return issue.signatures(texts()).hints(texts()).unmetNeed(bool()).declaredOnly(bool()).build();
  }

  private Vulnerability vulnerability(KnownIssue common) {
    Vulnerability.Builder vulnerability = Vulnerability.builder().from((Rule) common).cves(texts());
    for (int left = number(); left > 0; left--) {
      vulnerability.addFileSharing(FILE_SHARINGS[number()]);
    }
    if (bool()) {
      vulnerability.fixedIn(version());
    }
    return vulnerability
        .publishedSeverity(PUBLISHED_SEVERITIES[number()])
        .precondition(optionalText())
        .build();
  }

  private Remedy remedy() {
    String action = text();
    return switch (action) {
      case "raise-vm-memory" -> new Remedy.RaiseVmMemory(number());
      case "lower-vm-memory" -> new Remedy.LowerVmMemory(number());
      case "upgrade-docker-desktop" -> new Remedy.UpgradeDockerDesktop(version());
      case "upgrade-macos" -> new Remedy.UpgradeMacOs(version());
      case "move-database-to-named-volume" -> new Remedy.MoveDatabaseToNamedVolume(texts());
      case "avoid-release" -> new Remedy.AvoidRelease(range());
      case "add-shared-folder" -> new Remedy.AddSharedFolder();
      case "switch-rosetta" -> new Remedy.SwitchRosetta(bool());
      case "select-file-sharing" -> new Remedy.SelectFileSharing(FILE_SHARINGS[number()]);
      case "switch-vmm" -> new Remedy.SwitchVmm(VMMS[number()]);
      default -> throw new IllegalStateException("no action: " + action);
    };
  }

  private Optional<String> optionalText() {
    return bool() ? Optional.of(text()) : Optional.empty();
  }

  private Optional<Condition> optionalCondition() {
    return bool() ? Optional.of(condition()) : Optional.empty();
  }

  private Condition condition() {
    String kind = text();
    return switch (kind) {
      case "all" -> new Condition.All(conditions());
      case "any" -> new Condition.Any(conditions());
      case "not" -> new Condition.Not(condition());
      case "oneOf" -> new Condition.OneOf(fact(), texts());
      case "is" -> new Condition.Is(fact(), bool());
      case "atLeast" -> new Condition.AtLeast(fact(), number());
      case "within" -> new Condition.Within(fact(), range());
      case "contains" -> new Condition.Contains(fact(), texts());
      case "known" -> new Condition.Known(fact());
      case "runsDatabase" -> new Condition.RunsDatabase(texts(), storages());
      default -> throw new IllegalStateException("no condition: " + kind);
    };
  }

  private List<Condition> conditions() {
    int size = number();
    List<Condition> conditions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      conditions.add(condition());
    }
    return conditions;
  }

  private List<Storage> storages() {
    int size = number();
    List<Storage> storages = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      storages.add(STORAGES[number()]);
    }
    return storages;
  }

  private List<Vmm> vmms() {
    int size = number();
    List<Vmm> vmms = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      vmms.add(VMMS[number()]);
    }
    return vmms;
  }

  private List<String> texts() {
    int size = number();
    List<String> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(text());
    }
    return list;
  }

  private String text() {
    return texts[number()];
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(number());
  }

  private Version version() {
    int text = number();
    Version version = versions[text];
    if (version == null) {
      version = Version.parse(texts[text]);
      versions[text] = version;
    }
    return version;
  }

  private VersionRange range() {
    int text = number();
    VersionRange range = ranges[text];
    if (range == null) {
      range = VersionRange.parse(texts[text]);
      ranges[text] = range;
    }
    return range;
  }

  private Fact fact() {
    return FACTS[number()];
  }

  private Confidence confidence() {
    return CONFIDENCES[number()];
  }

  private boolean bool() {
    return number() != 0;
  }

  /**
   * A non-negative integer in groups of seven bits, lowest first; all bytes but the last one have
   * the sign bit.
   */
  private int number() {
    int number = 0;
    int shift = 0;
    byte next = bytes[position++];
    while (next < 0) {
      number |= (next & 0x7f) << shift;
      shift += 7;
      next = bytes[position++];
    }
    return number | next << shift;
  }
}
