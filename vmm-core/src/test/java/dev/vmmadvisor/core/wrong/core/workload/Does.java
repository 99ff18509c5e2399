package dev.vmmadvisor.core.wrong.core.workload;

import dev.vmmadvisor.api.catalog.Constraint;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** Each does what only other rooms may do, or none. */
@SuppressWarnings("all")
final class Does {

  private Does() {}

  static final class StartThreads {
    static void start() {
      new Thread(() -> {}).start();
    }
  }

  static final class UsePools {
    static void start() {
      Executors.newCachedThreadPool().shutdown();
    }
  }

  static final class RunProcesses {
    static void run() throws IOException {
      Runtime.getRuntime().exec(new String[] {"a"});
    }
  }

  static final class ReadTheEnvironment {
    static String read() {
      return System.getenv("A");
    }
  }

  static final class ReadTheClock {
    static LocalDate today() {
      return LocalDate.now();
    }
  }

  static final class Print {
    static void print() {
      System.err.println();
    }
  }

  static final class OpenFiles {
    static byte[] read() throws IOException {
      return Files.readAllBytes(Path.of("a"));
    }
  }

  static final class OpenStreams {
    static int read() throws IOException {
      return new FileInputStream("a").read();
    }
  }

  static final class LookForServices {
    static long count() {
      return ServiceLoader.load(Constraint.class).stream().count();
    }
  }

  static final class UseTheNetwork {
    static void connect() throws IOException {
      new Socket("a", 1).close();
    }
  }

  static final class Dice {
    static int roll() {
      return new Random().nextInt();
    }
  }

  static final class BringMore {
    static Object bring() {
      return Assertions.assertThat("a");
    }
  }

  static final class SoundAndDoesNothing {
    static long nanos(long millis) {
      return TimeUnit.MILLISECONDS.toNanos(millis);
    }
  }
}
