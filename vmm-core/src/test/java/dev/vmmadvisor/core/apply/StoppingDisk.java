package dev.vmmadvisor.core.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** A real disk on which something happens at some operations. */
final class StoppingDisk implements FileOperations {

  /** When it happens, seen from the operation. */
  enum Moment {
    BEFORE,
    /** In the middle of writing a file; before any other operation. */
    HALFWAY,
    AFTER
  }

  /** What happens; if it returns, the operation goes on. */
  @FunctionalInterface
  interface Event {
    void happen() throws IOException;
  }

  private final IntPredicate when;
  private final Moment moment;
  private final boolean countsReading;
  private final Event event;
  private int count;

  /**
   * Makes a disk.
   *
   * @param when the numbers of the operations, from 1
   * @param countsReading whether operations count that change nothing
   */
  StoppingDisk(IntPredicate when, Moment moment, boolean countsReading, Event event) {
    this.when = when;
    this.moment = moment;
    this.countsReading = countsReading;
    this.event = event;
  }

  /** How many operations there were. */
  int count() {
    return count;
  }

  private interface Action<T> {
    T run() throws IOException;
  }

  private <T> T run(boolean reads, Action<T> action) throws IOException {
    if (reads && !countsReading) {
      return action.run();
    }
    count++;
    if (when.test(count) && moment != Moment.AFTER) {
      event.happen();
    }
    T result = action.run();
    if (when.test(count) && moment == Moment.AFTER) {
      event.happen();
    }
    return result;
  }

  private void change(Action<?> action) throws IOException {
    run(false, action);
  }

  @Override
  public Kind kind(Path path) throws IOException {
    return run(true, () -> DefaultFileOperations.REAL.kind(path));
  }

  @Override
  public byte[] read(Path file, int most) throws IOException {
    return run(true, () -> DefaultFileOperations.REAL.read(file, most));
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return run(true, () -> DefaultFileOperations.REAL.list(folder));
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (when.test(count + 1) && moment == Moment.HALFWAY) {
      DefaultFileOperations.REAL.write(file, Arrays.copyOf(content, content.length / 2));
    }
    change(
        () -> {
          DefaultFileOperations.REAL.write(file, content);
          return file;
        });
  }

  @Override
  public void copyAttributes(Path from, Path to) throws IOException {
    change(
        () -> {
          DefaultFileOperations.REAL.copyAttributes(from, to);
          return to;
        });
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    change(
        () -> {
          DefaultFileOperations.REAL.move(from, to);
          return to;
        });
  }

  @Override
  public void force(Path folder) throws IOException {
    change(
        () -> {
          DefaultFileOperations.REAL.force(folder);
          return folder;
        });
  }

  @Override
  public void delete(Path file) throws IOException {
    change(
        () -> {
          DefaultFileOperations.REAL.delete(file);
          return file;
        });
  }
}
