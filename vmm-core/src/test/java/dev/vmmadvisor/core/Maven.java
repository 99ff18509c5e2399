package dev.vmmadvisor.core;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The Maven that runs this build, for builds that tests start. */
final class Maven {

  private Maven() {}

  /** Its program, or else that of the machine. */
  static String program() {
    String home = System.getProperty("vmmadvisor.maven.home");
    if (home == null) {
      home = System.getenv("MAVEN_HOME");
    }
    String name = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    return home == null ? name : Path.of(home, "bin", name).toString();
  }

  /** Whether this build, and so one that it starts, gets nothing from elsewhere. */
  static boolean isOffline() {
    return "offline: true".equals(System.getProperty("vmmadvisor.offline"));
  }

  /**
   * A process that is told nothing that is meant for this build.
   *
   * @param command what it runs
   * @param folder where it runs
   * @param output the file that gets all it prints
   */
  static ProcessBuilder process(List<String> command, Path folder, Path output) {
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().remove("MAVEN_ARGS");
    process.environment().remove("MAVEN_PROJECTBASEDIR");
    return process;
  }
}
