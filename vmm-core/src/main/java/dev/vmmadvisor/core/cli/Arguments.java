package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The options and files of a command line. An option takes one value, as {@code --name value} or
 * {@code --name=value}; a flag takes none. Each is allowed once. {@code --} ends the options.
 */
final class Arguments {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> files = new ArrayList<>();

  private Arguments() {}

  /**
   * Parses a command line.
   *
   * @param options the allowed options, such as {@code --goal}
   * @throws UsageException if an option is unknown, is repeated or lacks its value
   */
  static Arguments parse(List<String> commandLine, List<String> options) throws UsageException {
    return parse(commandLine, options, List.of());
  }

  /**
   * Parses a command line.
   *
   * @param options the allowed options, which take a value
   * @param flags the allowed flags, which take none
   * @throws UsageException if an option is unknown, is repeated or lacks its value
   */
  static Arguments parse(List<String> commandLine, List<String> options, List<String> flags)
      throws UsageException {
    Arguments arguments = new Arguments();
    for (int i = 0; i < commandLine.size(); i++) {
      String argument = commandLine.get(i);
      if (argument.equals("--")) {
        arguments.files.addAll(commandLine.subList(i + 1, commandLine.size()));
        break;
      }
      if (!argument.startsWith("-") || argument.equals("-")) {
        arguments.files.add(argument);
        continue;
      }
      if (flags.contains(argument)) {
        arguments.put(argument, "");
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!options.contains(name)) {
        List<String> accepted = new ArrayList<>(options);
        accepted.addAll(flags);
        throw new UsageException(
            flags.contains(name)
                ? name + " takes no value"
                : "unknown option " + name + "; accepted: " + String.join(", ", accepted));
      }
      if (equals < 0 && i + 1 == commandLine.size()) {
        throw new UsageException(name + " lacks its value");
      }
      String value = equals < 0 ? commandLine.get(++i) : argument.substring(equals + 1);
      arguments.put(name, value);
    }
    return arguments;
  }

  /** Concatenates two lists of options. */
  static List<String> options(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private void put(String name, String value) throws UsageException {
    if (values.put(name, value) != null) {
      throw new UsageException(name + " is given twice");
    }
  }

  List<String> files() {
    return List.copyOf(files);
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /** The enum constant whose id is the value of an option, or empty if the option is absent. */
  <E extends Enum<E>> Optional<E> constant(String option, E[] constants) throws UsageException {
    String id = values.get(option);
    if (id == null) {
      return Optional.empty();
    }
    for (E constant : constants) {
      if (constant.toString().equals(id)) {
        return Optional.of(constant);
      }
    }
    throw new UsageException(
        option
            + ": \""
            + id
            + "\" is not accepted; accepted: "
            + Arrays.stream(constants).map(Enum::toString).collect(Collectors.joining(", ")));
  }

  /** The version that is the value of an option, or empty if the option is absent. */
  Optional<Version> version(String option) throws UsageException {
    return values.containsKey(option) ? parsed(option, Version::parse) : Optional.empty();
  }

  /** The parsed value of an option, or empty if the option is absent. */
  <T> Optional<T> parsed(String option, Function<String, T> parse) throws UsageException {
    String text = values.get(option);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }
}
