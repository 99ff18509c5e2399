package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is advised for many hosts, counted by what they have in common. {@code
 * dev.vmmadvisor.core.fleet.Fleet} makes one.
 *
 * <p>Its size depends on the catalog, not on the number of hosts: what a host can have that the
 * catalog does not name, such as a release, is counted together as {@value #OTHER}. Every list
 * begins with what concerns most hosts; where the numbers are the same, the order is fixed. What is
 * not listed concerns no host.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableFleetReport.class)
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
public abstract non-sealed class FleetReport implements Answer {

  /** Stands for every release of Docker Desktop that the catalog does not list. */
  public static final String OTHER = "other";

  /** Stands for a release of Docker Desktop that is not known. */
  public static final String UNKNOWN = "unknown";

  /**
   * Hosts with the same advice.
   *
   * @param best the best VMM, or empty if none is eligible or could be
   * @param certainty how far it depends on what is not known
   * @param hosts the number of hosts, at least 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"best", "certainty", "hosts"})
  public record Decision(Optional<Vmm> best, Certainty certainty, long hosts) {

    /**
     * Makes the value.
     *
     * @param best the best VMM
     * @param certainty how far it depends on what is not known
     * @param hosts the number of hosts
     */
    public Decision {
      Objects.requireNonNull(best, "best");
      Objects.requireNonNull(certainty, "certainty");
    }
  }

  /**
   * Hosts that use the same VMM now.
   *
   * @param vmm the VMM in use, or empty if it is unknown
   * @param hosts the number of hosts, at least 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"vmm", "hosts"})
  public record Present(Optional<Vmm> vmm, long hosts) {

    /**
     * Makes the value.
     *
     * @param vmm the VMM in use
     * @param hosts the number of hosts
     */
    public Present {
      Objects.requireNonNull(vmm, "vmm");
    }
  }

  /**
   * Hosts with the same way from the VMM in use to the best one; the two can be the same.
   *
   * @param from the VMM in use, or empty if it is unknown
   * @param to the best VMM, or empty if none is eligible or could be
   * @param hosts the number of hosts, at least 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"from", "to", "hosts"})
  public record Move(Optional<Vmm> from, Optional<Vmm> to, long hosts) {

    /**
     * Makes the value.
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
   * Hosts with the same release of Docker Desktop.
   *
   * @param release the release as the catalog writes it, {@value FleetReport#OTHER} or {@value
   *     FleetReport#UNKNOWN}
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"release", "hosts"})
  public record Installed(String release, long hosts) {

    /**
     * Makes the value.
     *
     * @param release the release as the catalog writes it
     * @param hosts the number of hosts
     */
    public Installed {
      Objects.requireNonNull(release, "release");
    }
  }

  /**
   * Why a VMM is not the best.
   *
   * @param vmm the VMM
   * @param criterion the criterion of the ranking by which it comes after the best; {@link
   *     Criterion#ELIGIBILITY} where there is no best
   * @param code the code of a rule that it violates and that counts for that criterion, or empty if
   *     there is none: then something is not known, or another VMM has a merit
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"vmm", "criterion", "code"})
  public record Reason(Vmm vmm, Criterion criterion, Optional<String> code) {

    /**
     * Makes the value.
     *
     * @param vmm the VMM
     * @param criterion the criterion of the ranking by which it comes after the best
     * @param code the code of a rule that it violates and that counts for that criterion
     */
    public Reason {
      Objects.requireNonNull(vmm, "vmm");
      Objects.requireNonNull(criterion, "criterion");
      Objects.requireNonNull(code, "code");
    }
  }

  /**
   * Hosts on which the same keeps a VMM from being the best. A host on which several rules do so is
   * counted for each of them.
   *
   * @param reason what does
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"reason", "hosts"})
  public record Barrier(Reason reason, long hosts) {

    /**
     * Makes the value.
     *
     * @param reason what does
     * @param hosts the number of hosts
     */
    public Barrier {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Hosts of which the VMM in use violates the same rule that is serious or a blocker and is not
   * waived.
   *
   * @param vmm the VMM in use
   * @param code the code of the rule
   * @param severity its severity
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"vmm", "code", "severity", "hosts"})
  public record Hit(Vmm vmm, String code, Severity severity, long hosts) {

    /**
     * Makes the value.
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
   * Hosts whose release is certainly affected by the same published vulnerability, under the VMM in
   * use.
   *
   * @param code the code of the vulnerability
   * @param cves its CVE ids; none if no id was assigned
   * @param dependsOnChoice whether another VMM or file sharing implementation avoids it
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"code", "cves", "dependsOnChoice", "hosts"})
  public record Affected(String code, List<String> cves, boolean dependsOnChoice, long hosts) {
    /**
     * Makes the value.
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
   * Hosts for which the same fact should be found out; a host can lack several.
   *
   * @param fact the fact
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"fact", "hosts"})
  public record Open(Fact fact, long hosts) {

    /**
     * Makes the value.
     *
     * @param fact the fact
     * @param hosts the number of hosts
     */
    public Open {
      Objects.requireNonNull(fact, "fact");
    }
  }

  /**
   * Hosts for which the same constraint in code failed for some VMM; a host for which several
   * failed is counted for each of them.
   *
   * @param code the code of the constraint
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"code", "hosts"})
  public record FailedConstraint(String code, long hosts) {

    /**
     * Makes the value.
     *
     * @param code the code of the constraint
     * @param hosts the number of hosts
     */
    public FailedConstraint {
      Objects.requireNonNull(code, "code");
    }
  }

  /**
   * A change that would help by itself.
   *
   * @param remedy the change
   * @param vmm the VMM that is the best after it: for {@link Remedy.SwitchVmm} the one that already
   *     is, for every other change one that is not yet
   */
  @JsonPropertyOrder({"remedy", "vmm"})
  public record Help(Remedy remedy, Vmm vmm) {

    /**
     * Makes the value.
     *
     * @param remedy the change
     * @param vmm the VMM that is the best after it
     */
    public Help {
      Objects.requireNonNull(remedy, "remedy");
      Objects.requireNonNull(vmm, "vmm");
    }
  }

  /**
   * Hosts that the same single change would help: a repair of one remedy that nothing known stands
   * in the way of. A host that several changes would help is counted for each of them. What
   * constraints in code offer is not counted, as there is no end to its values; nor is a change to
   * a VMM for which a hard one failed.
   *
   * @param help the change
   * @param hosts the number of hosts, at least 1
   */
  @JsonPropertyOrder({"help", "hosts"})
  public record Change(Help help, long hosts) {

    /**
     * Makes the value.
     *
     * @param help the change
     * @param hosts the number of hosts
     */
    public Change {
      Objects.requireNonNull(help, "help");
    }
  }

  /**
   * Hosts that have everything in common that this report looks at. Each host is in one group.
   *
   * @param present the VMM in use, or empty if it is unknown
   * @param release the release of Docker Desktop, as in {@link Installed}
   * @param best the best VMM, or empty if none is eligible or could be
   * @param certainty how far it depends on what is not known
   * @param reason why the VMM in use is not the best; where it is, or is unknown, why the runner-up
   *     is not. Of several rules the first in the catalog
   * @param help the cheapest single change but a switch of the VMM that would help, or empty if
   *     there is none
   * @param hosts the number of hosts, at least 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonPropertyOrder({"present", "release", "best", "certainty", "reason", "help", "hosts"})
  public record Group(
      Optional<Vmm> present,
      String release,
      Optional<Vmm> best,
      Certainty certainty,
      Reason reason,
      Optional<Help> help,
      long hosts) {

    /**
     * Makes the value.
     *
     * @param present the VMM in use
     * @param release the release of Docker Desktop
     * @param best the best VMM
     * @param certainty how far it depends on what is not known
     * @param reason why the VMM in use is not the best
     * @param help the cheapest single change but a switch of the VMM that would help
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

  // Not for extension: new attributes must not break anyone.
  FleetReport() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the number of hosts} */
  public abstract long hosts();

  /** {@return what was favoured} */
  public abstract Goal goal();

  /** {@return the hosts by what is advised; each is counted once} */
  public abstract List<Decision> decisions();

  /** {@return the hosts by the VMM in use; each is counted once} */
  public abstract List<Present> present();

  /** {@return the hosts by the VMM in use and the best one; each is counted once} */
  public abstract List<Move> moves();

  /** {@return the hosts by the release of Docker Desktop; each is counted once} */
  public abstract List<Installed> releases();

  /** {@return what keeps VMMs from being the best} */
  public abstract List<Barrier> barriers();

  /** {@return what hits the VMMs in use} */
  public abstract List<Hit> hits();

  /**
   * {@return the number of hosts whose release is certainly affected by a published vulnerability
   * that a later release fixes, under the VMM in use; if that VMM is unknown, under the best one}
   */
  public abstract long vulnerable();

  /**
   * {@return the hosts by the vulnerability that affects them; a host can be affected by several}
   */
  public abstract List<Affected> vulnerabilities();

  /** {@return the facts to find out, of the hosts whose best VMM depends on them} */
  public abstract List<Open> missingFacts();

  /**
   * {@return the constraints in code that failed; those that are waived, or decide nothing because
   * of their severity, as well}
   */
  public abstract List<FailedConstraint> failedConstraints();

  /** {@return the changes that would help by themselves; the first would help most hosts} */
  public abstract List<Change> changes();

  /** {@return the groups; each host is in one} */
  public abstract List<Group> groups();

  /** {@return the catalog this was made from} */
  public abstract CatalogReference catalog();

  /** {@return the words of this report} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  /** {@return the number of hosts of which the VMM in use is known and is not the best one} */
  @JsonIgnore
  public long toSwitch() {
    return moves().stream()
        .filter(move -> move.from().isPresent() && move.to().isPresent())
        .filter(move -> !move.from().equals(move.to()))
        .mapToLong(Move::hosts)
        .sum();
  }

  @Override
  public String text() {
    return wording().text(this);
  }

  @Override
  public String headline() {
    return wording().headline(this);
  }

  @Override
  public String markdown() {
    return wording().markdown(this);
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableFleetReport.Builder {
    Builder() {}
  }
}
