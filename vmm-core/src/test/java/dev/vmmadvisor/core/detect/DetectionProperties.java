package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.FakeMac;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A Mac that is built from the facts of a host is found to be that host. */
class DetectionProperties {

  private static final Version VIRTIOFS_SYSTEM = Version.parse("12.5");
  private static final Version WITHOUT_OSXFS = Version.parse("4.80.0");
  private static final Version SETTINGS_STORE = Version.parse("4.35.0");

  /** Facts that no file and no command of a Mac tells. */
  private static final Set<Fact> NOWHERE =
      EnumSet.of(
          Fact.CHIP_GENERATION, Fact.IMAGE_ARCHITECTURES, Fact.DATABASES, Fact.MOUNTS, Fact.TRAITS);

  /** Facts that follow from others of the host, or from the defaults of its release. */
  private static final Set<Fact> IMPLIED =
      EnumSet.of(
          Fact.OPERATING_SYSTEM,
          Fact.ARCHITECTURE,
          Fact.CHIP_GENERATION,
          Fact.CURRENT_VMM,
          Fact.FILE_SHARING);

  @Property(tries = 200)
  void everyFactThatShowsIsFound(@ForAll("partlyKnownMacs") Host host) {
    Detection detection = detected(FakeMac.of(host));
    for (Fact fact : Fact.values()) {
      Optional<?> given = fact.valueIn(host);
      Optional<?> found = fact.valueIn(detection.host());
      if (given.isPresent() && shows(fact, host)) {
        assertThat(found).as("%s of %s", fact, host).isEqualTo(shown(fact, given));
      } else if (given.isEmpty() && !IMPLIED.contains(fact) && !isLockedValue(fact, host)) {
        assertThat(found).as("%s, which was not given", fact).isEmpty();
      }
    }
  }

  @Property(tries = 100)
  void settingsAloneNeverTellAnotherVmm(@ForAll("partlyKnownMacs") Host host) {
    Detection detection = detected(FakeMac.of(host).stopped());
    assertThat(detection.dockerDesktopRunning()).contains(false);
    assertThat(detection.runningVmm()).isEmpty();
    Vmm given = host.dockerDesktop().vmm().orElse(null);
    if (given != null && !isBefore(host, SETTINGS_STORE)) {
      detection.host().dockerDesktop().vmm().ifPresent(found -> assertThat(found).isEqualTo(given));
    }
  }

  @Property(tries = 60)
  void everyFactHasAnOriginAndTheFirstOneIsTaken(@ForAll("partlyKnownMacs") Host host) {
    Detection detection = detected(FakeMac.of(host));
    for (Fact fact : Fact.values()) {
      if (fact == Fact.CHIP_GENERATION) {
        continue; // follows from the chip
      }
      Optional<?> value = fact.valueIn(detection.host());
      List<Evidence> evidence = detection.evidence(fact);
      assertThat(evidence.stream().findFirst().map(Evidence::value)).isEqualTo(value);
      assertThat(evidence).allSatisfy(each -> assertThat(each.origin().place()).isNotBlank());
    }
  }

  @Property(tries = 40)
  void theSameMacIsFoundTwice(@ForAll("partlyKnownMacs") Host host) {
    withFolder(
        folder -> {
          FakeMac mac = FakeMac.of(host).createIn(folder);
          HostDetector detector = HostDetector.of(mac.root(), mac.commands());
          assertThat(detector.detection()).isEqualTo(detector.detection());
          assertThat(detector.withHome(mac.home()).detection().host())
              .isEqualTo(detector.detection().host());
        });
  }

  @Property(tries = 40)
  void aCopiedTreeTellsNothingElseThanTheMac(@ForAll("partlyKnownMacs") Host host) {
    withFolder(
        folder -> {
          FakeMac mac = FakeMac.of(host).createIn(folder);
          Host live = HostDetector.of(mac.root(), mac.commands()).detection().host();
          Detection copy = HostDetector.detect(folder);
          assertThat(copy.dockerDesktopRunning()).isEmpty();
          assertThat(copy.evidence())
              .noneMatch(each -> each.origin().kind() == Origin.Kind.COMMAND)
              .noneMatch(each -> each.origin().kind() == Origin.Kind.PROCESS);
          for (Fact fact : EnumSet.of(Fact.MACOS_VERSION, Fact.DOCKER_DESKTOP_VERSION)) {
            assertThat(fact.valueIn(copy.host())).isEqualTo(fact.valueIn(live));
          }
        });
  }

  @Provide
  Arbitrary<Host> partlyKnownMacs() {
    Arbitrary<Set<Fact>> forgotten = Arbitraries.of(Fact.class).set().ofMaxSize(8);
    return Combinators.combine(HostArbitraries.macs(), forgotten)
        .as(
            (host, facts) -> {
              Host known = Host.builder().build();
              for (Fact fact : Fact.values()) {
                Optional<?> value = fact.valueIn(host);
                if (value.isPresent() && !facts.contains(fact) && fact != Fact.DATABASES) {
                  known = FactSetter.with(known, fact, value.get());
                }
              }
              return known;
            });
  }

  /** Whether a Mac can show a fact: whether such a host can be, and where it could be read. */
  private static boolean shows(Fact fact, Host host) {
    if (NOWHERE.contains(fact)) {
      return false;
    }
    return switch (fact) {
      case ROSETTA_INSTALLED -> host.architecture().equals(Optional.of(Architecture.ARM64));
      case FILE_SHARING ->
          host.dockerDesktop().vmm().equals(Optional.of(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK))
              && host.macOsVersion().filter(v -> v.compareTo(VIRTIOFS_SYSTEM) >= 0).isPresent()
              && (!host.dockerDesktop().fileSharing().equals(Optional.of(FileSharing.OSXFS))
                  || isBefore(host, WITHOUT_OSXFS));
      default -> true;
    };
  }

  /** What is found of a fact: only those locked settings that an administrator can lock. */
  private static Optional<?> shown(Fact fact, Optional<?> given) {
    if (fact != Fact.LOCKED_SETTINGS) {
      return given;
    }
    List<?> locked = (List<?>) given.orElseThrow();
    return Optional.of(
        Stream.of("fileSharing", "rosettaEnabled").filter(locked::contains).toList());
  }

  private static boolean isLockedValue(Fact fact, Host host) {
    return fact == Fact.ROSETTA_ENABLED
        && host.dockerDesktop()
            .lockedSettings()
            .filter(locked -> locked.contains("rosettaEnabled"))
            .isPresent();
  }

  private static boolean isBefore(Host host, Version version) {
    return host.dockerDesktop().version().filter(v -> v.compareTo(version) < 0).isPresent();
  }

  private static Detection detected(FakeMac.Builder builder) {
    Detection[] detection = new Detection[1];
    withFolder(
        folder -> {
          FakeMac mac = builder.createIn(folder);
          detection[0] = HostDetector.of(mac.root(), mac.commands()).detection();
        });
    return detection[0];
  }

  @FunctionalInterface
  private interface FolderUse {
    void of(Path folder) throws IOException;
  }

  private static void withFolder(FolderUse use) {
    try {
      Path folder = Files.createTempDirectory("mac");
      try {
        use.of(folder);
      } finally {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
