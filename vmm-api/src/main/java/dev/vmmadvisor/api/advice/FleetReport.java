package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Statistics of the recommendations for many hosts. {@code dev.vmmadvisor.core.fleet.Fleet}
 * computes it.
 *
 * <p>Its size depends on the catalog, not on the number of hosts: releases that the catalog does
 * not list are counted together as {@value #OTHER}. Every list is in descending order of hosts;
 * ties have a fixed order. Entries without hosts are omitted. All counts are numbers of hosts.
 */
@JsonSerialize(as = FleetReport.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "hosts",
  "goal",
  "decisions",
  "present",
  "moves",
  "releases",
  "barriers",
  "hits",
  "vulnerable",
  "vulnerabilities",
  "missingFacts",
  "failedConstraints",
  "changes",
  "groups",
  "catalog"
})
public non-sealed interface FleetReport extends Answer {

  /** The name for all releases of Docker Desktop that the catalog does not list. */
  String OTHER = "other";

  /** The name for an unknown release of Docker Desktop. */
  String UNKNOWN = "unknown";

  /**
   * The number of hosts with the same best VMM and certainty.
   *
   * @param best the best VMM, or empty if none is or could be eligible
   * @param certainty whether unknown facts can change the best VMM
   * @param hosts the number of hosts, at least 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"best", "certainty", "hosts"})
  record Decision(Optional<Vmm> best, Certainty certainty, long hosts) {

    /**
     * Creates the value.
     *
     * @param best the best VMM
     * @param certainty whether unknown facts can change the best VMM
     * @param hosts the number of hosts
     */
    public Decision {
      Objects.requireNonNull(best, "best");
      Objects.requireNonNull(certainty, "certainty");
    }
  }

  /**
   * The number of hosts that use the same VMM now.
   *
   * @param vmm the VMM in use, or empty if it is unknown
   * @param hosts the number of hosts, at least 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"vmm", "hosts"})
  record Present(Optional<Vmm> vmm, long hosts) {

    /**
     * Creates the value.
     *
     * @param vmm the VMM in use
     * @param hosts the number of hosts
     */
    public Present {
      Objects.requireNonNull(vmm, "vmm");
    }
  }

  /**
   * The number of hosts with the same VMM in use and the same best VMM; the two can be equal.
   *
   * @param from the VMM in use, or empty if it is unknown
   * @param to the best VMM, or empty if none is or could be eligible
   * @param hosts the number of hosts, at least 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"from", "to", "hosts"})
  record Move(Optional<Vmm> from, Optional<Vmm> to, long hosts) {

    /**
     * Creates the value.
     *
     * @param from the VMM in use
     * @param to the best VMM
     * @param hosts the number of hosts
     */
    public Move {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /**
   * The number of hosts with the same release of Docker Desktop.
   *
   * @param release the release as in the catalog, {@value FleetReport#OTHER} or {@value
   *     FleetReport#UNKNOWN}
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"release", "hosts"})
  record Installed(String release, long hosts) {

    /**
     * Creates the value.
     *
     * @param release the release as in the catalog
     * @param hosts the number of hosts
     */
    public Installed {
      Objects.requireNonNull(release, "release");
    }
  }

  /**
   * The reason why a VMM is not the best.
   *
   * @param vmm the VMM
   * @param criterion the criterion that ranks it below the best; {@link Criterion#ELIGIBILITY} if
   *     there is no best
   * @param code the code of a violated rule that counts for the criterion; empty if there is none,
   *     because a fact is unknown or another VMM has an advantage
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"vmm", "criterion", "code"})
  record Reason(Vmm vmm, Criterion criterion, Optional<String> code) {

    /**
     * Creates the value.
     *
     * @param vmm the VMM
     * @param criterion the criterion that ranks it below the best
     * @param code the code of a violated rule that counts for the criterion
     */
    public Reason {
      Objects.requireNonNull(vmm, "vmm");
      Objects.requireNonNull(criterion, "criterion");
      Objects.requireNonNull(code, "code");
    }
  }

  /**
   * The number of hosts with the same reason why a VMM is not the best. A host with several reasons
   * is counted for each of them.
   *
   * @param reason the reason
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"reason", "hosts"})
  record Barrier(Reason reason, long hosts) {

    /**
     * Creates the value.
     *
     * @param reason the reason
     * @param hosts the number of hosts
     */
    public Barrier {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The number of hosts whose VMM in use violates the same rule. Only rules that are serious or
   * blockers and not waived are counted.
   *
   * @param vmm the VMM in use
   * @param code the code of the rule
   * @param severity its severity
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"vmm", "code", "severity", "hosts"})
  record Hit(Vmm vmm, String code, Severity severity, long hosts) {

    /**
     * Creates the value.
     *
     * @param vmm the VMM in use
     * @param code the code of the rule
     * @param severity its severity
     * @param hosts the number of hosts
     */
    public Hit {
      Objects.requireNonNull(vmm, "vmm");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(severity, "severity");
    }
  }

  /**
   * The number of hosts that the same published vulnerability certainly affects, with the VMM in
   * use.
   *
   * @param code the code of the vulnerability
   * @param cves its CVE ids; empty if no id was assigned
   * @param dependsOnChoice whether another VMM or file sharing implementation avoids it
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"code", "cves", "dependsOnChoice", "hosts"})
  record Affected(String code, List<String> cves, boolean dependsOnChoice, long hosts) {
    /**
     * Creates the value.
     *
     * @param code the code
     * @param cves the CVE ids
     * @param dependsOnChoice whether another choice avoids it
     * @param hosts the number of hosts
     */
    public Affected {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(cves, "cves");
      cves = List.copyOf(cves);
    }
  }

  /**
   * The number of hosts with the same missing fact. A host with several missing facts is counted
   * for each of them.
   *
   * @param fact the fact
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"fact", "hosts"})
  record Open(Fact fact, long hosts) {

    /**
     * Creates the value.
     *
     * @param fact the fact
     * @param hosts the number of hosts
     */
    public Open {
      Objects.requireNonNull(fact, "fact");
    }
  }

  /**
   * The number of hosts for which the same constraint in code failed for some VMM. A host with
   * several failed constraints is counted for each of them.
   *
   * @param code the code of the constraint
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"code", "hosts"})
  record FailedConstraint(String code, long hosts) {

    /**
     * Creates the value.
     *
     * @param code the code of the constraint
     * @param hosts the number of hosts
     */
    public FailedConstraint {
      Objects.requireNonNull(code, "code");
    }
  }

  /**
   * A single change that makes a VMM the best, or switches to the best VMM.
   *
   * @param remedy the change
   * @param vmm the best VMM after the change: for {@link Remedy.SwitchVmm} the current best, for
   *     any other change a different VMM
   */
  @JsonPropertyOrder({"remedy", "vmm"})
  record Help(Remedy remedy, Vmm vmm) {

    /**
     * Creates the value.
     *
     * @param remedy the change
     * @param vmm the best VMM after the change
     */
    public Help {
      Objects.requireNonNull(remedy, "remedy");
      Objects.requireNonNull(vmm, "vmm");
    }
  }

  /**
   * The number of hosts that the same single change would help: a repair with one remedy and
   * without a known obstacle. A host that several changes would help is counted for each of them.
   * Remedies of constraints in code are not counted, because their values are not bounded by the
   * catalog. Changes to a VMM for which a hard constraint failed are not counted either.
   *
   * @param help the change
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"help", "hosts"})
  record Change(Help help, long hosts) {

    /**
     * Creates the value.
     *
     * @param help the change
     * @param hosts the number of hosts
     */
    public Change {
      Objects.requireNonNull(help, "help");
    }
  }

  /**
   * The number of hosts for which all properties of the group are equal. Each host is in one group.
   *
   * @param present the VMM in use, or empty if it is unknown
   * @param release the release of Docker Desktop, as in {@link Installed}
   * @param best the best VMM, or empty if none is or could be eligible
   * @param certainty whether unknown facts can change the best VMM
   * @param reason why the VMM in use is not the best; if it is the best or unknown, why the second
   *     VMM is not. Of several rules it is the first in the catalog
   * @param help the cheapest single change that would help, other than a switch of the VMM; empty
   *     if there is none
   * @param hosts the number of hosts, at least 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"present", "release", "best", "certainty", "reason", "help", "hosts"})
  record Group(
      Optional<Vmm> present,
      String release,
      Optional<Vmm> best,
      Certainty certainty,
      Reason reason,
      Optional<Help> help,
      long hosts) {

    /**
     * Creates the value.
     *
     * @param present the VMM in use
     * @param release the release of Docker Desktop
     * @param best the best VMM
     * @param certainty whether unknown facts can change the best VMM
     * @param reason why the VMM in use is not the best
     * @param help the cheapest single change that would help, other than a switch of the VMM
     * @param hosts the number of hosts
     */
    public Group {
      Objects.requireNonNull(present, "present");
      Objects.requireNonNull(release, "release");
      Objects.requireNonNull(best, "best");
      Objects.requireNonNull(certainty, "certainty");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(help, "help");
    }
  }

  /** {@return the number of hosts} */
  @JsonProperty("hosts")
  long hosts();

  /** {@return the goal of the recommendations} */
  @JsonProperty("goal")
  Goal goal();

  /** {@return the hosts by best VMM and certainty; each is counted once} */
  @JsonProperty("decisions")
  List<Decision> decisions();

  /** {@return the hosts by the VMM in use; each is counted once} */
  @JsonProperty("present")
  List<Present> present();

  /** {@return the hosts by the VMM in use and the best one; each is counted once} */
  @JsonProperty("moves")
  List<Move> moves();

  /** {@return the hosts by the release of Docker Desktop; each is counted once} */
  @JsonProperty("releases")
  List<Installed> releases();

  /** {@return the hosts by the reasons why VMMs are not the best} */
  @JsonProperty("barriers")
  List<Barrier> barriers();

  /** {@return the hosts by the serious rules that the VMM in use violates} */
  @JsonProperty("hits")
  List<Hit> hits();

  /**
   * {@return the number of hosts that a published vulnerability certainly affects and for which a
   * later release has a fix; evaluated with the VMM in use or, if that is unknown, with the best
   * one}
   */
  @JsonProperty("vulnerable")
  long vulnerable();

  /**
   * {@return the hosts by the vulnerability that affects them; a host can be affected by several}
   */
  @JsonProperty("vulnerabilities")
  List<Affected> vulnerabilities();

  /** {@return the hosts by the missing facts on which their best VMM depends} */
  @JsonProperty("missingFacts")
  List<Open> missingFacts();

  /**
   * {@return the hosts by the constraints in code that failed, including those that are waived or
   * not hard}
   */
  @JsonProperty("failedConstraints")
  List<FailedConstraint> failedConstraints();

  /** {@return the hosts by the single changes that would help} */
  @JsonProperty("changes")
  List<Change> changes();

  /** {@return the groups; each host is in one} */
  @JsonProperty("groups")
  List<Group> groups();

  /** {@return the catalog on which this is based} */
  @JsonProperty("catalog")
  CatalogReference catalog();

  /** {@return the number of hosts whose VMM in use is known and is not the best one} */
  default long toSwitch() {
    return moves().stream()
        .filter(move -> move.from().isPresent() && move.to().isPresent())
        .filter(move -> !move.from().equals(move.to()))
        .mapToLong(Move::hosts)
        .sum();
  }
}
