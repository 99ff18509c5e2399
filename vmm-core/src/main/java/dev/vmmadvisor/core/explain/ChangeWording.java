package dev.vmmadvisor.core.explain;

import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.catalog.Guide;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.change.ChangeWords;
import java.util.List;
import java.util.Optional;

/** Words for changes. */
public final class ChangeWording implements ChangeWords {

  @Override
  public String repair(List<Remedy> remedies, Host host) {
    return remedies.toString();
  }

  @Override
  public String obstacle(Obstacle.Reason reason, Remedy remedy, Host host) {
    return reason + " " + remedy;
  }

  @Override
  public String instruction(Remedy remedy, Optional<Guide> guide, Host host) {
    return remedy.toString();
  }

  @Override
  public List<String> atRisk(Remedy remedy, Host host) {
    return List.of();
  }

  @Override
  public String undo(Remedy remedy, Host host) {
    return "undo " + remedy;
  }
}
