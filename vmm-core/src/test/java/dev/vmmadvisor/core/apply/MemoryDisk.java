package dev.vmmadvisor.core.apply;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files in memory, for tests that make many changes. */
final class MemoryDisk implements FileOperations {

  /** The files with their contents. */
  final Map<Path, byte[]> contents = new TreeMap<>();

  /** What was done that a disk would show, in its order. */
  final List<String> done = new ArrayList<>();

  @Override
  public Kind kind(Path path) {
    return contents.containsKey(path) ? Kind.FILE : Kind.ABSENT;
  }

  @Override
  public byte[] read(Path file, int most) throws IOException {
    byte[] content = present(file);
    return Arrays.copyOf(content, Math.min(content.length, most + 1));
  }

  @Override
  public List<Path> list(Path folder) {
    return contents.keySet().stream().filter(file -> folder.equals(file.getParent())).toList();
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (contents.putIfAbsent(file, content.clone()) != null) {
      throw new FileAlreadyExistsException(file.toString());
    }
    done.add("write " + file.getFileName());
  }

  @Override
  public void copyAttributes(Path from, Path to) throws IOException {
    present(from);
    present(to);
    done.add("copyAttributes " + to.getFileName());
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    contents.put(to, present(from));
    contents.remove(from);
    done.add("move " + to.getFileName());
  }

  @Override
  public void force(Path folder) {
    done.add("force");
  }

  @Override
  public void delete(Path file) {
    contents.remove(file);
    done.add("delete " + file.getFileName());
  }

  private byte[] present(Path file) throws NoSuchFileException {
    byte[] content = contents.get(file);
    if (content == null) {
      throw new NoSuchFileException(file.toString());
    }
    return content;
  }
}
