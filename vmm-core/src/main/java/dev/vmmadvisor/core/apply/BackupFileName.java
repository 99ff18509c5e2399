package dev.vmmadvisor.core.apply;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file that a change creates beside a settings file, such as {@code
 * settings-store.json.vmm-advisor-2026-11-23T10-15-00Z.backup}. The second file with one time has
 * -2 after the time.
 *
 * @param time the time, in whole seconds, in the years 0 to 9999
 * @param ending the kind of file
 */
record BackupFileName(Instant time, String ending) {

  /** The ending of a backup that a change made. */
  static final String BACKUP = ".backup";

  /** The ending of a backup that a restore made. */
  static final String BEFORE_RESTORE = ".before-restore.backup";

  /** The ending of a file with new content that is not yet in place. */
  static final String TEMPORARY = ".temporary";

  private static final String MARK = ".vmm-advisor-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern NAME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ)(?:-([1-9]\\d{0,3}))?"
              + "(\\.backup|\\.before-restore\\.backup|\\.temporary)");

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** The name for a time. */
  static BackupFileName of(Instant time, String ending) {
    if (time.isBefore(FIRST) || !time.isBefore(END)) {
      throw new IllegalArgumentException(
          "the time " + time + " is not accepted; accepted: the years 0 to 9999");
    }
    return new BackupFileName(time.truncatedTo(ChronoUnit.SECONDS), ending);
  }

  /** The name of the file with the given number. */
  String text(String settingsFile, int number, String ending) {
    return settingsFile + MARK + TIME.format(time) + (number == 1 ? "" : "-" + number) + ending;
  }

  /**
   * A parsed name.
   *
   * @param number 1 for the first file with this time
   */
  record Read(BackupFileName name, int number) {

    /** Whether the file is a temporary file and not a backup. */
    boolean isTemporary() {
      return name.ending().equals(TEMPORARY);
    }

    /** Parses a name; empty if the file does not belong to the settings file. */
    static Optional<Read> of(String settingsFile, String fileName) {
      if (!fileName.startsWith(settingsFile + MARK)) {
        return Optional.empty();
      }
      Matcher parts = NAME.matcher(fileName.substring(settingsFile.length() + MARK.length()));
      if (!parts.matches()) {
        return Optional.empty();
      }
      try {
        Instant time = Instant.from(TIME.parse(parts.group(1)));
        int number = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return Optional.of(new Read(new BackupFileName(time, parts.group(3)), number));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
