package dev.vmmadvisor.core.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Parses a compose file in YAML to the tree that its JSON form would have. Only this class uses
 * SnakeYAML, which is optional.
 *
 * <p>No Java value is constructed: the nodes are converted to objects, lists, texts and nulls.
 * Every scalar except null is the text in the file, so {@code no} and {@code 22:22} stay unchanged.
 * Anchors and merge keys are resolved. {@code !reset} removes a value; {@code !override} is
 * ignored.
 */
final class ComposeYaml {

  private static final int DEEPEST = 64;
  private static final int MAX_TEXT_LENGTH = 100_000; // in characters, as in JSON
  private static final int MAX_ALIASES = 1_000;
  private static final int MAX_VALUES = 200_000; // including those of aliases

  private static final Tag RESET = new Tag("!reset");
  private static final Set<Tag> TAGS =
      Set.of(
          new Tag("!override"),
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.MAP,
          Tag.SEQ,
          Tag.SET,
          Tag.OMAP,
          Tag.PAIRS,
          Tag.BINARY);

  private int values;

  private ComposeYaml() {}

  /**
   * Parses a document.
   *
   * @throws DocumentException if it is not one YAML mapping, or too large
   * @throws NoClassDefFoundError if SnakeYAML is not on the class path
   */
  static ObjectNode read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(JsonInput.MAX);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    Node root;
    try {
      Yaml yaml = new Yaml(new SafeConstructor(options));
      check(yaml.parse(new StringReader(text)));
      root = yaml.compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      throw problem(line(e.getProblemMark()), "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw problem(1, "not YAML: " + e.getMessage());
    } catch (IllegalArgumentException e) { // the library checks neither tags nor the digits of \\U
      throw problem(1, "not YAML: " + e.getMessage());
    }
    if (root == null) {
      throw problem(1, "the document is empty; accepted: a mapping with services");
    }
    Optional<JsonNode> tree = new ComposeYaml().tree(root, 1);
    if (tree.isPresent() && tree.get() instanceof ObjectNode object) {
      return object;
    }
    throw problem(root, "the document is no mapping; accepted: a mapping with services");
  }

  /** Checks the limits during parsing, before a tree uses memory. */
  private static void check(Iterable<Event> events) {
    int values = 0;
    int depth = 0;
    int aliases = 0;
    for (Event event : events) {
      if (event instanceof CollectionEndEvent) {
        depth--;
        continue;
      }
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      values += event instanceof NodeEvent ? 1 : 0;
      aliases += event instanceof AliasEvent ? 1 : 0;
      if (depth > DEEPEST) {
        throw problem(line(event.getStartMark()), "nested more than " + DEEPEST + " deep");
      }
      if (values > MAX_VALUES) {
        throw problem(line(event.getStartMark()), "more than " + MAX_VALUES + " values");
      }
      if (aliases > MAX_ALIASES) {
        throw problem(line(event.getStartMark()), "more than " + MAX_ALIASES + " aliases");
      }
      if (event instanceof ScalarEvent scalar && scalar.getValue().length() > MAX_TEXT_LENGTH) {
        throw problem(
            line(event.getStartMark()), "a text is longer than " + MAX_TEXT_LENGTH + " characters");
      }
    }
  }

  /** Converts a node to a value, or to empty if it is reset. */
  private Optional<JsonNode> tree(Node node, int depth) {
    if (depth > DEEPEST) {
      throw problem(node, "nested more than " + DEEPEST + " deep");
    }
    if (++values > MAX_VALUES) {
      throw problem(node, "more than " + MAX_VALUES + " values, with all aliases written out");
    }
    if (node.getTag().equals(RESET)) {
      return Optional.empty();
    }
    if (!TAGS.contains(node.getTag())) {
      throw problem(
          node,
          "the tag "
              + ComposeNotices.quoted(node.getTag().getValue())
              + " is not accepted; accepted: !reset, !override and those of YAML itself");
    }
    if (node instanceof MappingNode mapping) {
      return Optional.of(object(mapping, depth));
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      sequence.getValue().forEach(each -> tree(each, depth + 1).ifPresent(list::add));
      return Optional.of(list);
    }
    String text = ((ScalarNode) node).getValue();
    if (text.length() > MAX_TEXT_LENGTH) {
      throw problem(node, "a text is longer than " + MAX_TEXT_LENGTH + " characters");
    }
    return Optional.of(
        node.getTag().equals(Tag.NULL)
            ? JsonNodeFactory.instance.nullNode()
            : JsonNodeFactory.instance.textNode(text));
  }

  private ObjectNode object(MappingNode mapping, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Set<String> keys = new HashSet<>();
    List<Node> merged = new ArrayList<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
        throw problem(entry.getKeyNode(), "a key is no text; accepted: a text");
      }
      String key = scalar.getValue();
      if (!keys.add(key)) {
        throw problem(scalar, "the key " + ComposeNotices.quoted(key) + " is duplicated");
      }
      if (scalar.getTag().equals(Tag.MERGE)) {
        merged.add(entry.getValueNode());
      } else {
        tree(entry.getValueNode(), depth + 1).ifPresent(value -> object.set(key, value));
      }
    }
    for (Node each : merged) {
      List<Node> bases = each instanceof SequenceNode list ? list.getValue() : List.of(each);
      for (Node base : bases) {
        if (!(base instanceof MappingNode)) {
          throw problem(base, "what is merged is no mapping; accepted: an alias of a mapping");
        }
        tree(base, depth + 1).ifPresent(value -> merge((ObjectNode) value, keys, object));
      }
    }
    return object;
  }

  /** Merges a mapping. Own keys, including reset ones, take precedence, then earlier mappings. */
  private static void merge(ObjectNode base, Set<String> keys, ObjectNode object) {
    base.properties().stream()
        .filter(entry -> keys.add(entry.getKey()))
        .forEach(entry -> object.set(entry.getKey(), entry.getValue()));
  }

  private static DocumentException problem(Node node, String message) {
    return problem(line(node.getStartMark()), message);
  }

  private static int line(Mark mark) {
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static DocumentException problem(int line, String message) {
    return new DocumentException(List.of(new Problem("$", line, message)));
  }
}
