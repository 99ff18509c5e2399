package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.json.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The hosts and problems of an inventory of many Macs.
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
 * @param hosts the hosts, in the order in which the inventory first names them; the hosts of one
 *     Mac are sorted by the name of the user
 * @param problems the parts that could not be read, by line. If there are very many, the list has
 *     the first {@value #MAX}, a problem that says so, and the problem that ended the reading. A
 *     problem with a single row or value does not affect the rest. An empty input is a problem
 * @param endedBy the problem that ended the reading, such as broken JSON: nothing was read from its
 *     line on; empty if the input was read to its end
 */
public record Inventory(
    List<InventoryHost> hosts, List<Problem> problems, Optional<Problem> endedBy) {

  /** The maximum number of problems that are stored. */
  public static final int MAX = 10_000;

  /**
   * Creates an inventory.
   *
   * @param hosts the hosts
   * @param problems the parts that could not be read
   * @param endedBy the problem that ended the reading, or empty
   */
  public Inventory {
    Objects.requireNonNull(hosts, "hosts");
    Objects.requireNonNull(problems, "problems");
    Objects.requireNonNull(endedBy, "endedBy");
    hosts = List.copyOf(hosts);
    problems = List.copyOf(problems);
  }

  /**
   * Creates an inventory from an input that was read to its end.
   *
   * @param hosts the hosts
   * @param problems the parts that could not be read
   */
  public Inventory(List<InventoryHost> hosts, List<Problem> problems) {
    this(hosts, problems, Optional.empty());
  }
}
