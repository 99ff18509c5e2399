package dev.vmmadvisor.api.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A bounded list of notices that counts the notices beyond its capacity. Not safe to share between
 * threads.
 *
 * @param <T> the type of a notice
 */
public final class FirstOnes<T> {

  /** The maximum number of notices, without the one that counts the rest. */
  public static final int MAX = 1_000;

  /** The code of the notice that counts the rest. */
  public static final String MORE = "more-notices";

  /** The parameter of that notice: the number of omitted notices. */
  public static final String NUMBER = "number";

  private final List<T> first = new ArrayList<>();
  private int counted;
  private int more;

  /** Creates an empty list. */
  public FirstOnes() {}

  /**
   * Adds a notice, or only counts it if the list is full.
   *
   * @param one the notice
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
   * Adds a notice even if the list is full.
   *
   * @param one the notice
   */
  public void addAnyway(T one) {
    first.add(one);
  }

  /** {@return whether the next notice would only be counted} */
  public boolean isFull() {
    return counted == MAX;
  }

  /**
   * Increases the number of omitted notices.
   *
   * @param number the increment
   */
  public void count(int number) {
    more += number;
  }

  /** {@return the notices of the list, including those added by {@link #addAnyway}} */
  public List<T> list() {
    return first;
  }

  /** {@return the number of omitted notices} */
  public int more() {
    return more;
  }

  /**
   * {@return the message of the notice that counts the rest}
   *
   * @param more the number of omitted notices
   */
  public static String message(int more) {
    return "the first " + MAX + " notices are here; left out: " + more;
  }
}
