package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.json.VmmJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the digest of a catalog: its values one behind the other, in the order in which {@code
 * CatalogSnapshotReader} reads them. The texts come first, each once, and are named by their
 * numbers after that; of a constant, the place in its enum is written. So a digest is of use only
 * to the build of this library that wrote it.
 *
 * <p>The build runs this before it compiles the library, as a program of one file that needs only
 * vmm-api; that is why it is no part of it.
 */
final class CatalogSnapshotWriter {

  private static final int PART = 16_384; // a class file takes texts of 65,535 bytes

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();

  private CatalogSnapshotWriter() {}

  /**
   * Writes the source of a class that holds the digest: a fresh JVM loads one class sooner than it
   * finds one file in a jar.
   *
   * @param arguments the file with the catalog, and the folder for sources
   */
  public static void main(String... arguments) throws IOException {
    byte[] digest;
    try (InputStream document = Files.newInputStream(Path.of(arguments[0]))) {
      digest = write(VmmJson.readCatalog(document));
    }
    Path source = Path.of(arguments[1], "dev/vmmadvisor/core/catalog/BuiltInDigest.java");
    String text = source(digest);
    if (!Files.exists(source) || !Files.readString(source).equals(text)) { // or all compiles anew
      Files.createDirectories(source.getParent());
      Files.writeString(source, text);
    }
  }

  private static String source(byte[] digest) {
    StringBuilder source = new StringBuilder();
    source
        .append("package dev.vmmadvisor.core.catalog;\n\n")
        .append("/** Made by DigestWriter. A byte for each character. */\n")
        .append("final class BuiltInDigest {\n\n")
        .append("  private BuiltInDigest() {}\n\n")
        .append("  static String[] parts() {\n")
        .append("    return new String[] {\n");
    for (int from = 0; from < digest.length; from += PART) {
      source.append("      \"");
      for (int i = from; i < Math.min(digest.length, from + PART); i++) {
        source.append(literal(digest[i]));
      }
      source.append("\",\n");
    }
    return source.append("    };\n  }\n}\n").toString();
  }

  private static String literal(byte value) {
    boolean plain = value >= ' ' && value <= '~' && value != '"' && value != '\\';
    return plain ? Character.toString(value) : String.format(Locale.ROOT, "\\%03o", value & 0xff);
  }

