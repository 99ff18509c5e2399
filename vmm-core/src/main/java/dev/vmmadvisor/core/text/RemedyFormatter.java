package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Optional;

/** Remedies in words, with the place in Docker Desktop's settings where there is one. */
final class RemedyFormatter {

  private final Messages words;
  private final FactFormatter facts;
  private final List<SettingsLocation> guides;

  RemedyFormatter(Messages words, List<SettingsLocation> guides) {
    this.words = words;
    this.facts = new FactFormatter(words);
    this.guides = guides;
  }

  /** What to do, as a part of a sentence. */
  String sentence(Remedy remedy, Finding finding) {
    Object version = finding.parameters().get(Fact.DOCKER_DESKTOP_VERSION.path());
    String sentence =
        sentence(remedy, version instanceof Version known ? Optional.of(known) : Optional.empty());
    boolean isLocked =
        finding.parameters().get("lockedRemedies") instanceof List<?> locked
            && locked.contains(remedy.action());
    return isLocked ? words.text("remedy.locked", "remedy", sentence) : sentence;
  }

  /** What to do in a release, as a part of a sentence. */
  String sentence(Remedy remedy, Optional<Version> release) {
    String action = action(remedy);
    Optional<String> place = place(remedy.action(), release);
    return place.isPresent()
        ? words.text("remedy.place", "remedy", action, "place", place.get())
        : action;
  }

  /** What to do, without the place. */
  String action(Remedy remedy) {
    String key = "remedy." + remedy.action();
    if (remedy instanceof Remedy.RaiseVmMemory memory) {
      return words.text(key, "memory", words.mib(memory.toMiB()));
    }
    if (remedy instanceof Remedy.LowerVmMemory memory) {
      return words.text(key, "memory", words.mib(memory.toMiB()));
    }
    if (remedy instanceof Remedy.AvoidRelease avoid) {
      return words.text(key, "releases", facts.range(avoid.releases()));
    }
    if (remedy instanceof Remedy.UpgradeDockerDesktop upgrade) {
      return words.text(key, "to", upgrade.to());
    }
    if (remedy instanceof Remedy.UpgradeMacOs upgrade) {
      return words.text(key, "to", upgrade.to());
    }
    if (remedy instanceof Remedy.MoveDatabaseToNamedVolume move) {
      return words.text(key, "engines", words.all(move.engines()));
    }
    if (remedy instanceof Remedy.SwitchRosetta rosetta) {
      return words.text(key + "." + rosetta.on());
    }
    if (remedy instanceof Remedy.SelectFileSharing sharing) {
      return words.text(key, "fileSharing", words.text("file-sharing." + sharing.fileSharing()));
    }
    if (remedy instanceof Remedy.SwitchVmm choice) {
      return words.text(key, "vmm", words.the(choice.vmm()));
    }
    return words.text(key);
  }

  /** Where in Docker Desktop it is done, such as "Settings &gt; Resources"; empty if unknown. */
  Optional<String> place(String action, Optional<Version> release) {
    for (SettingsLocation guide : guides) {
      if (guide.action().equals(action)
          && (release.isEmpty() || guide.releases().contains(release.get()))) {
        return Optional.of(guide.place());
      }
    }
    return Optional.empty();
  }
}
