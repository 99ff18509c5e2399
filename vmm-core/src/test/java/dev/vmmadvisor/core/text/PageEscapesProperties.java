package dev.vmmadvisor.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.internal.Escapes;
import dev.vmmadvisor.core.InvisibleText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Whatever a text of a page holds, a page in each format says it and does nothing else. */
class PageEscapesProperties {

  private static final Parser MARKDOWN = Parser.builder().build();

  /** What a document in Markdown says, its marks left out. */
  private static final class Said extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    static String of(String markdown) {
      Said said = new Said();
      MARKDOWN.parse(markdown).accept(said);
      return said.text.toString();
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(SoftLineBreak node) {
      unexpected(node);
    }

    @Override
    public void visit(Emphasis node) {
      unexpected(node);
    }

    @Override
    public void visit(Link node) {
      unexpected(node);
    }

    @Override
    public void visit(Image node) {
      unexpected(node);
    }

    @Override
    public void visit(HtmlInline node) {
      unexpected(node);
    }

    @Override
    public void visit(HtmlBlock node) {
      unexpected(node);
    }

    @Override
    public void visit(BlockQuote node) {
      unexpected(node);
    }

    @Override
    public void visit(FencedCodeBlock node) {
      unexpected(node);
    }

    @Override
    public void visit(IndentedCodeBlock node) {
      unexpected(node);
    }

    @Override
    public void visit(ThematicBreak node) {
      unexpected(node);
    }

    @Override
    public void visit(LinkReferenceDefinition node) {
      unexpected(node);
    }

    private static void unexpected(Node node) {
      throw new AssertionError("a text became " + node);
    }
  }

  private static boolean isSeen(String output) {
    return output.codePoints().noneMatch(c -> c != '\n' && Escapes.isEscaped(c));
  }

  @Property
  void markdownSaysTheText(@ForAll("texts") String text) {
    String shown = shown(text);
    for (Document page :
        List.of(
            new Document().paragraph(text),
            new Document().item(text),
            new Document().heading(text + "."),
            new Document().lead(text),
            new Document().numbered(1, text),
            new Document().item("a").detail(text),
            new Document().item("a").subitem(text))) {
      String markdown = page.markdown();

      assertThat(isSeen(markdown)).isTrue();
      assertThat(squeezed(Said.of(markdown)))
          .isIn(squeezed(shown), squeezed(shown + "."), squeezed("a" + shown));
    }
    String heading = Document.markdownHeading(text);
    assertThat(isSeen(heading)).isTrue();
    assertThat(squeezed(Said.of(heading))).isEqualTo(squeezed(shown));
  }

  @Property
  void labelsAreTextsToo(@ForAll("texts") String text, @ForAll("texts") String label) {
    Document page = new Document().paragraph("x" + label + "x:", text);
    String said = squeezed("x" + shown(label) + "x:" + shown(text));

    assertThat(isSeen(page.markdown())).isTrue();
    assertThat(squeezed(page.text())).isEqualTo(said);
    // what is bold between Chinese characters is not always seen as such
    assertThat(squeezed(Said.of(page.markdown())).replace("*", ""))
        .isEqualTo(said.replace("*", ""));
  }

  /** A text on one line, as a terminal shows it. */
  private static String shown(String text) {
    return new Document().lead(text).headline();
  }

  @Property
  void codeIsCopiedLetterByLetter(@ForAll("texts") String text, @ForAll("texts") String id) {
    Document page = new Document().paragraph("See " + Document.code("x" + id + "x") + text);
    String said = squeezed("Seex" + Escapes.line(id.replaceAll("[\\t-\\r]", " ")) + "x");

    assertThat(squeezed(page.text())).startsWith(said);
    assertThat(squeezed(Said.of(page.markdown()))).startsWith(said);
  }

  @Property
  void textIsSeen(@ForAll("texts") String text) {
    Document page =
        new Document()
            .lead(text)
            .heading(text)
            .item(Severity.WARNING, "warning", text)
            .detail(text);

    assertThat(isSeen(page.text())).isTrue();
    assertThat(isSeen(page.headline())).isTrue();
    assertThat(page.colouredText())
        .isEqualTo(page.text().replace("[warning]", "\u001B[33m[warning]\u001B[0m"));
  }

  @Property
  void htmlSaysTheText(@ForAll("texts") String text) {
    String html = FleetHtml.escaped(text);
    Element body = Jsoup.parse("<p title=\"" + html + "\">" + html + "</p>").body();

    assertThat(isSeen(html)).isTrue();
    assertThat(body.children()).hasSize(1);
    assertThat(body.child(0).children()).isEmpty();
    assertThat(body.child(0).wholeText()).isEqualTo(Escapes.line(text));
    assertThat(body.child(0).attr("title")).isEqualTo(Escapes.line(text));
  }

  @Example
  void aMarkOfOthersOpensNoCode() {
    Document page = new Document().paragraph("\uFDD0<b> " + Document.code("a`b") + " \uFDD1 <i>");

    assertThat(page.markdown()).isEqualTo("\\\\ufdd0\\<b> ``a`b`` \\\\ufdd1 \\<i>\n");
    assertThat(page.text()).isEqualTo("\\ufdd0<b> a`b \\ufdd1 <i>\n");
    assertThat(new Document().paragraph(Document.code("`") + Document.code("a\uFDD1b ")).markdown())
        .isEqualTo("`` ` `` ` a\\ufdd1b  `\n");
  }

  @Example
  void aHeadingOverAPageIsEscaped() {
    assertThat(Document.markdownHeading("[a](b)\n# <c> \u202E #"))
        .isEqualTo("## \\[a](b) # \\<c> \\\\u202e \\#\n");
  }

  private static String squeezed(String text) {
    return text.replaceAll("[ \\n]+", "");
  }

  /** Of all code points, of halves of such, and of what means something in a format. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
    Arbitrary<String> marks =
        Arbitraries.of(
            "*",
            "_",
            "`",
            "``",
            "#",
            "## ",
            "- ",
            "+",
            "1. ",
            "12) ",
            ">",
            "<b>",
            "<!--",
            "&",
            "&lt;",
            "&#60;",
            "[a](b)",
            "![",
            "](",
            "[x]: y",
            "~~~",
            "\\",
            "|",
            "=",
            "---",
            "http://a.b",
            "<a@b.c>",
            "\"",
            "'",
            " ",
            "\n",
            "\t",
            "a",
            "b_c",
            "字",
            "：",
            "😀");
    Arbitrary<String> controls = Arbitraries.of(InvisibleText.PARTS);
    return Arbitraries.oneOf(any, marks, marks, controls)
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
