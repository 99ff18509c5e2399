package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.internal.FirstOnes;
import dev.vmmadvisor.api.internal.Quotes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a catalog does not cover: releases outside of its range, unknown words, expired
 * waivers. The results are notices. Immutable and safe to share between threads.
 */
final class CatalogCoverage {

  private final Catalog catalog;
  private final List<Vocabulary> vocabularies = new ArrayList<>();
  private final List<Statement> stated = new ArrayList<>(); // those that are notices
  private final List<Notice> expired = new ArrayList<>(); // about waivers, whatever the host

  /** The words of a fact that the catalog knows. */
  private record Vocabulary(Fact fact, List<String> listed, Set<String> words) {

    /** Whether all words that a host states are known. Implied words are not checked. */
    boolean covers(Host host) {
      Object value = fact.valueOrNull(host);
      if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          if (!words.contains(word(list.get(i)))) {
            return false;
          }
        }
        return true;
      }
      return value == null || words.contains(word(value));
    }

    private static Object word(Object value) {
      return value instanceof Database database ? database.engine() : value;
    }
  }

  /** The settings that can be locked, by their field names in the Host document. */
  private static final List<String> LOCKABLE =
      List.of("vmm", "memoryMiB", "cpus", "fileSharing", "rosettaEnabled");

  CatalogCoverage(Catalog catalog) {
    this.catalog = catalog;
    for (Statement statement : catalog.statements()) {
      if (statement.notice()) {
        stated.add(statement);
      }
    }
    for (Waiver waiver : catalog.expiredWaivers()) {
      expired.add(expired(waiver));
    }
    for (Map.Entry<Fact, List<String>> each : catalog.words().entrySet()) {
      List<String> listed = each.getValue();
      vocabularies.add(new Vocabulary(each.getKey(), listed, new HashSet<>(listed)));
    }
    vocabularies.add(new Vocabulary(Fact.LOCKED_SETTINGS, LOCKABLE, new HashSet<>(LOCKABLE)));
  }

  /**
   * The notices of the host, then those about the catalog. At most {@value FirstOnes#MAX} of them
   * are about fields and words; one more notice counts the rest.
   */
  List<Notice> of(Host host) {
    boolean nothing =
        host.notices().isEmpty()
            && expired.isEmpty()
            && isCovered(host)
            && hasMemory(host)
            && !isAnyStated(host);
    return nothing ? List.of() : all(host);
  }

  /** Whether the catalog covers the release and every word of a host. */
  private boolean isCovered(Host host) {
    Version version = host.dockerDesktop().version().orElse(null);
    if (version != null
        && (version.compareTo(catalog.newestRelease()) > 0
            || version.compareTo(catalog.oldestRelease()) < 0)) {
      return false;
    }
    for (Vocabulary vocabulary : vocabularies) {
      if (!vocabulary.covers(host)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAnyStated(Host host) {
    for (Statement statement : stated) {
      if (statement.holdsFor(host)) {
        return true;
      }
    }
    return false;
  }

  private static Notice stated(Statement statement) {
    String path =
        statement.releases().equals(VersionRange.ALL)
            ? Fact.MACOS_VERSION.path()
            : Fact.DOCKER_DESKTOP_VERSION.path();
    return new Notice(statement.code(), path, statement.text());
  }

  /** Whether the physical memory is at least that of the VM; true if either is unknown. */
  private static boolean hasMemory(Host host) {
    Integer ofVm = host.dockerDesktop().memoryMiB().orElse(null);
    Integer physical = host.memoryMiB().orElse(null);
    return ofVm == null || physical == null || ofVm <= physical || Implications.isElsewhere(host);
  }

  private List<Notice> all(Host host) {
    FirstOnes<Notice> notices = new FirstOnes<>();
    for (Notice notice : host.notices()) {
      if (notice.code().equals(FirstOnes.MORE)
          && notice.parameters().get(FirstOnes.NUMBER) instanceof Integer number) {
        notices.count(number);
      } else {
        notices.add(notice);
      }
    }
    if (!hasMemory(host)) {
      notices.addAnyway(
          tooMuch(host.dockerDesktop().memoryMiB().orElseThrow(), host.memoryMiB().orElseThrow()));
    }
    host.dockerDesktop()
        .version()
        .ifPresent(
            version -> {
              if (version.compareTo(catalog.newestRelease()) > 0) {
                notices.addAnyway(beyond(version, catalog.newestRelease()));
              } else if (version.compareTo(catalog.oldestRelease()) < 0) {
                notices.addAnyway(before(version, catalog.oldestRelease()));
              }
            });
    for (Statement statement : stated) {
      if (statement.holdsFor(host) && !Implications.isElsewhere(host)) {
        notices.addAnyway(stated(statement));
      }
    }
    for (Vocabulary vocabulary : vocabularies) {
      for (String word : words(vocabulary.fact(), host)) {
        if (!vocabulary.words().contains(word)) {
          if (notices.isFull()) {
            notices.count(1);
          } else {
            notices.add(unknown(vocabulary.fact(), word, vocabulary.listed()));
          }
        }
      }
    }
    expired.forEach(notices::addAnyway);
    if (notices.more() > 0) {
      notices.addAnyway(more(notices.more()));
    }
    return notices.list();
  }

  private static Notice more(int number) {
    return new Notice(
        FirstOnes.MORE, "", Map.of(FirstOnes.NUMBER, number), FirstOnes.message(number));
  }

  private static Notice expired(Waiver waiver) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("code", waiver.code());
    parameters.put("expires", waiver.expires().toString());
    parameters.put("owner", waiver.owner());
    return new Notice(
        "waiver-expired",
        "",
        parameters,
        "the waiver of "
            + waiver.code()
            + " by "
            + waiver.owner()
            + " expired on "
            + waiver.expires()
            + ", so the rule counts again");
  }

  private static Notice tooMuch(int ofVm, int physical) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("memoryMiB", ofVm);
    parameters.put("physicalMiB", physical);
    return new Notice(
        "vm-memory-above-physical",
        Fact.VM_MEMORY.path(),
        parameters,
        "the Linux VM is given " + ofVm + " MiB, but this Mac has " + physical + " MiB of memory");
  }

  private static Notice beyond(Version version, Version newest) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("version", version);
    parameters.put("newest", newest);
    return new Notice(
        "release-beyond-catalog",
        Fact.DOCKER_DESKTOP_VERSION.path(),
        parameters,
        "Docker Desktop "
            + version
            + " is newer than what is known: the newest release in the catalog is "
            + newest);
  }

  private static Notice before(Version version, Version oldest) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("version", version);
    parameters.put("oldest", oldest);
    return new Notice(
        "release-before-catalog",
        Fact.DOCKER_DESKTOP_VERSION.path(),
        parameters,
        "Docker Desktop "
            + version
            + " is older than what is known: the oldest release in the catalog is "
            + oldest);
  }

  private static Notice unknown(Fact fact, String word, List<String> known) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String shown = Quotes.cut(word);
    parameters.put("word", shown);
    parameters.put("known", known);
    return new Notice(
        "unknown-word",
        fact.path(),
        parameters,
        "nothing is known about \"" + shown + "\"; known: " + String.join(", ", known));
  }

  private static List<String> words(Fact fact, Host host) {
    return switch (fact) {
      case OPERATING_SYSTEM -> host.operatingSystem().stream().toList();
      case IMAGE_ARCHITECTURES -> host.workload().imageArchitectures().orElse(List.of());
      case MOUNTS -> host.workload().mounts().orElse(List.of());
      case TRAITS -> host.workload().traits().orElse(List.of());
      case LOCKED_SETTINGS -> host.dockerDesktop().lockedSettings().orElse(List.of());
      case DATABASES ->
          host.workload().databases().orElse(List.of()).stream().map(Database::engine).toList();
      default -> List.of();
    };
  }
}
