package dev.vmmadvisor.api.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The first notices of many, and how many more there were. Not safe to share between threads.
 *
 * @param <T> notices
 */
public final class FirstOnes<T> {

  /** How many notices there are at most, apart from the one that counts the others. */
  public static final int MAX = 1_000;

  /** The code of the notice that counts the others. */
  public static final String MORE = "more-notices";

  /** Its parameter: how many others there are. */
  public static final String NUMBER = "number";

  private final List<T> first = new ArrayList<>();
  private int counted;
  private int more;

  /** Makes an empty list. */
  public FirstOnes() {}

  /**
   * Adds one, or only counts it if there are too many.
   *
   * @param one what to add
   */
  public void add(T one) {
    if (isFull()) {
      more++;
    } else {
      counted++;
      first.add(one);
    }
  }

  /**
   * Adds one however many there are.
   *
   * @param one what to add
   */
  public void addAnyway(T one) {
    first.add(one);
  }

  /** {@return whether another one would only be counted} */
  public boolean isFull() {
    return counted == MAX;
  }

  /**
   * Adds to the number of those that are left out.
   *
   * @param number how many
   */
  public void count(int number) {
    more += number;
  }

  /** {@return the first ones, and those that were added anyway} */
  public List<T> list() {
    return first;
  }

  /** {@return how many were only counted} */
  public int more() {
    return more;
  }

  /**
   * {@return the message of the notice that counts the others}
   *
   * @param more how many there are
   */
  public static String message(int more) {
    return "the first " + MAX + " notices are here; left out: " + more;
  }
}
