package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.BoundedLineReader;
import dev.vmmadvisor.core.inventory.CsvInventory;
import dev.vmmadvisor.core.inventory.Inventory;
import dev.vmmadvisor.core.inventory.InventoryHost;
import dev.vmmadvisor.core.inventory.JamfInventory;
import dev.vmmadvisor.core.inventory.OsqueryRows;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the files of a fleet in a thread and passes their hosts on in batches. */
final class FleetReader implements Runnable {

  private static final int MAX_BATCH = 512;

  /**
   * The approximate number of characters in a full batch; this limits the memory of waiting
   * batches.
   */
  private static final int MAX_CHARACTERS = 1 << 20;

  /**
   * A host, or a line that should have one.
   *
   * @param number the number of the line, from 1; for a host of an inventory, the line that names
   *     it
   * @param name the name of the Mac; empty for a line
   * @param host the host of an inventory
   * @param line the line
   */
  record Item(
      int number, String name, Optional<Host> host, Optional<BoundedLineReader.Line> line) {}

  /**
   * A batch of items, in the order of the file.
   *
   * @param file the file they come from
   * @param items the items
   * @param rejected the lines that could not be read
   * @param last whether this is the end of the input
   */
  record Batch(
      String file, List<Item> items, List<RejectedLines.Rejected> rejected, boolean last) {}

  private final HostInput input;
  private final FleetSource source;
  private final BlockingQueue<Batch> batches;
  private final AtomicLong bytes = new AtomicLong();

  FleetReader(HostInput input, FleetSource source, BlockingQueue<Batch> batches) {
    this.input = input;
    this.source = source;
    this.batches = batches;
  }

  /** The number of bytes that were read so far. */
  long bytes() {
    return bytes.get();
  }

  @Override
  public void run() {
    try {
      try {
        input.eachStream(this::read);
      } finally {
        batches.put(new Batch("", List.of(), List.of(), true));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the pass has ended
    }
  }

  private void read(String file, InputStream stream) throws IOException {
    InputStream counted = new Counted(stream);
    try {
      switch (source) {
        case HOST -> lines(file, counted);
        case OSQUERY -> inventory(file, OsqueryRows.read(counted, file));
        case JAMF -> inventory(file, JamfInventory.read(counted));
        case CSV -> inventory(file, CsvInventory.read(counted));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the pass was stopped
    }
  }

  private void lines(String file, InputStream stream) throws IOException, InterruptedException {
    BoundedLineReader lines = new BoundedLineReader(stream, RecommendCommand.MAX_LINE);
    List<Item> items = new ArrayList<>();
    int characters = 0;
    boolean isEmpty = true;
    for (BoundedLineReader.Line line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        isEmpty = false;
        items.add(new Item(line.number(), "", Optional.empty(), Optional.of(line)));
        characters += line.bytes().length;
      }
      boolean isFull = items.size() == MAX_BATCH || characters >= MAX_CHARACTERS;
      // A partial batch is passed on if reading more would block.
      if (isFull || (!items.isEmpty() && !lines.isNextAtHand())) {
        batches.put(new Batch(file, List.copyOf(items), List.of(), false));
        items.clear();
        characters = 0;
      }
    }
    Problem empty = new Problem("$", 1, "the document is empty; accepted: a Host document a line");
    List<RejectedLines.Rejected> rejected =
        isEmpty ? List.of(RejectedLines.of(file, 1, Optional.empty(), List.of(empty))) : List.of();
    batches.put(new Batch(file, List.copyOf(items), rejected, false));
  }

  private void inventory(String file, Inventory inventory) throws InterruptedException {
    List<RejectedLines.Rejected> rejected = new ArrayList<>();
    for (Problem problem : inventory.problems()) {
      RejectedLines.Rejected each =
          RejectedLines.of(file, problem.line(), Optional.empty(), List.of(problem));
      rejected.add(inventory.endedBy().filter(problem::equals).isPresent() ? each.asEnd() : each);
    }
    batches.put(new Batch(file, List.of(), List.copyOf(rejected), false));
    List<Item> items = new ArrayList<>();
    int characters = 0;
    for (InventoryHost host : inventory.hosts()) {
      Host facts = host.detection().host();
      String name = host.toString();
      items.add(new Item(host.line(), name, Optional.of(facts), Optional.empty()));
      characters += name.length() + facts.chip().orElse("").length();
      if (items.size() == MAX_BATCH || characters >= MAX_CHARACTERS) {
        batches.put(new Batch(file, List.copyOf(items), List.of(), false));
        items.clear();
        characters = 0;
      }
    }
    batches.put(new Batch(file, List.copyOf(items), List.of(), false));
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      bytes.addAndGet(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = in.read(buffer, from, length);
      bytes.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
