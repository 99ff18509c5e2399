package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges the evidence of several sources into one host. Not thread-safe. */
final class EvidenceMerger {

  /** The keys of {@code docker info} with the VM memory, which is measured inside the VM. */
  private static final Set<String> MEASURED = Set.of("MemTotal", "Total Memory");

  // The memory in MiB that Docker VMM needs, by Docker's manual. The setting of a VM with a lower
  // measured value can be below or above it.
  private static final int DECISIVE_MEMORY = 4096;

  private static final String ANOTHER_ENGINE = DetectionState.ANOTHER_ENGINE.id();

  /** The first release whose {@code docker version} output names Docker Desktop. */
  private static final Version NAMES_ITSELF = Version.parse("4.5.0");

  private static final Version MACOS_11 = Version.parse("11");

  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private Host host = Host.builder().build();

  private EvidenceMerger() {}

  static Detection of(List<Reading> readings, Optional<Boolean> dockerDesktopRunning) {
    EvidenceMerger merger = new EvidenceMerger();
    readings.forEach(reading -> merger.notices.addAll(reading.notices()));
    for (Fact fact : Fact.values()) {
      merger.merge(
          fact,
          readings.stream()
              .flatMap(reading -> reading.evidence().stream())
              .filter(each -> each.fact() == fact)
              .distinct()
              .sorted(Comparator.comparingInt(EvidenceMerger::lateness)) // stable
              .toList());
    }
    boolean isSeenRunning =
        dockerDesktopRunning.orElse(false)
            || merger.evidence.stream().anyMatch(EvidenceMerger::isSeenRunning);
    merger.addState(isSeenRunning);
    return Detection.builder()
        .host(
            Host.builder()
                .from(merger.host)
                .notices(merger.notices.stream().distinct().toList())
                .build())
        .evidence(merger.evidence)
        .dockerDesktopRunning(dockerDesktopRunning)
        .build();
  }

  /** Whether evidence shows that Docker Desktop runs. A log shows only the past. */
  static boolean isSeenRunning(Evidence each) {
    return each.running() && each.origin().kind() != Origin.Kind.FILE;
  }

  /** Adds the notice of the detection state, unless a source has added it or the state has none. */
  private void addState(boolean isSeenRunning) {
    if (!isSeenRunning && notices.stream().noneMatch(each -> each.code().equals(ANOTHER_ENGINE))) {
      addAnotherEngine();
    }
    host = Host.builder().from(host).notices(notices).build();
    switch (DetectionState.of(host)) {
      case NOT_A_MAC -> {
        String system = host.operatingSystem().orElseThrow();
        notices.add(
            0,
            new Notice(
                "not-a-mac",
                Fact.OPERATING_SYSTEM.path(),
                Map.of("operatingSystem", system),
                "the catalog knows Docker Desktop for Mac only, and this host runs " + system));
      }
      case NOTHING_KNOWN -> {
        if (!isSeenRunning) {
          notices.add(0, new Notice("nothing-known", "", "nothing is known about this Mac"));
        }
      }
      default -> {} // has no notice, or has it already
    }
  }

  /** Adds the notice of the engine that answered. Of several, the best recognised one is used. */
  private void addAnotherEngine() {
    List<Notice> answers =
        notices.stream().filter(each -> each.code().equals("not-docker-desktop")).toList();
    List<String> engines =
        answers.stream()
            .map(each -> String.valueOf(each.parameters().get("engine")))
            .filter(each -> !each.isEmpty()) // an empty word does not show another engine
            .toList();
    boolean isOld = // such a release calls its engine Docker Engine
        host.dockerDesktop().version().filter(it -> it.compareTo(NAMES_ITSELF) < 0).isPresent();
    Optional<OtherEngine> engine =
        engines.stream()
            .flatMap(each -> OtherEngine.ofId(each).stream())
            .filter(each -> !(isOld && each == OtherEngine.DOCKER_ENGINE))
            .min(Comparator.naturalOrder());
    if (engine.isPresent()) {
      notices.removeAll(answers);
      notices.add(0, engine.get().notice());
    } else if (engines.contains(OtherEngine.OTHER)) {
      notices.add(0, OtherEngine.noticeOfOther());
    }
  }

  /** Sorts approximate evidence, and after it release defaults, behind all other evidence. */
  private static int lateness(Evidence each) {
    if (each.origin().kind() == Origin.Kind.RELEASE_DEFAULT) {
      return 2;
    }
    return isApproximate(each) ? 1 : 0;
  }

