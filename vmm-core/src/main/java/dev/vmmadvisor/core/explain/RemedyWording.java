package dev.vmmadvisor.core.explain;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.catalog.Guide;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Optional;

/** Remedies in English, with the place in Docker Desktop's settings where there is one. */
final class RemedyWording {

  private final List<Guide> guides;

  RemedyWording(List<Guide> guides) {
    this.guides = guides;
  }

  /** What to do, as a part of a sentence. */
  String sentence(Remedy remedy, Finding finding) {
    Object version = finding.parameters().get(Fact.DOCKER_DESKTOP_VERSION.path());
    return sentence(
        remedy, version instanceof Version known ? Optional.of(known) : Optional.empty());
  }

  private String sentence(Remedy remedy, Optional<Version> release) {
    return action(remedy) + place(remedy.action(), release);
  }

  private static String action(Remedy remedy) {
    if (remedy instanceof Remedy.RaiseVmMemory memory) {
      return "raise the memory of the Linux VM to at least " + memory.toMiB() + " MiB";
    }
    if (remedy instanceof Remedy.LowerVmMemory memory) {
      return "lower the memory of the Linux VM to at most " + memory.toMiB() + " MiB";
    }
    if (remedy instanceof Remedy.AvoidRelease avoid) {
      return "avoid Docker Desktop " + avoid.releases();
    }
    if (remedy instanceof Remedy.AddSharedFolder) {
      return "add the folder to those that are shared";
    }
    if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
      return "upgrade Docker Desktop to " + upgrade.to() + " or later";
    }
    if (remedy instanceof Remedy.UpgradeMacOs upgrade) {
      return "upgrade macOS to " + upgrade.to() + " or later";
    }
    if (remedy instanceof Remedy.MoveDatabaseToNamedVolume) {
      return "keep the files of the database on a named volume";
    }
    if (remedy instanceof Remedy.SwitchRosetta rosetta) {
      return "switch Rosetta " + (rosetta.on() ? "on" : "off");
    }
    if (remedy instanceof Remedy.SelectFileSharing sharing) {
      return "select " + sharing.fileSharing() + " for file sharing";
    }
    return "select " + EnglishWording.name(((Remedy.SwitchVmm) remedy).vmm(), false);
  }

  /** Where it is done: " in Settings &gt; Resources", or nothing if that is not known. */
  String place(String action, Optional<Version> release) {
    return guides.stream()
        .filter(guide -> guide.action().equals(action))
        .filter(guide -> release.map(guide.releases()::contains).orElse(true))
        .findFirst()
        .map(guide -> " in " + guide.place())
        .orElse("");
  }
}
