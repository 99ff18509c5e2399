package dev.vmmadvisor.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The names of an object, few or many. */
class NamesProperties {

  @Property
  void isASetOfNames(@ForAll @Size(max = 60) List<@IntRange(max = 30) Integer> all) {
    Names names = new Names();
    names.open();
    Set<String> seen = new HashSet<>();

    for (int each : all) {
      String name = "name" + each;
      assertThat(names.add(name)).isEqualTo(seen.add(name));
    }
  }

  @Example
  void forgetsAllOfThemForAnotherObject() {
    Names names = new Names();
    for (int round = 0; round < 3; round++) {
      names.open();
      for (int i = 0; i < 40; i++) {
        assertThat(names.add("name" + i)).isTrue();
      }
      assertThat(names.add("name0")).isFalse();
      assertThat(names.add("name39")).isFalse();
      names.close();
    }
  }

  @Example
  void knowsThoseOfTheObjectAroundWhereOneInItEnds() {
    Names names = new Names();
    names.open();
    names.add("outer");
    names.open();

    assertThat(names.add("outer")).isTrue();
    assertThat(names.add("inner")).isTrue();

    names.close();
    assertThat(names.add("outer")).isFalse();
    assertThat(names.add("inner")).isTrue();
  }
}
