package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.json.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an inventory tells about many Macs.
 *
 * {@snippet :
 * try (InputStream csv = Files.newInputStream(Path.of("macs.csv"))) {
 *   Inventory inventory = CsvInventory.read(csv);
 *   for (InventoryHost mac : inventory.hosts()) {
 *     System.out.println(mac + ": " + advisor.recommend(mac.detection().host()).best());
 *   }
 *   inventory.problems().forEach(System.err::println);
 * }
 * }
 *
 * @param hosts the hosts that were found, in the order in which the inventory first names them, and
 *     those of one Mac by the name of the user
 * @param problems what could not be read, by line; of very many only the first {@value #MAX}, one
 *     that says so, and the one with which reading ended. Those about single rows and values leave
 *     everything else read. An empty input is a problem
 * @param endedBy the one of the problems, such as broken JSON, with which reading ended: from its
 *     line on nothing was read; empty if the input was read to its end
 */
public record Inventory(
    List<InventoryHost> hosts, List<Problem> problems, Optional<Problem> endedBy) {

  /** The most problems that are retained. */
  public static final int MAX = 10_000;

  /**
   * Makes the value.
   *
   * @param hosts the hosts that were found
   * @param problems what could not be read
   * @param endedBy the problem with which reading ended, or empty
   */
  public Inventory {
    Objects.requireNonNull(hosts, "hosts");
    Objects.requireNonNull(problems, "problems");
    Objects.requireNonNull(endedBy, "endedBy");
    hosts = List.copyOf(hosts);
    problems = List.copyOf(problems);
  }

  /**
   * Makes the value of an input that was read to its end.
   *
   * @param hosts the hosts that were found
   * @param problems what could not be read
   */
  public Inventory(List<InventoryHost> hosts, List<Problem> problems) {
    this(hosts, problems, Optional.empty());
  }
}
