package dev.vmmadvisor.core.change;

import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.SettingsLocation;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Optional;

/** The words of one language for changes. */
public interface ChangeWords {

  /** Changes to make, as a sentence. */
  String repair(List<Remedy> remedies, Host host);

  /** Why a change is not offered. */
  String obstacle(Obstacle.Reason reason, Remedy remedy, Host host);

  /** What to do and where to click. The guide is empty for what is not done in the settings. */
  String instruction(Remedy remedy, Optional<SettingsLocation> guide, Host host);

  /** What can be lost or get worse with a change. */
  List<String> atRisk(Remedy remedy, Host host);

  /** The way back from a change to a host. */
  String undo(Remedy remedy, Host host);

  /** That there is no safe way back from an upgrade of a host. */
  String noWayBack(Host host);
}
