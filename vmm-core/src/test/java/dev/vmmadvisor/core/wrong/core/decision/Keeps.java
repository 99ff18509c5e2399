package dev.vmmadvisor.core.wrong.core.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each keeps something that can change. */
@SuppressWarnings("all")
final class Keeps {

  private Keeps() {}

  static final class ANumber {
    static int number;
  }

  static final class AMap {
    private static final HashMap<String, String> MAP = new HashMap<>();
  }

  static final class AListByItsInterface {
    private static final List<String> LIST = new ArrayList<>();
  }

  static final class AnArrayAsList {
    private static final List<String> LIST = Arrays.asList("a");
  }

  static final class AListInsideAMap {
    private static final Map<String, List<String>> MAP = Map.of("a", new ArrayList<>());
  }

  static final class AListOfArrays {
    private static final List<int[]> LIST = List.of(new int[] {1});
  }

  static final class AText {
    private static final CharSequence TEXT = new StringBuilder();
  }

  static final class AnObject {
    private static final Object OBJECT = new java.util.BitSet();
  }

  static final class OneOfOurs {
    private static final OneOfOurs ONE = new OneOfOurs();
    private int count;
  }

  enum AnEnum {
    ONE;
    private int count;
  }

  static final class AnOpenArray {
    static final int[] ARRAY = {1};
  }

  static final class AnArrayThatIsWritten {
    private static final int[] ARRAY = {1};

    static void write(int value) {
      ARRAY[0] = value;
    }
  }

  static final class AnArrayThatIsSorted {
    private static final int[] ARRAY = {2, 1};

    static void sort() {
      Arrays.sort(ARRAY);
    }
  }

  static final class SoundAndKeepsNothing {
    private static final Set<String> SET = Collections.unmodifiableSet(Set.of("a"));
    private static final Optional<String> NONE = Optional.empty();
    private static final long NUMBER = 1;
    private final Map<String, String> memo = new HashMap<>();
    private final long[] places = new long[4];

    void put(int place) {
      places[place] = NUMBER;
      memo.put(SET.toString(), NONE.toString());
    }
  }
}
