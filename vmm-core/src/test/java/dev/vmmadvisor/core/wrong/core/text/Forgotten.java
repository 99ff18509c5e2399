package dev.vmmadvisor.core.wrong.core.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/** In a package that does not say whether null is meant; shows what it is made with. */
public final class Forgotten {

  private Forgotten() {}

  /** Shows it in a parameter of a type. */
  public static final class InATypeParameter {
    private InATypeParameter() {}

    /** {@return nodes} */
    public static List<JsonNode> nodes() {
      return List.of(NullNode.instance);
    }
  }

  /** Shows it in a constructor. */
  public static final class InAConstructor {
    /** Makes it. */
    public InAConstructor(JsonNode node) {}
  }

  /** Shows it in a field. */
  public static final class InAField {
    /** A node. */
    public final JsonNode node = NullNode.instance;
  }
}
