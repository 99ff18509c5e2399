package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.testkit.FakeMac;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** What came of a command line. */
record Outcome(int status, String out, String err) {

  /** Of a command line on a machine that is no Mac. */
  static Outcome elsewhere(String input, String... commandLine) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return of((out, err) -> FakeSurroundings.of(in, out, err), commandLine);
  }

  /** Of a command line on a Mac, with nothing on standard input that could be read. */
  static Outcome on(FakeMac mac, String... commandLine) {
    return on(HostDetector.of(mac.root(), mac.commands()).withHome(mac.home()), commandLine);
  }

  /** Of a command line on a Mac, with nothing on standard input that could be read. */
  static Outcome on(HostDetector mac, String... commandLine) {
    InputStream in = new PipedInputStream(); // not connected, so it cannot be read
    return of((out, err) -> FakeSurroundings.onMac(in, out, err, mac), commandLine);
  }

  private static Outcome of(
      BiFunction<PrintStream, PrintStream, CliContext> surroundings, String... commandLine) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new Cli(
                surroundings.apply(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .run(commandLine);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The document on standard output of a command that had nothing to complain about. */
  JsonNode json() {
    assertThat(err).isEmpty();
    try {
      return new ObjectMapper().readTree(out);
    } catch (IOException e) {
      throw new AssertionError(out, e);
    }
  }

  /** The document without its notices, and without those of its parts. */
  JsonNode jsonWithoutNotices() {
    JsonNode document = json();
    document.findParents("notices").forEach(part -> ((ObjectNode) part).remove("notices"));
    return document;
  }
}
