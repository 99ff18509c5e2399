package com.acme.versions;

import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Prints sections, each with its name in a line, that several versions of Jackson must agree on. */
public final class Program {

  /** Makes the text of a section. */
  @FunctionalInterface
  interface Text {
    Object make() throws IOException;
  }

  private final PrintStream out;
  private final String folder;

  private Program(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder.toString();
  }

  /**
   * Runs the program.
   *
   * @param args a folder with documents of VMM Advisor, and a folder in which files may be written
   */
  public static void main(String[] args) throws IOException {
    Path documents = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
    try (PrintStream out = new PrintStream(standardOutput, false, StandardCharsets.UTF_8)) {
      Program program = new Program(out, folder);
      new Answers(program).print();
      new Inputs(program, documents, folder).print();
      new Limits(program).print();
    }
  }

  /** Prints a section. */
  void section(String name, Text text) {
    out.println("=== " + name);
    out.println(result(text));
  }

  /** A text, or the error that is thrown instead. */
  String result(Text text) {
    String result;
    try {
      result = String.valueOf(text.make());
    } catch (IOException | RuntimeException e) {
      result = e.toString();
    }
    return result.replace(folder, "FOLDER");
  }
}
