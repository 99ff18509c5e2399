package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.json.Problem;
import java.util.List;
import java.util.Objects;

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
 * @param problems what could not be read, by line; of very many only the first {@value #MOST} and
 *     one that says so. They are about single rows and values: everything else was read
 */
public record Inventory(List<InventoryHost> hosts, List<Problem> problems) {

  /** The most problems that are kept. */
  public static final int MOST = 10_000;

  /**
   * Makes the value.
   *
   * @param hosts the hosts that were found
   * @param problems what could not be read
   */
  public Inventory {
    Objects.requireNonNull(hosts, "hosts");
    Objects.requireNonNull(problems, "problems");
    hosts = List.copyOf(hosts);
    problems = List.copyOf(problems);
  }
}
