package dev.vmmadvisor.core.explain;

import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of facts in English. */
final class Values {

  private Values() {}

  static String text(Fact fact, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : list.stream().map(Values::element).collect(Collectors.joining(", "));
    }
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    return fact == Fact.MEMORY || fact == Fact.VM_MEMORY ? value + " MiB" : String.valueOf(value);
  }

  private static String element(Object element) {
    if (element instanceof Database database) {
      return database.engine()
          + database
              .storage()
              .map(
                  storage ->
                      switch (storage) {
                        case BIND_MOUNT -> " on a bind mount";
                        case NAMED_VOLUME -> " on a named volume";
                      })
              .orElse(" on unknown storage");
    }
    return element.toString();
  }
}
