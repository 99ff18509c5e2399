package dev.vmmadvisor.core.apply;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.internal.Quotes;
import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of Docker Desktop's settings file. It is computed and can be shown first; only {@link
 * #apply} writes it.
 *
 * <p>Only changed values are rewritten. Everything else stays unchanged, byte for byte: other keys,
 * the order and case of keys, the spelling of numbers and texts, indentation, line ends, a byte
 * order mark and the end of the file. A key that differs from the given one only in case is the one
 * that is changed. A new key is added at the end of the object, in the style of the file: camelCase
 * in {@code settings.json}, PascalCase in {@code settings-store.json}.
 *
 * <p>Immutable and thread-safe. A change is valid for the content that was read: if the file has
 * changed since then, {@link #apply} refuses.
 *
 * {@snippet :
 * HostDetector detector = HostDetector.ofThisMac();
 * DockerDesktopState state = () -> detector.isDockerDesktopRunning()
 *     .map(runs -> runs ? DockerDesktopState.Running.YES : DockerDesktopState.Running.NO)
 *     .orElse(DockerDesktopState.Running.UNKNOWN);
 * SettingsChange change = SettingsChange.of(advice.plan(), detector.settingsFile().orElseThrow());
 * System.out.print(change); // nothing is written yet
 * SettingsChangeResult written = change.apply(state, Instant.now(), detector.adminSettingsFile());
 * written.next().forEach(System.out::println);
 * }
 */
public final class SettingsChange {

  private final SettingsFileTarget place;
  private final byte[] before;
  private final byte[] after;
  private final KeyCase form;
  private final List<DesiredSetting> wanted;
  private final List<KeyChange> changes;
  private final List<Step> remaining;
  private final List<String> undetermined; // the facts needed to determine whether the VMM can run

  private SettingsChange(
      SettingsFileTarget place,
      byte[] before,
      byte[] after,
      KeyCase form,
      List<DesiredSetting> wanted,
      List<KeyChange> changes,
      List<Step> remaining,
      List<String> undetermined) {
    this.place = place;
    this.before = before;
    this.after = after;
    this.form = form;
    this.wanted = wanted;
    this.changes = List.copyOf(changes);
    this.remaining = remaining;
    this.undetermined = undetermined;
  }

  /**
   * Computes the changes of a plan to a settings file, and writes nothing.
   *
   * <p>The leading steps of the plan that only change settings are combined into one write. Docker
   * Desktop does not run during the write, so it only reads the state after the last of them. The
   * other steps are {@link #remaining()}. A step that raises the memory does not lower a higher
   * value in the file, and a step that lowers it does not raise a lower value.
   *
   * @param plan the plan; a plan without steps results in an empty change
   * @param settingsFile Docker Desktop's settings file: a regular file, at most 4 MiB
   * @return the change
   * @throws SettingsChangeException if the first step of the plan is not a setting or the plan is
   *     not possible; if the file is missing, is not a regular file, cannot be read, is not a JSON
   *     object, or is not the one that Docker Desktop reads; or if a key to change is duplicated or
   *     has a list or an object as its value
   */
  public static SettingsChange of(Plan plan, Path settingsFile) throws SettingsChangeException {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(settingsFile, "settingsFile");
    return of(plan, settingsFile, DefaultFileOperations.REAL);
  }

  static SettingsChange of(Plan plan, Path settingsFile, FileOperations files)
      throws SettingsChangeException {
    SettingsFileTarget place = SettingsFileTarget.of(files, settingsFile);
    if (!plan.possible()) {
      throw new SettingsChangeException(
          Reason.NOTHING_TO_WRITE,
          place.file(),
          "the plan has no way to where it should lead; its obstacles may say why");
    }
    int leading = 0;
    while (leading < plan.steps().size() && isSettingOnly(plan.steps().get(leading))) {
      leading++;
    }
    if (leading == 0 && !plan.steps().isEmpty()) {
      throw new SettingsChangeException(
          Reason.NOTHING_TO_WRITE,
          place.file(),
          "the first step of the plan is no setting; make it first, then ask for a new plan: "
              + plan.steps().get(0).instruction());
    }
    Optional<Version> release = plan.host().dockerDesktop().version();
    if (release.isPresent()) {
      place.refuseOther(release.get());
    }
    List<Step> steps = plan.steps();
    return of(
        place,
        DesiredSetting.of(steps.subList(0, leading)),
        steps.subList(leading, steps.size()),
        plan.undetermined());
  }

  /**
   * Computes the changes of given keys in a settings file, and writes nothing.
   *
   * @param keys the keys, in camelCase or PascalCase, each once, with their new values: {@link
   *     Boolean}, or a whole number as {@link Byte}, {@link Short}, {@link Integer} or {@link Long}
   * @param settingsFile Docker Desktop's settings file: a regular file, at most 4 MiB
   * @return the change
   * @throws IllegalArgumentException if a key has characters other than letters from A to Z and
   *     digits from 0 to 9, is given twice, or has a value of another type
   * @throws SettingsChangeException if the file is missing, is not a regular file, cannot be read,
   *     is not a JSON object, or is not the one that Docker Desktop reads; or if a key to change is
   *     duplicated or has a list or an object as its value
   */
  public static SettingsChange of(Map<String, ?> keys, Path settingsFile)
      throws SettingsChangeException {
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(settingsFile, "settingsFile");
    return of(keys, settingsFile, DefaultFileOperations.REAL);
  }

  static SettingsChange of(Map<String, ?> keys, Path settingsFile, FileOperations files)
      throws SettingsChangeException {
    return of(
        SettingsFileTarget.of(files, settingsFile), DesiredSetting.of(keys), List.of(), List.of());
  }

  private static SettingsChange of(
      SettingsFileTarget place,
      List<DesiredSetting> wanted,
      List<Step> remaining,
      List<Fact> undetermined)
      throws SettingsChangeException {
    place.refuseStale();
    byte[] before = place.content();
    JsonTextEditor text = place.text(before);
    KeyCase form =
        KeyCase.of(
            place.name(), text.properties().stream().map(JsonTextEditor.Property::key).toList());
    Map<JsonTextEditor.Property, String> replaced = new LinkedHashMap<>();
    Map<String, String> added = new LinkedHashMap<>();
    List<KeyChange> changes = new ArrayList<>();
    for (DesiredSetting one : wanted) {
      List<JsonTextEditor.Property> present = text.under(one.key());
      if (present.isEmpty()) {
        String key = form.key(one.key());
        added.put(key, one.json());
        changes.add(new KeyChange(key, null, one.json()));
      } else if (!present.stream().allMatch(property -> property.has(one))) {
        JsonTextEditor.Property property = onlyOne(place, present);
        replaced.put(property, one.json());
        changes.add(new KeyChange(property.key(), property.value(), one.json()));
      }
    }
    byte[] after = text.with(replaced, added);
    place.refuseTooLarge(after);
    if (!hasAll(place.text(after), wanted)) {
      throw new IllegalStateException("the new content would not have the values: " + wanted);
    }
    List<Step> rest = List.copyOf(remaining);
    return new SettingsChange(
        place,
        before,
        after,
        form,
        wanted,
        changes,
        rest,
        undetermined.stream().map(Fact::path).toList());
  }

  private static boolean hasAll(JsonTextEditor text, List<DesiredSetting> wanted) {
    return wanted.stream()
        .allMatch(one -> text.under(one.key()).stream().anyMatch(property -> property.has(one)));
  }

  private static JsonTextEditor.Property onlyOne(
      SettingsFileTarget place, List<JsonTextEditor.Property> present)
      throws SettingsChangeException {
    JsonTextEditor.Property first = present.get(0);
    if (present.size() > 1) {
      throw new SettingsChangeException(
          Reason.AMBIGUOUS_KEY,
          place.file(),
          "the file has the key more than once, and which one counts is not known: "
              + String.join(", ", present.stream().map(JsonTextEditor.Property::shown).toList())
              + "; leave one of them in");
    }
    if (first.kind().isStructStart()) {
      throw new SettingsChangeException(
          Reason.UNEXPECTED_VALUE,
          place.file(),
          "the value of " + first.shown() + " is not one value; accepted: true, false or a number");
    }
    return first;
  }

  /** Whether a step changes only the settings file. */
  private static boolean isSettingOnly(Step step) {
    return !step.settings().isEmpty()
        && step.remedies().stream()
            .allMatch(
                remedy ->
                    remedy instanceof Remedy.SwitchVmm
                        || remedy instanceof Remedy.RaiseVmMemory
                        || remedy instanceof Remedy.LowerVmMemory
                        || remedy instanceof Remedy.SwitchRosetta
                        || remedy instanceof Remedy.SelectFileSharing);
  }

  /**
   * {@return a copy of this change that {@link #apply} makes even if it is unknown whether the VMM
   * of the plan can run}
   */
  public SettingsChange evenIfUndetermined() {
    return new SettingsChange(place, before, after, form, wanted, changes, remaining, List.of());
  }

  /** {@return the settings file, as an absolute path} */
  public Path file() {
    return place.file();
  }

  /**
   * {@return the changes, key by key, in the order of the plan or of the given keys; a key that
   * already has its value is omitted}
   */
  public List<KeyChange> changes() {
    return changes;
  }

  /** {@return whether the file already has all values} */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /**
   * {@return the steps of the plan that this change does not make, in order, from the first one
   * that is not a setting}
   */
  public List<Step> remaining() {
    return remaining;
  }

  /**
   * Makes the change, after a backup.
   *
   * <p>The backup and the new content are written to new files in the same folder, with the owner
   * and mode of the settings file. Both are flushed to disk and read back. The new file is then
   * moved into place atomically. If the process is killed at any time, the settings file has either
   * its old or its new content. Files with the ending {@code .temporary} and empty backups can
   * remain beside it; a change that is made at least one hour later removes them. No existing file
   * other than the settings file is overwritten.
   *
   * <p>The method checks that Docker Desktop does not run and that the file is unchanged, first and
   * again immediately before the move. A write by another process between the last check and the
   * move is lost.
   *
   * <p>An {@link #isEmpty() empty} change writes nothing, and only checks that the file is
   * unchanged.
   *
   * @param state reports whether Docker Desktop runs
   * @param now the time for the name of the backup; in whole seconds, in the years 0 to 9999
   * @param adminSettings the settings of an administrator, on a Mac {@code /Library/Application
   *     Support/com.docker.docker/admin-settings.json}; the file need not exist. Every lock in it
   *     counts, whether or not Docker Desktop applies the file. A key that is locked to its new
   *     value does not prevent the change. Rosetta locked to on prevents a change that selects
   *     Docker VMM
   * @return the result and the next steps
   * @throws IllegalArgumentException if the time is out of bounds
   * @throws SettingsChangeException if it is unknown whether the VMM of the plan can run; if Docker
   *     Desktop runs or that is unknown; if the file has changed since it was read; if a key is
   *     locked or the locks cannot be read; or if writing failed. Unless the reason is {@link
   *     SettingsChangeException.Reason#NOT_VERIFIED}, the file is unchanged
   */
  public SettingsChangeResult apply(DockerDesktopState state, Instant now, Path adminSettings)
      throws SettingsChangeException {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(adminSettings, "adminSettings");
    BackupFileName name = BackupFileName.of(now, BackupFileName.BACKUP);
    place.refuseStale();
    AtomicFileReplacement replacement =
        new AtomicFileReplacement(place, before, after, place.file());
    replacement.refuseChanged();
    if (isEmpty()) {
      return new SettingsChangeResult(place.file(), null, changes, remaining);
    }
    if (!undetermined.isEmpty()) {
      throw new SettingsChangeException(
          Reason.UNDETERMINED,
          place.file(),
          "it is not known whether the VMM can run, as these facts are missing: "
              + String.join(", ", undetermined)
              + "; find them out and ask for a new plan");
    }
    place.refuseWhileRunning(state);
    AdminSettings.read(place.files(), adminSettings).refuseLocked(wanted);
    Path backup = replacement.run(name, state).orElse(null);
    return new SettingsChangeResult(place.file(), backup, changes, remaining);
  }

  /**
   * {@return the change as text: the differences, the file, the name of the backup, and the
   * remaining steps}
   */
  public String text() {
    List<String> lines = new ArrayList<>();
    changes.forEach(change -> lines.add(change.toString()));
    if (isEmpty()) {
      lines.add("Nothing to change: the file has all the values.");
    }
    lines.add("");
    lines.add("File: " + Quotes.oneLine(place.file().toString()) + " (" + form.text() + ")");
    if (!isEmpty()) {
      lines.add(
          "Backup: the file as it is now, in the same folder, as "
              + Quotes.oneLine(place.name())
              + ".vmm-advisor-<time>.backup");
      lines.add("Docker Desktop has to be quit first; nothing is written until then.");
    }
    if (form == KeyCase.CAMEL_CASE && wanted.stream().anyMatch(one -> one.isOn("UseLibkrun"))) {
      lines.add(
          "Docker VMM came with Docker Desktop 4.35.0; an older one does not look at useLibkrun.");
    }
    lines.addAll(SettingsChangeResult.remainingText(remaining));
    return String.join("\n", lines) + "\n";
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }
}
