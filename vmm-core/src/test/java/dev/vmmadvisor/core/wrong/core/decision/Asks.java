package dev.vmmadvisor.core.wrong.core.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Each asks the machine something. */
@SuppressWarnings("all")
final class Asks {

  private Asks() {}

  static final class AFile {
    static String read() throws IOException {
      return Files.readString(Path.of("a"));
    }
  }

  static final class TheClock {
    static Instant now() {
      return Instant.now();
    }
  }

  static final class TheNanoseconds {
    static long now() {
      return System.nanoTime();
    }
  }

  static final class TheEnvironment {
    static int size() {
      return System.getenv().size();
    }
  }

  static final class AProperty {
    static String get() {
      return System.getProperty("a", "b");
    }
  }

  static final class ANumberOfTheProperties {
    static Integer get() {
      return Integer.getInteger("a");
    }
  }

  static final class TheLineSeparator {
    static String get() {
      return System.lineSeparator();
    }
  }

  static final class TheOutput {
    static void print() {
      System.out.println();
    }
  }

  static final class TheIdentity {
    static int of(Object object) {
      return System.identityHashCode(object);
    }
  }

  static final class AThread {
    static void start() {
      new Thread(() -> {}).start();
    }
  }

  static final class SeveralThreads {
    static long count(List<String> words) {
      return words.parallelStream().count();
    }
  }

  static final class AMapForThreads {
    final Object map = new ConcurrentHashMap<String, String>();
  }

  static final class AProcess {
    static Process start() throws IOException {
      return new ProcessBuilder("a").start();
    }
  }

  static final class TheProcessors {
    static int count() {
      return Runtime.getRuntime().availableProcessors();
    }
  }

  static final class Chance {
    static int number() {
      return new Random().nextInt();
    }
  }

  static final class ChanceOfMath {
    static double number() {
      return Math.random();
    }
  }

  static final class ChanceOfAnId {
    static UUID id() {
      return UUID.randomUUID();
    }
  }

  static final class TheLanguage {
    static Locale get() {
      return Locale.getDefault();
    }
  }

  static final class TheLanguageBySpelling {
    static String of(String word) {
      return word.toUpperCase();
    }
  }

  static final class TheLanguageByFormat {
    static String of(int number) {
      return String.format("%d", number);
    }
  }

  static final class TheCharset {
    static byte[] of(String word) {
      return word.getBytes();
    }
  }

  static final class AField {
    static Object of(Class<?> type) throws ReflectiveOperationException {
      return type.getDeclaredField("a").get(null);
    }
  }

  /** Asks nothing: copying arrays is the one thing of the machine that is no question. */
  static final class SoundAndAsksNothing {
    static void copy(int[] from, int[] to) {
      System.arraycopy(from, 0, to, 0, from.length);
    }
  }
}
