package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All combinations of the values of some facts, on a background of others.
 *
 * @param background the facts that stay as they are
 * @param facts the facts that are varied
 * @param values the values of each
 */
record Product(Draft background, List<Fact> facts, List<List<Value>> values) {

  /** How many combinations there are. */
  long size() {
    long size = 1;
    for (List<Value> of : values) {
      size = Math.multiplyExact(size, (long) of.size());
    }
    return size;
  }

  /** Visits every combination, the values of the last fact changing fastest. */
  void visit(Consumer<Draft> visitor) {
    visit(background, 0, visitor);
  }

  private void visit(Draft draft, int next, Consumer<Draft> visitor) {
    if (next == facts.size()) {
      visitor.accept(draft);
      return;
    }
    for (Value value : values.get(next)) {
      visit(draft.with(facts.get(next), value), next + 1, visitor);
    }
  }

  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    visit(drafts::add);
    return drafts;
  }

  /** Which value of each fact the combination has that is visited after a number of others. */
  int[] chosen(long number) {
    int[] chosen = new int[facts.size()];
    long rest = number;
    for (int fact = facts.size() - 1; fact >= 0; fact--) {
      chosen[fact] = (int) (rest % values.get(fact).size());
      rest /= values.get(fact).size();
    }
    return chosen;
  }

  /** After how many others a combination is visited. */
  int number(int[] chosen) {
    int number = 0;
    for (int fact = 0; fact < chosen.length; fact++) {
      number = number * values.get(fact).size() + chosen[fact];
    }
    return number;
  }

  /** A combination. */
  Draft draft(int[] chosen) {
    Draft draft = background;
    for (int fact = 0; fact < chosen.length; fact++) {
      draft = draft.with(facts.get(fact), values.get(fact).get(chosen[fact]));
    }
    return draft;
  }

  /** How far apart two combinations are in the order of {@link #visit} that differ in one fact. */
  long stride(int fact) {
    long stride = 1;
    for (List<Value> of : values.subList(fact + 1, values.size())) {
      stride *= of.size();
    }
    return stride;
  }
}