  private void merge(Fact fact, List<Evidence> all) {
    if (all.isEmpty()) {
      return;
    }
    evidence.addAll(all);
    Evidence best = all.get(0);
    Optional<Evidence> rival =
        all.stream()
            .filter(each -> isAsCredible(best, each) && contradicts(best, each))
            .findFirst();
    if (rival.isPresent()) {
      notices.add(contested(best, rival.get()));
      return;
    }
    if (fact == Fact.VM_MEMORY && isApproximate(best) && isTooImprecise((Integer) best.value())) {
      notices.add(imprecise((Integer) best.value()));
    } else {
      host = FactSetter.with(host, fact, best.value());
    }
    Set<String> codes = new HashSet<>();
    all.stream()
        .filter(each -> contradicts(best, each))
        .map(each -> contradiction(best, each))
        .filter(notice -> codes.add(notice.code())) // one notice per code
        .forEach(notices::add);
  }

  private static boolean isApproximate(Evidence each) {
    return (each.fact() == Fact.VM_MEMORY && MEASURED.contains(each.origin().key()))
        || (each.value() instanceof Version version && version.isMacOsCompatibilityVersion());
  }

  private static boolean isTooImprecise(int measured) {
    return measured < DECISIVE_MEMORY && largestSetting(measured) >= DECISIVE_MEMORY;
  }

  /** The largest setting, in MiB, under which the given memory can be measured. */
  static int largestSetting(int measured) {
    return (int) Math.ceil(measured / 0.95);
  }

  private static boolean contradicts(Evidence best, Evidence other) {
    if (other.origin().kind() == Origin.Kind.RELEASE_DEFAULT) {
      return false; // any other evidence overrides a default
    }
    if (isApproximate(other) && !isApproximate(best)) {
      return best.value() instanceof Version version
          ? version.compareTo(MACOS_11) < 0
          : isOutside((Integer) best.value(), (Integer) other.value());
    }
    return !best.value().equals(other.value());
  }

  private static boolean isOutside(int setting, int measured) {
    return setting < measured || setting > largestSetting(measured);
  }

  private static Notice imprecise(int measured) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("least", measured);
    parameters.put("most", largestSetting(measured));
    parameters.put("needed", DECISIVE_MEMORY);
    return new Notice(
        "imprecise-vm-memory",
        Fact.VM_MEMORY.path(),
        parameters,
        "the memory of the Linux VM is set to something from "
            + measured
            + " to "
            + largestSetting(measured)
            + " MiB, which does not tell whether it is at least "
            + DECISIVE_MEMORY
            + " MiB");
  }

  /** Whether evidence has the same origin, or is another field of the same inventory record. */
  private static boolean isAsCredible(Evidence best, Evidence other) {
    return other.origin().equals(best.origin())
        || (best.origin().kind() == Origin.Kind.INVENTORY
            && other.origin().kind() == Origin.Kind.INVENTORY
            && other.origin().place().equals(best.origin().place())
            && other.confidence() == best.confidence());
  }

  private static Notice contested(Evidence one, Evidence other) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    Origin origin = one.origin();
    String where =
        origin.equals(other.origin())
            ? origin.toString()
            : origin.place() + " (" + origin.key() + ", " + other.origin().key() + ")";
    parameters.put("one", shown(one.value()));
    parameters.put("other", shown(other.value()));
    parameters.put("origin", where);
    return new Notice(
        "contested-evidence",
        one.fact().path(),
        parameters,
        where
            + " says both "
            + shown(one.value())
            + " and "
            + shown(other.value())
            + "; neither was taken");
  }

  private static Notice contradiction(Evidence best, Evidence other) {
    boolean vmm = best.fact() == Fact.CURRENT_VMM && best.running() && !other.running();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("taken", shown(best.value()));
    parameters.put("takenFrom", best.origin().toString());
    parameters.put("other", shown(other.value()));
    parameters.put("otherFrom", other.origin().toString());
    return new Notice(
        vmm ? "vmm-not-as-requested" : "contradicting-evidence",
        best.fact().path(),
        parameters,
        vmm
            ? shown(best.value())
                + " was seen running ("
                + best.origin()
                + ") and the settings ask for "
                + shown(other.value())
                + " ("
                + other.origin()
                + "): a restart may be pending"
            : shown(best.value())
                + " ("
                + best.origin()
                + ") was taken, and "
                + other.origin()
                + " says "
                + shown(other.value()));
  }

  private static String shown(Object value) {
    return value instanceof List<?> list && list.isEmpty() ? "none" : value.toString();
  }
}
