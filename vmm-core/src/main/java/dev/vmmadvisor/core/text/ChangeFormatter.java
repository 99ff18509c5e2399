package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.plan.ChangeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes in words: what to do, obstacles, what is at risk, the way back. */
final class ChangeFormatter implements ChangeWords {

  private final Messages words;
  private final RemedyFormatter remedies;

  ChangeFormatter(Messages words, RemedyFormatter remedies) {
    this.words = words;
    this.remedies = remedies;
  }

  /** What a repair would do for its candidate, and with which changes. */
  String effect(Repair repair, Recommendation recommendation) {
    boolean isCertain =
        repair.eligibility() == Eligibility.ELIGIBLE
            && (!repair.first() || recommendation.certainty() != Certainty.DEPENDS);
    String key =
        repair.first()
            ? (isCertain ? "repair.first" : "repair.first.maybe")
            : (isCertain ? "repair.possible" : "repair.possible.maybe");
    return words.text(key, "remedies", all(repair.remedies(), recommendation.host()));
  }

  /** That the VMM in use can be stayed with, if something about it is changed. */
  String stay(Vmm vmm, Repair repair, Host host) {
    return words.text(
        "lead.or-stay", "vmm", words.the(vmm), "remedies", all(repair.remedies(), host));
  }

  @Override
  public String repair(List<Remedy> changes, Host host) {
    return words.text("repair", "remedies", all(changes, host));
  }

  private String all(List<Remedy> changes, Host host) {
    Optional<Version> release = host.dockerDesktop().version();
    return words.all(changes.stream().map(it -> remedies.sentence(it, release)).toList());
  }

  @Override
  public String obstacle(Obstacle.Reason reason, Remedy remedy, Host host) {
    String what = remedies.action(remedy);
    String key = "obstacle." + reason;
    return switch (reason) {
      case SETTING_LOCKED ->
          remedy instanceof Remedy.SwitchVmm change
                  && change.vmm() == Vmm.DOCKER_VMM
                  && !host.dockerDesktop().lockedSettings().orElse(List.of()).contains("vmm")
              ? words.text(key + ".rosetta", "remedy", what)
              : words.text(key, "remedy", what);
      case PHYSICAL_MEMORY ->
          words.text(key, "remedy", what, "memory", words.mib(host.memoryMiB().orElseThrow()));
      case MACOS_NOT_SHOWN -> words.text(key, "remedy", what);
    };
  }

  @Override
  public String instruction(Remedy remedy, Optional<SettingsLocation> guide, Host host) {
    String what = makeSure(remedy, host).orElseGet(() -> remedies.action(remedy));
    return guide
        .map(
            it ->
                words.text(
                    "step.setting", "remedy", what, "place", it.place(), "button", it.button()))
        .orElseGet(() -> words.text("step", "remedy", what));
  }

  /** What to make sure of, if it is not known whether a setting is as it should be. */
  private Optional<String> makeSure(Remedy remedy, Host host) {
    if (remedy instanceof Remedy.SwitchRosetta rosetta
        && host.dockerDesktop().rosettaEnabled().isEmpty()) {
      return Optional.of(words.text("make-sure.switch-rosetta." + rosetta.on()));
    }
    if (remedy instanceof Remedy.SelectFileSharing choice
        && host.dockerDesktop().fileSharing().isEmpty()) {
      return Optional.of(
          words.text(
              "make-sure.select-file-sharing",
              "fileSharing",
              words.text("file-sharing." + choice.fileSharing())));
    }
    return Optional.empty();
  }

  @Override
  public List<String> atRisk(Remedy remedy, Host host) {
    List<String> risks = new ArrayList<>();
    if (remedy instanceof Remedy.UpgradeMacOs) {
      risks.add(words.text("risk.upgrade-macos"));
    } else if (remedy instanceof Remedy.UpgradeDockerDesktop) {
      risks.add(words.text("risk.upgrade-docker-desktop"));
    } else if (remedy instanceof Remedy.MoveDatabaseToNamedVolume) {
      risks.add(words.text("risk.move-database-to-named-volume"));
    } else if (remedy instanceof Remedy.SwitchVmm change
        && change.vmm() == Vmm.DOCKER_VMM
        && host.dockerDesktop().rosettaEnabled().equals(Optional.of(true))) {
      risks.add(words.text("risk.rosetta-lost"));
    }
    return risks;
  }

  @Override
  public String undo(Remedy remedy, Host host) {
    Optional<Integer> memory = host.dockerDesktop().memoryMiB();
    if (remedy instanceof Remedy.RaiseVmMemory || remedy instanceof Remedy.LowerVmMemory) {
      return memory
          .map(mib -> words.text("undo.memory", "memory", words.mib(mib)))
          .orElseGet(() -> words.text("undo.memory.unknown"));
    }
    if (remedy instanceof Remedy.UpgradeMacOs) {
      return words.text("undo.upgrade-macos");
    }
    if (remedy instanceof Remedy.UpgradeDockerDesktop) {
      return words.text("undo.upgrade-docker-desktop");
    }
    if (remedy instanceof Remedy.MoveDatabaseToNamedVolume) {
      return words.text("undo.move-database-to-named-volume");
    }
    if (remedy instanceof Remedy.SwitchRosetta rosetta) {
      return words.text(
          host.dockerDesktop().rosettaEnabled().isEmpty()
              ? "undo.switch-rosetta.unknown"
              : "undo.switch-rosetta." + !rosetta.on());
    }
    if (remedy instanceof Remedy.SelectFileSharing) {
      return host.dockerDesktop()
          .fileSharing()
          .map(
              present ->
                  words.text(
                      "undo.select-file-sharing",
                      "fileSharing",
                      words.text("file-sharing." + present)))
          .orElseGet(() -> words.text("undo.select-file-sharing.unknown"));
    }
    return host.dockerDesktop()
        .vmm()
        .map(present -> undoSwitch(present, host))
        .orElseGet(() -> words.text("undo.switch-vmm.unknown"));
  }

  @Override
  public String noWayBack(Host host) {
    return words.text(
        "undo.none-safe",
        "release",
        host.dockerDesktop().version().map(Version::toString).orElse(""));
  }

  /** The way back to a VMM; from Docker VMM it does not bring Rosetta back by itself. */
  private String undoSwitch(Vmm present, Host host) {
    String back = words.text("undo.switch-vmm", "vmm", words.the(present));
    return present == Vmm.APPLE_VIRTUALIZATION_FRAMEWORK
            && host.dockerDesktop().rosettaEnabled().equals(Optional.of(true))
        ? words.sentences(back, words.text("undo.switch-vmm.rosetta"))
        : back;
  }
}
