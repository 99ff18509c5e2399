package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Engine;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.SourceConflict;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.host.Fact;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that each VMM has one profile and that profiles contain no contradictions. */
final class ProfileChecks {

  private static final Version LOWEST = Version.parse("0");

  private final LintContext lint;

  ProfileChecks(LintContext lint) {
    this.lint = lint;
  }

  void check() {
    for (VmmProfile profile : lint.catalog().vmms()) {
      checkLifecycle(profile.lifecycle());
      List<Engine> engines = profile.engines();
      for (int i = 0; i < engines.size(); i++) {
        for (Engine other : engines.subList(i + 1, engines.size())) {
          if (overlap(engines.get(i).releases(), other.releases())) {
            lint.addContradiction(
                engines.get(i).code(), other.code(), "are engines for the same releases");
          }
        }
      }
      List<PerformanceClaim> claims = profile.performance();
      for (int i = 0; i < claims.size(); i++) {
        checkSlower(claims.get(i));
        for (PerformanceClaim other : claims.subList(i + 1, claims.size())) {
          checkClaims(claims.get(i), other);
        }
      }
    }
    for (FileSharingProfile profile : lint.catalog().fileSharing()) {
      checkLifecycle(profile.lifecycle());
    }
  }

  /** Checks what only catalogs have: all profiles, and disagreements. */
  void checkCatalog() {
    Set<Vmm> vmms = EnumSet.noneOf(Vmm.class);
    for (int i = 0; i < lint.catalog().vmms().size(); i++) {
      Vmm vmm = lint.catalog().vmms().get(i).vmm();
      if (!vmms.add(vmm)) {
        lint.add("$.vmms[" + i + "].vmm", "there is another profile of " + LintContext.quoted(vmm));
      }
    }
    for (Vmm vmm : Vmm.values()) {
      if (!vmms.contains(vmm)) {
        lint.add("$.vmms", "there is no profile of " + LintContext.quoted(vmm));
      }
    }
    checkLogNames();
    Set<FileSharing> shares = EnumSet.noneOf(FileSharing.class);
    for (int i = 0; i < lint.catalog().fileSharing().size(); i++) {
      FileSharing share = lint.catalog().fileSharing().get(i).fileSharing();
      if (!shares.add(share)) {
        lint.add(
            "$.fileSharing[" + i + "].fileSharing",
            "there is another profile of " + LintContext.quoted(share));
      }
    }
    for (int i = 0; i < lint.catalog().disagreements().size(); i++) {
      SourceConflict disagreement = lint.catalog().disagreements().get(i);
      for (String code : disagreement.entries()) {
        if (lint.entryIndex().path(code).isEmpty()) {
          lint.add(
              "$.disagreements[" + i + "].entries",
              LintContext.quoted(code) + " is the code of no entry and no virtual machine manager");
        }
      }
    }
  }

  /** Checks that a name in logs belongs to one VMM, ignoring case. */
  private void checkLogNames() {
    Map<String, Vmm> owners = new HashMap<>();
    for (int i = 0; i < lint.catalog().vmms().size(); i++) {
      VmmProfile profile = lint.catalog().vmms().get(i);
      for (int j = 0; j < profile.logNames().size(); j++) {
        String name = profile.logNames().get(j);
        Vmm owner = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), profile.vmm());
        if (owner != null) {
          lint.add(
              "$.vmms[" + i + "].logNames[" + j + "]",
              LintContext.quoted(name) + " is already a name of " + LintContext.quoted(owner));
        }
      }
    }
  }

  private void checkLifecycle(List<Lifecycle> lifecycles) {
    for (int i = 0; i < lifecycles.size(); i++) {
      for (Lifecycle other : lifecycles.subList(i + 1, lifecycles.size())) {
        Lifecycle one = lifecycles.get(i);
        if (overlap(one.releases(), other.releases())) {
          lint.addContradiction(one.code(), other.code(), "are phases for the same releases");
        } else if (isAfterRemoval(one, other) || isAfterRemoval(other, one)) {
          lint.addContradiction(
              one.code(), other.code(), "let it be there after it has been removed");
        }
      }
    }
  }

  private static boolean isAfterRemoval(Lifecycle removal, Lifecycle other) {
    return removal.phase() == Phase.REMOVED
        && other.phase() != Phase.REMOVED
        && other
                .releases()
                .lower()
                .orElse(LOWEST)
                .compareTo(removal.releases().lower().orElse(LOWEST))
            > 0;
  }

  private void checkSlower(PerformanceClaim claim) {
    if (claim.slower() && claim.factor().isPresent()) {
      lint.entryIndex()
          .path(claim.code())
          .ifPresent(
              path -> lint.add(path + ".factor", "a claim that a VMM is slower has no factor"));
    }
  }

  private void checkClaims(PerformanceClaim one, PerformanceClaim other) {
    if (one.factor().isPresent()
        && other.factor().isPresent()
        && !one.factor().equals(other.factor())
        && one.comparedWith().equals(other.comparedWith())
        && Set.copyOf(one.circumstances()).equals(Set.copyOf(other.circumstances()))
        && lint.hosts()
            .isPossible(
                new Condition.All(
                    List.of(
                        within(one.releases()),
                        within(other.releases()),
                        orAlways(one.when()),
                        orAlways(other.when()))))) {
      lint.addContradiction(
          one.code(), other.code(), "claim different factors under the same circumstances");
    }
  }

  private boolean overlap(VersionRange one, VersionRange other) {
    return lint.hosts().isPossible(new Condition.All(List.of(within(one), within(other))));
  }

  private static Condition within(VersionRange releases) {
    return new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, releases);
  }

  private static Condition orAlways(Optional<Condition> condition) {
    return condition.orElse(new Condition.All(List.of()));
  }
}
