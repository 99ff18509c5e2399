package dev.vmmadvisor.core.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The output files of a command. All of them are checked before the first is opened. Each is
 * written beside its target and moved into place when the command succeeds, so that a target is
 * complete or unchanged.
 */
final class OutputFiles implements AutoCloseable {

  /** The flag that allows an existing file to be replaced. */
  static final String FORCE = "--force";

  /** A link to the file that standard input is redirected from, if any. */
  private static final String STANDARD_INPUT = "/dev/stdin";

  private final List<Path> inputs = new ArrayList<>();
  private final boolean force;
  private final List<OutputFile> files = new ArrayList<>();

  /**
   * Creates the set of output files.
   *
   * @param inputs the files that the command reads; {@code -} is standard input
   * @param force whether existing files may be replaced
   */
  OutputFiles(List<String> inputs, boolean force) {
    for (String input : inputs) {
      path(input.equals("-") ? STANDARD_INPUT : input).ifPresent(this.inputs::add);
    }
    this.force = force;
  }

  private static Optional<Path> path(String file) {
    try {
      return Optional.of(Path.of(file));
    } catch (InvalidPathException e) {
      return Optional.empty(); // the reader of the file reports it
    }
  }

  /**
   * The file that an option names; empty if the option is absent. Nothing is opened yet.
   *
   * @throws UsageException if the file must not be written
   */
  Optional<OutputFile> of(String option, Arguments arguments) throws UsageException {
    Optional<String> name = arguments.value(option);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path named = Path.of(name.get()).toAbsolutePath();
      Path parent = named.getParent();
      if (parent == null || !Files.isDirectory(parent)) {
        throw new UsageException(option + " " + name.get() + ": there is no such folder");
      }
      Path folder = parent.toRealPath();
      Path target = folder.resolve(named.getFileName());
      check(option + " " + name.get() + ": ", target, folder);
      OutputFile file = new OutputFile(name.get(), target, folder);
      files.add(file);
      return Optional.of(file);
    } catch (InvalidPathException | IOException e) {
      throw new UsageException(option + " " + name.get() + ": cannot be written: " + e);
    }
  }

  private void check(String where, Path target, Path folder) throws UsageException, IOException {
    if (Files.isSymbolicLink(target)) {
      throw new UsageException(where + "is a symbolic link; accepted: the file itself");
    }
    boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (exists) {
      for (Path input : inputs) {
        if (Files.exists(input) && Files.isSameFile(input, target)) {
          throw new UsageException(where + "is also an input; accepted: another file");
        }
      }
      if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new UsageException(where + "is no regular file");
      }
    }
    for (OutputFile other : files) {
      if (isSame(target, folder, other)) {
        throw new UsageException(where + "is also the file of another option");
      }
    }
    if (exists && !force) {
      throw new UsageException(where + "exists; use " + FORCE + " to replace it");
    }
  }

  /** Whether two files are the same; on most Macs names that differ only in case are. */
  private static boolean isSame(Path target, Path folder, OutputFile other) throws IOException {
    if (Files.exists(target) && Files.exists(other.target)) {
      return Files.isSameFile(target, other.target);
    }
    return Files.isSameFile(folder, other.folder)
        && String.valueOf(target.getFileName())
            .equalsIgnoreCase(String.valueOf(other.target.getFileName()));
  }

  /**
   * Moves every opened file into place. All of them are complete before the first is moved. If one
   * cannot be moved, the new files that were moved before it are removed.
   */
  void commit() throws IOException {
    for (OutputFile file : files) {
      file.finish();
    }
    List<OutputFile> moved = new ArrayList<>();
    try {
      for (OutputFile file : files) {
        file.move();
        moved.add(file);
      }
    } catch (IOException e) {
      for (OutputFile file : moved) {
        file.takeBack();
      }
      throw e;
    }
  }

  /** Removes the files that were not moved into place. */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (OutputFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** An output file. Not thread-safe. */
  final class OutputFile {
    private final String name;
    private final Path target;
    private final Path folder;
    private @Nullable Path temporary;
    private @Nullable Writer writer;
    private boolean isNew; // whether no file existed before the move

    private OutputFile(String name, Path target, Path folder) {
      this.name = name;
      this.target = target;
      this.folder = folder;
    }

    /**
     * The writer of the file, in UTF-8; characters that UTF-8 cannot encode become question marks.
     */
    Writer writer() {
      if (writer == null) {
        try {
          writer = new BufferedWriter(new OutputStreamWriter(create(), StandardCharsets.UTF_8));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return writer;
    }

    /** Creates a temporary file beside the target. */
    private OutputStream create() throws IOException {
      long process = ProcessHandle.current().pid();
      for (int number = 0; ; number++) {
        String other = "." + target.getFileName() + "." + process + "-" + number + ".tmp";
        try {
          Path created = folder.resolve(other);
          OutputStream stream = Files.newOutputStream(created, StandardOpenOption.CREATE_NEW);
          temporary = created;
          return stream;
        } catch (FileAlreadyExistsException e) {
          // left by a killed process with the same id; the next number is tried
        }
      }
    }

    private void finish() throws IOException {
      if (writer != null) {
        writer.close();
      }
    }

    private void move() throws IOException {
      if (temporary != null) {
        isNew = !Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (force) {
          Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
          moveToNew(temporary);
        }
        temporary = null;
      }
    }

    private void moveToNew(Path from) throws IOException {
      try {
        Files.move(from, target);
      } catch (FileAlreadyExistsException e) { // created after the check
        throw new IOException(name + " exists; use " + FORCE + " to replace it", e);
      }
    }

    private void takeBack() throws IOException {
      if (isNew) {
        Files.deleteIfExists(target);
      }
    }

    private void close() throws IOException {
      try {
        finish();
      } finally {
        if (temporary != null) {
          Files.deleteIfExists(temporary);
        }
      }
    }

    /** The name on the command line. */
    @Override
    public String toString() {
      return name;
    }
  }
}
