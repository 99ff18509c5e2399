package dev.vmmadvisor.core.plan;

import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Optional;

/** The texts of changes in one language. */
public interface ChangeWords {

  /** A set of changes, as a sentence. */
  String repair(List<Remedy> remedies, Host host);

  /** The reason why a change is not offered. */
  String obstacle(Obstacle.Reason reason, Remedy remedy, Host host);

  /** The instruction for a change. The guide is empty for a change outside of the settings. */
  String instruction(Remedy remedy, Optional<SettingsLocation> guide, Host host);

  /** What the change can lose or make worse. */
  List<String> atRisk(Remedy remedy, Host host);

  /** The instruction that reverts a change. */
  String undo(Remedy remedy, Host host);

  /** The statement that an upgrade cannot be reverted safely. */
  String noWayBack(Host host);
}
