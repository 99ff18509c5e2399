package dev.vmmadvisor.api.internal;

import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Notices in order, of which only the first {@value #MOST} are there; how many more there were says
 * one more notice at the end. Not safe to share between threads.
 */
public final class NoticeList {

  /** How many notices there are at most, apart from the one that counts the others. */
  public static final int MOST = 1_000;

  private static final String MORE = "more-notices";
  private static final String NUMBER = "number";

  private final List<Notice> notices = new ArrayList<>();
  private int counted;
  private int more;

  /** Makes an empty list. */
  public NoticeList() {}

  /**
   * Adds a notice, if there are not too many.
   *
   * @param notice the notice; one that counts others adds to the number of those that are left out
   */
  public void add(Notice notice) {
    if (notice.code().equals(MORE) && notice.parameters().get(NUMBER) instanceof Integer number) {
      more += number;
    } else if (counted < MOST) {
      counted++;
      notices.add(notice);
    } else {
      more++;
    }
  }

  /** Whether another notice would only be counted. */
  public boolean isFull() {
    return counted == MOST;
  }

  /** Adds nothing but to the number of those that are left out. */
  public void count() {
    more++;
  }

  /**
   * Adds a notice however many there are.
   *
   * @param notice the notice
   */
  public void addAnyway(Notice notice) {
    notices.add(notice);
  }

  /** {@return the notices} */
  public List<Notice> toList() {
    if (more == 0) {
      return notices;
    }
    List<Notice> all = new ArrayList<>(notices);
    all.add(
        new Notice(
            MORE,
            "",
            Map.of(NUMBER, more),
            "the first " + MOST + " notices are here; left out: " + more));
    return all;
  }
}