  /** The digest of a catalog. */
  static byte[] write(Catalog catalog) {
    CatalogSnapshotWriter writer = new CatalogSnapshotWriter();
    writer.catalog(catalog);
    ByteArrayOutputStream digest = new ByteArrayOutputStream();
    number(writer.texts.size(), digest);
    for (String text : writer.texts.keySet()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length, digest);
      digest.writeBytes(bytes);
    }
    digest.writeBytes(writer.values.toByteArray());
    return digest.toByteArray();
  }

  private void catalog(Catalog catalog) {
    text(catalog.id());
    text(catalog.version());
    day(catalog.asOf());
    text(catalog.oldestRelease());
    text(catalog.newestRelease());
    list(
        catalog.words().entrySet(),
        words -> {
          constant(words.getKey());
          texts(words.getValue());
        });
    list(
        catalog.sources(),
        source -> {
          text(source.id());
          constant(source.kind());
          text(source.document());
          text(source.section());
          day(source.read());
          optional(source.url(), this::text);
        });
    list(catalog.vmms(), this::profile);
    list(
        catalog.fileSharing(),
        profile -> {
          constant(profile.fileSharing());
          text(profile.text());
          list(profile.lifecycle(), this::lifecycle);
          texts(profile.sources());
        });
    list(
        catalog.releases(),
        release -> {
          text(release.version());
          day(release.date());
        });
    list(
        catalog.statements(),
        statement -> {
          text(statement.code());
          text(statement.subject());
          text(statement.macOsVersions());
          bool(statement.notice());
          said(statement.releases(), statement.text(), statement.confidence(), statement.sources());
        });
    list(
        catalog.disagreements(),
        disagreement -> {
          text(disagreement.code());
          texts(disagreement.entries());
          said(
              disagreement.releases(),
              disagreement.text(),
              disagreement.confidence(),
              disagreement.sources());
        });
    list(catalog.waivers(), this::waiver);
    list(catalog.expiredWaivers(), this::waiver);
    texts(catalog.layers());
    list(
        catalog.macOsSupport(),
        support -> {
          text(support.code());
          constant(support.architecture());
          said(support.versions(), support.text(), support.confidence(), support.sources());
        });
    list(
        catalog.guides(),
        guide -> {
          text(guide.action());
          text(guide.releases());
          text(guide.place());
          text(guide.button());
          constant(guide.confidence());
          texts(guide.sources());
        });
    list(catalog.messages(), this::message);
    texts(catalog.genericFragments());
    list(catalog.rules(), this::rule);
  }

  private void profile(VmmProfile profile) {
    constant(profile.vmm());
    text(profile.text());
    texts(profile.sources());
    list(profile.lifecycle(), this::lifecycle);
    list(profile.engines(), this::engine);
    texts(profile.logNames());
    list(profile.performance(), this::claim);
    optional(profile.defaultWhen(), this::condition);
  }

  private void waiver(Waiver waiver) {
    text(waiver.code());
    text(waiver.reason());
    text(waiver.owner());
    day(waiver.expires());
  }

  private void lifecycle(Lifecycle lifecycle) {
    text(lifecycle.code());
    constant(lifecycle.phase());
    said(lifecycle.releases(), lifecycle.text(), lifecycle.confidence(), lifecycle.sources());
  }

  private void engine(Engine engine) {
    text(engine.code());
    text(engine.name());
    said(engine.releases(), engine.text(), engine.confidence(), engine.sources());
  }

  private void claim(PerformanceClaim claim) {
    text(claim.code());
    text(claim.releases());
    optional(claim.when(), this::condition);
    text(claim.text());
    optional(claim.comparedWith(), this::constant);
    optional(claim.factor(), this::number);
    bool(claim.slower());
    texts(claim.circumstances());
    constant(claim.confidence());
    texts(claim.sources());
  }

  /** What is said of some versions. */
  private void said(VersionRange versions, String text, Confidence by, List<String> sources) {
    text(versions);
    text(text);
    constant(by);
    texts(sources);
  }

  private void message(LogMessage message) {
    text(message.code());
    texts(message.signatures());
    texts(message.together());
    optional(message.vmm(), this::constant);
    list(message.notVmms(), this::constant);
    optional(message.architecture(), this::constant);
    optional(message.operatingSystem(), this::text);
    constant(message.severity());
    list(
        message.advice(),
        advice -> {
          optional(advice.text(), this::text);
          optional(advice.remedy(), this::remedy);
        });
    said(message.releases(), message.text(), message.confidence(), message.sources());
  }

  private void rule(Rule rule) {
    text(rule.kind());
    text(rule.code());
    list(rule.vmms(), this::constant);
    text(rule.releases());
    optional(rule.when(), this::condition);
    constant(rule.severity());
    text(rule.headline());
    text(rule.text());
    constant(rule.confidence());
    texts(rule.sources());
    list(rule.remedies(), this::remedy);
    if (rule instanceof ConstraintRule constraint) {
      condition(constraint.requires());
      bool(constraint.declaredOnly());
      bool(constraint.impliedByUse());
    } else if (rule instanceof SettingRule setting) {
      condition(setting.present());
    } else if (rule instanceof Deprecation deprecation) {
      constant(deprecation.phase());
      list(deprecation.replacements(), this::constant);
    } else if (rule instanceof Vulnerability vulnerability) {
      texts(vulnerability.cves());
      list(vulnerability.fileSharing(), this::constant);
      optional(vulnerability.fixedIn(), this::text);
      constant(vulnerability.publishedSeverity());
      optional(vulnerability.precondition(), this::text);
    } else if (rule instanceof KnownIssue issue) {
      optional(issue.trigger(), this::condition);
      optional(issue.fixedIn(), this::text);
      bool(issue.fixConfirmed());
      optional(issue.workaround(), this::text);
      texts(issue.signatures());
      texts(issue.hints());
      bool(issue.unmetNeed());
      bool(issue.declaredOnly());
    }
  }

  private void remedy(Remedy remedy) {
    text(remedy.action());
    if (remedy instanceof Remedy.RaiseVmMemory raise) {
      number(raise.toMiB());
    } else if (remedy instanceof Remedy.LowerVmMemory lower) {
      number(lower.toMiB());
    } else if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
      text(upgrade.to());
    } else if (remedy instanceof Remedy.UpgradeMacOs upgrade) {
      text(upgrade.to());
    } else if (remedy instanceof Remedy.MoveDatabaseToNamedVolume move) {
      texts(move.engines());
    } else if (remedy instanceof Remedy.AvoidRelease avoid) {
      text(avoid.releases());
    } else if (remedy instanceof Remedy.SwitchRosetta rosetta) {
      bool(rosetta.on());
    } else if (remedy instanceof Remedy.SelectFileSharing select) {
      constant(select.fileSharing());
    } else if (remedy instanceof Remedy.SwitchVmm vmm) {
      constant(vmm.vmm());
    }
  }

  private void condition(Condition condition) {
    if (condition instanceof Condition.All all) {
      text("all");
      list(all.conditions(), this::condition);
    } else if (condition instanceof Condition.Any any) {
      text("any");
      list(any.conditions(), this::condition);
    } else if (condition instanceof Condition.Not not) {
      text("not");
      condition(not.condition());
    } else if (condition instanceof Condition.OneOf oneOf) {
      comparison("oneOf", oneOf);
      texts(oneOf.values());
    } else if (condition instanceof Condition.Is is) {
      comparison("is", is);
      bool(is.value());
    } else if (condition instanceof Condition.AtLeast atLeast) {
      comparison("atLeast", atLeast);
      number(atLeast.bound());
    } else if (condition instanceof Condition.Within within) {
      comparison("within", within);
      text(within.range());
    } else if (condition instanceof Condition.Contains contains) {
      comparison("contains", contains);
      texts(contains.values());
    } else if (condition instanceof Condition.Known known) {
      comparison("known", known);
    } else if (condition instanceof Condition.RunsDatabase runs) {
      text("runsDatabase");
      texts(runs.engines());
      list(runs.where(), this::constant);
    }
  }

  private void comparison(String kind, Condition.Comparison comparison) {
    text(kind);
    constant(comparison.fact());
  }

  private <T> void optional(Optional<T> value, Consumer<T> write) {
    bool(value.isPresent());
    value.ifPresent(write);
  }

  private <T> void list(Collection<T> values, Consumer<T> write) {
    number(values.size());
    values.forEach(write);
  }

  private void texts(List<String> all) {
    list(all, this::text);
  }

  /** A text, or what is read from one. */
  private void text(Object text) {
    number(texts.computeIfAbsent(text.toString(), key -> texts.size()));
  }

  private void day(LocalDate day) {
    number((int) day.toEpochDay());
  }

  @SuppressWarnings("EnumOrdinal") // as nobody else reads it
  private void constant(Enum<?> constant) {
    number(constant.ordinal());
  }

  private void bool(boolean value) {
    number(value ? 1 : 0);
  }

  private void number(int number) {
    number(number, values);
  }

  /** Seven bits in a byte, the lowest first; all bytes but the last are negative. */
  private static void number(int number, ByteArrayOutputStream bytes) {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }
}
